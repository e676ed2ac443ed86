// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/fieldoutcomes.h"
#include "models/compare/filterexpression.h"
#include "models/core/judgement.h"
#include "models/stats/measuredscore.h"

namespace Tempera {

/// A cell as a filter sees it. Bodies are asked for only where the rest cannot decide.
class FilterSubject
{
public:
    virtual ~FilterSubject() = default;
    [[nodiscard]] virtual const CellSummary &summary() const = 0;
    /// The cell of the baseline for the same case; null = there is none, or this is it.
    [[nodiscard]] virtual const CellSummary *baseline() const = 0;
    /// Of Model, Prompt, Variant or Case.
    [[nodiscard]] virtual QString name(FilterField field) const = 0;
    /// The case passed in one cell and not in another.
    [[nodiscard]] virtual bool disagrees() const = 0;
    [[nodiscard]] virtual bool isOutdated() const = 0;
    /// The answers that the checks of its case name; see knownAnswers().
    [[nodiscard]] virtual QStringList expected() const { return {}; }
    /// The value of a variable of its case, as text; nothing where it has none.
    [[nodiscard]] virtual std::optional<QString> variable(const QString & /*name*/) const { return std::nullopt; }
    /// The value of a key of the metadata of its case, as text; nothing where it has none.
    [[nodiscard]] virtual std::optional<QString> metadata(const QString & /*key*/) const { return std::nullopt; }
    /// Whether an object is expected of its answer, so that fields() says something.
    [[nodiscard]] virtual bool hasFields() const { return false; }
    /// What became of what was to be extracted. Of a whole answer that is in memory.
    [[nodiscard]] virtual QList<FieldValue> fields() const { return {}; }
    /// What a person said of the answer; null: nobody did.
    [[nodiscard]] virtual const Rating *rating() const { return nullptr; }
    /// Null: it is not in memory.
    [[nodiscard]] virtual const Cell *body() const = 0;
    [[nodiscard]] virtual const Cell *baselineBody() const = 0;
};

enum class FilterMatch {
    No,
    Yes,
    NeedsBody, ///< It cannot be said before the bodies are in memory.
};

/// Counted while a filter is applied.
struct FilterTrouble {
    int stoppedPatterns = 0; ///< Texts in which a pattern ran wild and was stopped: they do not match.
};

/// What is not known (a cost, a score that nobody gave) matches no comparison, != included; `not` turns that round.
[[nodiscard]] FilterMatch filterMatch(const FilterNode &node, const FilterSubject &cell, FilterTrouble &trouble);

/// Score of a cell minus that of the baseline's; nothing where one of them was not evaluated.
[[nodiscard]] std::optional<double> scoreDelta(const CellSummary &cell, const CellSummary *baseline);

/// What a cell of a table is compared with.
struct ComparedCell {
    const CellTable *cells = nullptr; ///< Of the same run or of another one; null: it is compared with nothing.
    std::size_t cell = 0;             ///< In that table.

    [[nodiscard]] std::optional<CellSummary> summary() const { return cells ? std::optional((*cells)[cell]) : std::nullopt; }
};
/// The same of a cell of a table, by index.
[[nodiscard]] std::optional<double> scoreDelta(const CellTable &cells, std::size_t cell, const ComparedCell &baseline);

} // namespace Tempera
