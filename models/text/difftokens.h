// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QStringView>

#include <vector>

namespace Tempera {

/// What a token of a text is to a comparison.
enum class DiffTokenKind : quint8 {
    Word,    ///< A word or a number; one grapheme of a script that is written without blanks (Han, kana, Thai …).
    Sign,    ///< Punctuation, a symbol, an emoji: one grapheme.
    LineEnd, ///< "\n", "\r\n" or another one.
};

/// The smallest stretch of text that is compared. Blanks are no tokens: they lie between them.
struct DiffToken {
    qsizetype start = 0; ///< UTF-16 offset.
    qsizetype end = 0;   ///< One after the last unit.
    int id = 0;          ///< Equal texts have equal ones.
    DiffTokenKind kind = DiffTokenKind::Word;
};

/// A text with its tokens.
struct DiffText {
    QStringView text;
    std::vector<DiffToken> tokens;

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(tokens.size()); }
    [[nodiscard]] const DiffToken &at(qsizetype i) const { return tokens[static_cast<std::size_t>(i)]; }
    [[nodiscard]] QStringView textOf(qsizetype i) const { return text.sliced(at(i).start, at(i).end - at(i).start); }
    /// The blanks before token `i`; those after the last one where `i` is size().
    [[nodiscard]] QStringView gapBefore(qsizetype i) const;
};

/// Splits texts by the word boundaries of Unicode (UAX #29), so that an apostrophe, a decimal point and combining marks stay
/// with their word, and numbers the tokens. What it was given is referred to and must outlive it.
class DiffTokenizer
{
public:
    [[nodiscard]] DiffText split(QStringView text);

private:
    void add(DiffText &to, qsizetype start, qsizetype end, DiffTokenKind kind);
    void addWord(DiffText &to, qsizetype start, qsizetype end);
    void addGraphemes(DiffText &to, qsizetype start, qsizetype end, DiffTokenKind kind);

    QHash<QStringView, int> m_ids;
};

} // namespace Tempera
