// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/terminaltext.h"

#include "app/cli/console.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int tabWidth = 4;
constexpr char32_t emojiPresentation = 0xfe0f;

using Range = std::pair<char32_t, char32_t>;

// Unicode 15, EastAsianWidth.txt: W and F, neighbours merged. Qt does not provide this property, and the C library's
// wcwidth() goes by the locale (in C nothing but ASCII has a width) and knows no joined characters.
constexpr std::array wideRanges{
    Range{0x1100, 0x115f},   Range{0x231a, 0x231b},   Range{0x2329, 0x232a},   Range{0x23e9, 0x23ec},   Range{0x23f0, 0x23f0},
    Range{0x23f3, 0x23f3},   Range{0x25fd, 0x25fe},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},   Range{0x267f, 0x267f},
    Range{0x2693, 0x2693},   Range{0x26a1, 0x26a1},   Range{0x26aa, 0x26ab},   Range{0x26bd, 0x26be},   Range{0x26c4, 0x26c5},
    Range{0x26ce, 0x26ce},   Range{0x26d4, 0x26d4},   Range{0x26ea, 0x26ea},   Range{0x26f2, 0x26f3},   Range{0x26f5, 0x26f5},
    Range{0x26fa, 0x26fa},   Range{0x26fd, 0x26fd},   Range{0x2705, 0x2705},   Range{0x270a, 0x270b},   Range{0x2728, 0x2728},
    Range{0x274c, 0x274c},   Range{0x274e, 0x274e},   Range{0x2753, 0x2755},   Range{0x2757, 0x2757},   Range{0x2795, 0x2797},
    Range{0x27b0, 0x27b0},   Range{0x27bf, 0x27bf},   Range{0x2b1b, 0x2b1c},   Range{0x2b50, 0x2b50},   Range{0x2b55, 0x2b55},
    Range{0x2e80, 0x303e},   Range{0x3041, 0x4dbf},   Range{0x4e00, 0xa4cf},   Range{0xa960, 0xa97f},   Range{0xac00, 0xd7a3},
    Range{0xf900, 0xfaff},   Range{0xfe10, 0xfe19},   Range{0xfe30, 0xfe6f},   Range{0xff00, 0xff60},   Range{0xffe0, 0xffe6},
    Range{0x16fe0, 0x18cff}, Range{0x1aff0, 0x1b2ff}, Range{0x1f004, 0x1f004}, Range{0x1f0cf, 0x1f0cf}, Range{0x1f18e, 0x1f18e},
    Range{0x1f191, 0x1f19a}, Range{0x1f200, 0x1f320}, Range{0x1f32d, 0x1f335}, Range{0x1f337, 0x1f37c}, Range{0x1f37e, 0x1f393},
    Range{0x1f3a0, 0x1f3ca}, Range{0x1f3cf, 0x1f3d3}, Range{0x1f3e0, 0x1f3f0}, Range{0x1f3f4, 0x1f3f4}, Range{0x1f3f8, 0x1f43e},
    Range{0x1f440, 0x1f440}, Range{0x1f442, 0x1f4fc}, Range{0x1f4ff, 0x1f53d}, Range{0x1f54b, 0x1f54e}, Range{0x1f550, 0x1f567},
    Range{0x1f57a, 0x1f57a}, Range{0x1f595, 0x1f596}, Range{0x1f5a4, 0x1f5a4}, Range{0x1f5fb, 0x1f64f}, Range{0x1f680, 0x1f6c5},
    Range{0x1f6cc, 0x1f6cc}, Range{0x1f6d0, 0x1f6d2}, Range{0x1f6d5, 0x1f6d7}, Range{0x1f6dc, 0x1f6df}, Range{0x1f6eb, 0x1f6ec},
    Range{0x1f6f4, 0x1f6fc}, Range{0x1f7e0, 0x1f7eb}, Range{0x1f7f0, 0x1f7f0}, Range{0x1f90c, 0x1f93a}, Range{0x1f93c, 0x1f945},
    Range{0x1f947, 0x1f9ff}, Range{0x1fa70, 0x1faff}, Range{0x20000, 0x3fffd},
};

int codePointWidth(char32_t code)
{
    if (code < 0x20 || (code >= 0x7f && code < 0xa0))
        return 0;
    if (code < 0x300)
        return code == 0xad ? 0 : 1;
    switch (QChar::category(code)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return 0;
    default: break;
    }
    if (code >= 0x1f1e6 && code <= 0x1f1ff) // half a flag; a pair is one cluster
        return 2;
    const auto range = std::ranges::lower_bound(wideRanges, code, {}, &Range::second);
    return range != wideRanges.end() && code >= range->first ? 2 : 1;
}

/// A user-perceived character takes as much as its widest part.
int clusterWidth(QStringView cluster)
{
    if (cluster.size() == 1)
        return codePointWidth(cluster.front().unicode());
    int width = 0;
    for (const char32_t code : cluster.toUcs4()) {
        width = std::max(width, codePointWidth(code));
        if (code == emojiPresentation && width > 0)
            width = 2;
    }
    return width;
}

/// Calls `use(start, end, width)` for each user-perceived character until it returns false.
template<typename Use>
void eachCluster(QStringView text, Use use)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > start; end = finder.toNextBoundary()) {
        if (!use(start, end, clusterWidth(text.sliced(start, end - start))))
            return;
        start = end;
    }
}

/// How much of `text` fits into `width` cells; at least one character, so that there is always progress.
qsizetype fittingLength(QStringView text, int width)
{
    qsizetype length = 0;
    int used = 0;
    eachCluster(text, [&](qsizetype start, qsizetype end, int cells) {
        if (start > 0 && used + cells > width)
            return false;
        used += cells;
        length = end;
        return true;
    });
    return length;
}

/// One walk over the paragraph: what is after a line is neither measured nor searched for breaks again for each line.
void wrapParagraph(QStringView paragraph, int width, QStringList &lines)
{
    QTextBoundaryFinder clusters(QTextBoundaryFinder::Grapheme, paragraph.data(), paragraph.size());
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, paragraph.data(), paragraph.size());
    for (qsizetype start = 0;;) {
        qsizetype fits = start;
        qsizetype cut = start; // the last place so far where Unicode allows a break
        int used = 0;
        bool full = false;
        clusters.setPosition(start);
        for (qsizetype end = clusters.toNextBoundary(); end > fits; end = clusters.toNextBoundary()) {
            const int cells = clusterWidth(paragraph.sliced(fits, end - fits));
            full = fits > start && used + cells > width; // one character at least, so that there is always progress
            if (full)
                break;
            used += cells;
            fits = end;
            breaks.setPosition(fits);
            if (breaks.isAtBoundary())
                cut = fits;
        }
        if (!full) {
            lines << paragraph.sliced(start).toString();
            return;
        }
        if (paragraph.at(fits) == u' ' || cut == start)
            cut = fits;
        lines << paragraph.sliced(start, cut - start).trimmed().toString();
        start = cut;
        while (start < paragraph.size() && paragraph.at(start) == u' ')
            ++start;
    }
}

QLatin1StringView inkSequence(Ink ink)
{
    switch (ink) {
    case Ink::Plain: return {};
    case Ink::Strong: return "\x1b[1m"_L1;
    case Ink::Dim: return "\x1b[2m"_L1;
    case Ink::Good: return "\x1b[32m"_L1;
    case Ink::Bad: return "\x1b[31m"_L1;
    case Ink::Odd: return "\x1b[33m"_L1;
    }
    return {};
}

bool isDirectionControl(char16_t unit)
{
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200e || unit == 0x200f
           || unit == 0x061c;
}

} // namespace

QString terminalSafe(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (unit == u'\n')
            out += u'\n';
        else if (unit == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
            continue;
        else if (unit == u'\t')
            out += QString(tabWidth, u' ');
        else if (unit < 0x20)
            out += QChar(0x2400 + unit); // ␛ and its like
        else if (unit == 0x7f)
            out += QChar(0x2421);
        else if ((unit >= 0x80 && unit < 0xa0) || isDirectionControl(unit) || unit == 0x2028 || unit == 0x2029)
            out += QChar(QChar::ReplacementCharacter);
        else
            out += text.at(i);
    }
    return out;
}

int displayWidth(QStringView text)
{
    int width = 0;
    eachCluster(text, [&width](qsizetype, qsizetype, int cells) {
        width += cells;
        return true;
    });
    return width;
}

QStringList wrapped(const QString &text, int width)
{
    QStringList lines;
    for (const QStringView paragraph : QStringView(text).split(u'\n'))
        wrapParagraph(paragraph, std::max(width, 2), lines);
    return lines;
}

QString clipped(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    return text.first(fittingLength(text, std::max(width - 1, 1))) + u'…';
}

QString painted(const QString &text, Ink ink, const OutStream &stream)
{
    if (!stream.hasColour() || ink == Ink::Plain || text.isEmpty())
        return text;
    return inkSequence(ink) + text + "\x1b[0m"_L1;
}

QString painted(const SpanLine &line, const OutStream &stream, int width)
{
    QString out;
    int used = 0;
    for (const Span &span : line) {
        out += painted(span.text, span.ink, stream);
        used += displayWidth(span.text);
    }
    return out + QString(std::max(0, width - used), u' ');
}

} // namespace Tempera
