// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/filterfields.h"
#include "models/compare/filterlexer.h"

#include <QRegularExpression>
#include <QString>

#include <expected>
#include <vector>

namespace Tempera {

enum class FilterComparison { Is, IsNot, Less, AtMost, More, AtLeast, Contains, ContainsNot };

/// One thing that is asked of a cell.
struct FilterTerm {
    FilterField field = FilterField::Answer;
    FilterComparison comparison = FilterComparison::Contains;
    double number = 0;          ///< What a number is compared with; seconds, dollars, shares of 1.
    QString text;               ///< What a text is compared with; the type of a check, or a tag.
    QString variable;           ///< Of Variable, Metadata and Field: its name.
    bool isPattern = false;     ///< `pattern` counts instead of `text`. It has limits of its own, see filterPattern().
    QRegularExpression pattern; ///< Valid where isPattern.
    FilterField wanted = FilterField::Failed; ///< Of a check: Passed, Failed or Error.
    bool isBare = false;                      ///< Written without a field: looked for in the answer.
};

/// A filter as a tree. A plain value.
struct FilterNode {
    enum class Kind { Term, Not, And, Or };
    Kind kind = Kind::Term;
    FilterTerm term;                       ///< Of a Term.
    std::vector<FilterNode> children = {}; ///< One of Not, two and more of And and Or.
    qsizetype start = 0;                   ///< Where it stands in the filter, UTF-16 units.
    qsizetype length = 0;
};

/// A filter that could be read. Without a root every cell matches.
struct FilterExpression {
    QString source;
    std::optional<FilterNode> root;

    [[nodiscard]] bool isEmpty() const { return !root; }
    /// What all have to hold, in the order written; the whole where it is no conjunction.
    [[nodiscard]] QList<FilterNode> parts() const;
    /// A part as it is written.
    [[nodiscard]] QString textOf(const FilterNode &node) const { return source.mid(node.start, node.length); }
};

/// Whether some cells cannot be decided by what is in memory of all: the text of their answer or their verdicts are needed.
[[nodiscard]] bool needsBodies(const FilterNode &node);

/// A pattern of a filter: PCRE, "i" ignores capitals. One that runs wild is stopped: its match is not valid then.
[[nodiscard]] std::expected<QRegularExpression, FilterError> filterPattern(const FilterToken &token);

/// Reads
///     expression := conjunction { ("or" | "||") conjunction }
///     conjunction := negation { ["and" | "&&"] negation }
///     negation := ("not" | "!") negation | "(" expression ")" | term
///     term := flag | field operator value | "check:" type [operator outcome] | "var:" name operator value
///             | "meta:" key operator value | "field:" name ("=" | "!=") word | "tag:" tag | word | "text" | /pattern/
/// (see filterFields()). Words and texts alone are looked for in the answers, capitals aside. Numbers have a decimal point or
/// comma; "500ms", "2s", "80%", "$0.01" are understood where they make sense. Blank: everything matches. Pure, any thread.
[[nodiscard]] std::expected<FilterExpression, FilterError> parseFilter(const QString &text);

} // namespace Tempera
