// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/difftokens.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Tempera {
namespace {

bool isDiffLineEnd(QChar c)
{
    return (c.unicode() >= 0x0a && c.unicode() <= 0x0d) || c.unicode() == 0x85 || c.unicode() == 0x2028 || c.unicode() == 0x2029;
}

char32_t firstCodePoint(QStringView piece)
{
    const bool isPair = piece.size() > 1 && piece[0].isHighSurrogate() && piece[1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(piece[0], piece[1]) : piece[0].unicode();
}

/// Between its words nobody writes a blank, so that a "word" would be a whole clause.
bool isWrittenWithoutBlanks(char32_t c)
{
    if (c < 0x0e00)
        return false;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan: return true;
    default: return false;
    }
}

bool startsDiffWord(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'_';
}

/// Unicode keeps "end.Next" and "key:value" together; a comparison must not. "3.14" and "10:30" stay.
bool isWordSeam(QStringView text, qsizetype at, qsizetype start, qsizetype end)
{
    if (text[at] != u'.' && text[at] != u':')
        return false;
    return at == start || at + 1 == end || !text[at - 1].isDigit() || !text[at + 1].isDigit();
}

} // namespace

QStringView DiffText::gapBefore(qsizetype i) const
{
    const qsizetype from = i == 0 ? 0 : at(i - 1).end;
    const qsizetype to = i == size() ? text.size() : at(i).start;
    return text.sliced(from, to - from);
}

void DiffTokenizer::add(DiffText &to, qsizetype start, qsizetype end, DiffTokenKind kind)
{
    // What is new gets the next number: 0 is none while it is looked up.
    int &id = m_ids[to.text.sliced(start, end - start)];
    if (id == 0)
        id = static_cast<int>(m_ids.size());
    to.tokens.push_back({start, end, id, kind});
}

void DiffTokenizer::addWord(DiffText &to, qsizetype start, qsizetype end)
{
    qsizetype from = start;
    for (qsizetype i = start; i < end; ++i) {
        if (!isWordSeam(to.text, i, start, end))
            continue;
        if (i > from)
            add(to, from, i, DiffTokenKind::Word);
        add(to, i, i + 1, DiffTokenKind::Sign);
        from = i + 1;
    }
    if (from < end)
        add(to, from, end, DiffTokenKind::Word);
}

void DiffTokenizer::addGraphemes(DiffText &to, qsizetype start, qsizetype end, DiffTokenKind kind)
{
    if (end - start == 1) {
        add(to, start, end, kind);
        return;
    }
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, to.text.sliced(start, end - start));
    qsizetype from = 0;
    for (qsizetype next = graphemes.toNextBoundary(); next > from; next = graphemes.toNextBoundary()) {
        add(to, start + from, start + next, kind);
        from = next;
    }
}

DiffText DiffTokenizer::split(QStringView text)
{
    DiffText result{text, {}};
    result.tokens.reserve(static_cast<std::size_t>(text.size()) / 4 + 1);
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    qsizetype start = 0;
    for (qsizetype end = words.toNextBoundary(); end > start; end = words.toNextBoundary()) {
        const QStringView piece = text.sliced(start, end - start);
        const char32_t first = firstCodePoint(piece);
        if (isDiffLineEnd(piece[0]))
            add(result, start, end, DiffTokenKind::LineEnd);
        else if (std::ranges::all_of(piece, [](QChar c) { return c.isSpace(); }))
            ; // between tokens
        else if (!startsDiffWord(first))
            addGraphemes(result, start, end, DiffTokenKind::Sign);
        else if (isWrittenWithoutBlanks(first))
            addGraphemes(result, start, end, DiffTokenKind::Word);
        else
            addWord(result, start, end);
        start = end;
    }
    return result;
}

} // namespace Tempera
