// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/textdiff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace Tempera {
namespace {

/// A text as units: for each the number of its word and where it starts.
struct Units {
    std::vector<int> words;
    std::vector<qsizetype> starts; ///< One more than words: the end of the text too.
};

enum class UnitKind { Word, Blank, Single };

UnitKind kindOf(char32_t c)
{
    if (QChar::isSpace(c))
        return c == U'\n' ? UnitKind::Single : UnitKind::Blank;
    const QChar::Script script = QChar::script(c);
    // Written without blanks: each sign by itself.
    if (script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana
        || script == QChar::Script_Thai)
        return UnitKind::Single;
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'_' ? UnitKind::Word : UnitKind::Single;
}

char32_t characterAt(QStringView text, qsizetype at, qsizetype &length)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        length = 2;
        return QChar::surrogateToUcs4(first, text[at + 1]);
    }
    length = 1;
    return first.unicode();
}

qsizetype endOfUnit(QStringView text, qsizetype start)
{
    qsizetype length = 0;
    const UnitKind kind = kindOf(characterAt(text, start, length));
    qsizetype at = start + length;
    if (kind == UnitKind::Single) {
        // A sign keeps its accents and joiners.
        while (at < text.size() && (text[at].isMark() || text[at] == QChar(0x200d)))
            ++at;
        return at;
    }
    while (at < text.size() && kindOf(characterAt(text, at, length)) == kind)
        at += length;
    return at;
}

Units unitsOf(QStringView text, QHash<QStringView, int> &numbers)
{
    Units units;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfUnit(text, at);
        const QStringView word = text.sliced(at, end - at);
        auto number = numbers.constFind(word);
        if (number == numbers.constEnd())
            number = numbers.insert(word, static_cast<int>(numbers.size()));
        units.words.push_back(*number);
        units.starts.push_back(at);
        at = end;
    }
    units.starts.push_back(text.size());
    return units;
}

/// A stretch of units of both texts.
struct Range {
    qsizetype oldFrom = 0;
    qsizetype oldTo = 0;
    qsizetype newFrom = 0;
    qsizetype newTo = 0;
};

class Differ
{
public:
    Differ(const Units &before, const Units &after, const DiffLimits &limits)
        : m_old(before.words),
          m_new(after.words),
          m_limits(limits),
          m_stepsLeft(limits.maxSteps),
          m_isOldKept(before.words.size(), false),
          m_isNewKept(after.words.size(), false)
    {
    }

    void compare(Range range);
    [[nodiscard]] bool isOldKept(qsizetype i) const { return m_isOldKept[static_cast<std::size_t>(i)]; }
    [[nodiscard]] bool isNewKept(qsizetype i) const { return m_isNewKept[static_cast<std::size_t>(i)]; }

private:
    using Pairs = std::vector<std::pair<qsizetype, qsizetype>>;

    [[nodiscard]] int oldAt(qsizetype i) const { return m_old[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int newAt(qsizetype i) const { return m_new[static_cast<std::size_t>(i)]; }
    void keep(qsizetype oldIndex, qsizetype newIndex);
    void trim(Range &range);
    [[nodiscard]] Pairs anchors(const Range &range) const;
    void myers(const Range &range);

    const std::vector<int> &m_old;
    const std::vector<int> &m_new;
    const DiffLimits m_limits;
    qsizetype m_stepsLeft;
    std::vector<bool> m_isOldKept;
    std::vector<bool> m_isNewKept;
};

void Differ::keep(qsizetype oldIndex, qsizetype newIndex)
{
    m_isOldKept[static_cast<std::size_t>(oldIndex)] = true;
    m_isNewKept[static_cast<std::size_t>(newIndex)] = true;
}

/// Keeps what both begin and end with.
void Differ::trim(Range &range)
{
    while (range.oldFrom < range.oldTo && range.newFrom < range.newTo && oldAt(range.oldFrom) == newAt(range.newFrom))
        keep(range.oldFrom++, range.newFrom++);
    while (range.oldFrom < range.oldTo && range.newFrom < range.newTo && oldAt(range.oldTo - 1) == newAt(range.newTo - 1))
        keep(--range.oldTo, --range.newTo);
}

/// Words that occur once on both sides, in the longest order that both have.
Differ::Pairs Differ::anchors(const Range &range) const
{
    struct Seen {
        int inOld = 0;
        int inNew = 0;
        qsizetype at = 0;
    };
    QHash<int, Seen> seen;
    for (qsizetype i = range.oldFrom; i < range.oldTo; ++i) {
        Seen &word = seen[oldAt(i)];
        ++word.inOld;
        word.at = i;
    }
    for (qsizetype i = range.newFrom; i < range.newTo; ++i)
        ++seen[newAt(i)].inNew;

    Pairs pairs; // By place in the new text.
    for (qsizetype i = range.newFrom; i < range.newTo; ++i) {
        const Seen word = seen.value(newAt(i));
        if (word.inOld == 1 && word.inNew == 1)
            pairs.emplace_back(word.at, i);
    }
    // Longest rising subsequence of the places in the old text, by patience sorting.
    std::vector<qsizetype> tops;
    std::vector<qsizetype> before(pairs.size(), -1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto pile = std::ranges::lower_bound(tops, pairs[i].first, {},
                                                   [&](qsizetype top) { return pairs[static_cast<std::size_t>(top)].first; });
        if (pile != tops.begin())
            before[i] = *(pile - 1);
        if (pile == tops.end())
            tops.push_back(static_cast<qsizetype>(i));
        else
            *pile = static_cast<qsizetype>(i);
    }
    Pairs chain;
    for (qsizetype i = tops.empty() ? -1 : tops.back(); i >= 0; i = before[static_cast<std::size_t>(i)])
        chain.push_back(pairs[static_cast<std::size_t>(i)]);
    std::ranges::reverse(chain);
    return chain;
}

void Differ::compare(Range range)
{
    trim(range);
    if (range.oldFrom == range.oldTo || range.newFrom == range.newTo)
        return;
    // Small stretches have a best answer that is cheap to find; anchors are for the others.
    constexpr qsizetype small = 400;
    if (range.oldTo - range.oldFrom + range.newTo - range.newFrom <= small) {
        myers(range);
        return;
    }
    const Pairs chain = anchors(range);
    if (chain.empty()) {
        myers(range);
        return;
    }
    Range between{range.oldFrom, 0, range.newFrom, 0};
    for (const auto &[oldIndex, newIndex] : chain) {
        between.oldTo = oldIndex;
        between.newTo = newIndex;
        compare(between);
        keep(oldIndex, newIndex);
        between = {oldIndex + 1, 0, newIndex + 1, 0};
    }
    between.oldTo = range.oldTo;
    between.newTo = range.newTo;
    compare(between);
}

/// The greedy algorithm of Myers with the furthest reaching paths of each number of edits kept for the way back.
void Differ::myers(const Range &range)
{
    const qsizetype oldSize = range.oldTo - range.oldFrom;
    const qsizetype newSize = range.newTo - range.newFrom;
    // The paths kept take edits² / 2 numbers: 64 MB at 4,000.
    const qsizetype most = std::min(oldSize + newSize, m_limits.maxEdits);
    std::vector<std::vector<int>> reached; // reached[d][(k + d) / 2]: place in the old text on diagonal k.
    const auto at = [&](qsizetype d, qsizetype k) -> int & {
        return reached[static_cast<std::size_t>(d)][static_cast<std::size_t>((k + d) / 2)];
    };
    const auto startOn = [&](qsizetype d, qsizetype k) -> std::pair<qsizetype, qsizetype> {
        // Returns the place after the edit and the diagonal that it came from.
        if (k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1)))
            return {at(d - 1, k + 1), k + 1};
        return {at(d - 1, k - 1) + 1, k - 1};
    };
    for (qsizetype d = 0; d <= most && m_stepsLeft > 0; ++d) {
        m_stepsLeft -= d + 1;
        reached.emplace_back(static_cast<std::size_t>(d + 1));
        for (qsizetype k = -d; k <= d; k += 2) {
            qsizetype x = d == 0 ? 0 : startOn(d, k).first;
            while (x < oldSize && x - k >= 0 && x - k < newSize && oldAt(range.oldFrom + x) == newAt(range.newFrom + x - k))
                ++x;
            at(d, k) = static_cast<int>(x);
            if (x < oldSize || x - k < newSize)
                continue;
            // Back along the path; what lies on a diagonal is kept.
            for (qsizetype step = d; step >= 0; --step) {
                const auto [start, from] = step == 0 ? std::pair<qsizetype, qsizetype>{0, 0} : startOn(step, k);
                for (qsizetype i = at(step, k); i > start; --i)
                    keep(range.oldFrom + i - 1, range.newFrom + i - 1 - k);
                k = from;
            }
            return;
        }
    }
    // Too different to be worth the search: the stretch counts as rewritten.
}

class SpanWriter
{
public:
    void add(DiffKind kind, qsizetype oldStart, qsizetype newStart, qsizetype length)
    {
        if (length == 0)
            return;
        if (!m_spans.isEmpty() && m_spans.last().kind == kind)
            m_spans.last().length += length;
        else
            m_spans.append({kind, oldStart, newStart, length});
    }
    [[nodiscard]] QList<DiffSpan> take() { return std::move(m_spans); }

private:
    QList<DiffSpan> m_spans;
};

} // namespace

QList<DiffSpan> wordDiff(QStringView oldText, QStringView newText, const DiffLimits &limits)
{
    SpanWriter writer;
    if (oldText == newText) {
        writer.add(DiffKind::Kept, 0, 0, oldText.size());
        return writer.take();
    }
    QHash<QStringView, int> numbers;
    const Units before = unitsOf(oldText, numbers);
    const Units after = unitsOf(newText, numbers);
    const auto oldSize = std::ssize(before.words);
    const auto newSize = std::ssize(after.words);
    Differ differ(before, after, limits);
    differ.compare({0, oldSize, 0, newSize});

    const auto placeOf = [](const Units &units, qsizetype i) { return units.starts[static_cast<std::size_t>(i)]; };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < oldSize || j < newSize) {
        const qsizetype oldStart = placeOf(before, i);
        const qsizetype newStart = placeOf(after, j);
        if (i < oldSize && !differ.isOldKept(i)) {
            writer.add(DiffKind::Removed, oldStart, newStart, placeOf(before, ++i) - oldStart);
        } else if (j < newSize && !differ.isNewKept(j)) {
            writer.add(DiffKind::Added, oldStart, newStart, placeOf(after, ++j) - newStart);
        } else {
            writer.add(DiffKind::Kept, oldStart, newStart, placeOf(before, ++i) - oldStart);
            ++j;
        }
    }
    return writer.take();
}

double keptShare(const QList<DiffSpan> &spans)
{
    double kept = 0;
    double all = 0;
    for (const DiffSpan &span : spans) {
        const auto length = static_cast<double>(span.length);
        kept += span.kind == DiffKind::Kept ? 2 * length : 0;
        all += span.kind == DiffKind::Kept ? 2 * length : length;
    }
    return all == 0 ? 1 : kept / all;
}

} // namespace Tempera
