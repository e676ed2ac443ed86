// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Tempera {

/// What is wrong with a filter.
struct FilterError {
    qsizetype position = 0; ///< UTF-16 offset in the filter of the part that was refused; its length for what is missing.
    qsizetype length = 0;   ///< Of that part.
    QString message;        ///< One translated sentence.
    QString suggestion;     ///< What was probably meant in place of that part; empty = nobody knows.
};

/// One piece of a filter.
struct FilterToken {
    enum class Kind { Word, Quoted, Pattern, Operator, Open, Close };
    Kind kind = Kind::Word;
    qsizetype start = 0;  ///< UTF-16 offset in the filter.
    qsizetype length = 0; ///< With quotes or slashes.
    QString text;         ///< Without them. Of an operator its usual form: "=", "!=", "<", "<=", ">", ">=", "~", "!~", "!".
    QString flags;        ///< Of a pattern: "i" or nothing.

    [[nodiscard]] qsizetype end() const { return start + length; }
};

struct FilterTokens {
    QList<FilterToken> tokens;        ///< Up to the error, if there is one.
    std::optional<FilterError> error; ///< Quotes or slashes that are not closed; an unknown flag; too long.
};

/// Longest filter that is read, in UTF-16 units.
inline constexpr qsizetype longestFilter = 4000;

/// Pure, any thread.
[[nodiscard]] FilterTokens filterTokens(const QString &text);

/// As a filter writes it: with quotes where it has to have some.
[[nodiscard]] QString filterQuoted(const QString &value);
/// A pattern as a filter writes it: "/a\/b/".
[[nodiscard]] QString filterPatternText(const QString &pattern);

} // namespace Tempera
