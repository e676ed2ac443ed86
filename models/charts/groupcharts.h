// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartcells.h"
#include "models/charts/chartdata.h"
#include "models/core/verdict.h"

namespace Tempera {

/// What the checks of one type said of a cell.
struct CheckedCell {
    int caseIndex = 0;
    int column = 0; ///< Index of a ChartColumn.
    int check = 0;  ///< Index in CheckTally::types.
    bool passed = false;
};

/// What each check said, cell by cell.
struct CheckTally {
    QStringList types; ///< As they are first met.
    std::vector<CheckedCell> cells;

    /// A type that occurs twice in a cell passes where both pass. Checks that were not evaluated do not count.
    void add(const Grade &grade, int caseIndex, int column);
};

/// How many cells pass each check, one name a check, a mark a column, with 95 % intervals. Pure, any thread, as all of these.
[[nodiscard]] ChartData checkChart(const std::vector<ChartColumn> &columns, const CheckTally &tally);

/// How cases are put into groups.
struct SliceBy {
    QString variable;                    ///< Of the cases.
    std::optional<QString> pattern = {}; ///< Two groups: the cases in whose value it is found, and the others. As in a filter.
    bool isMetadata = false;             ///< It is no variable but a key of their metadata.

    bool operator==(const SliceBy &) const = default;
};

/// Groups of cases.
struct ChartSlices {
    QStringList names;
    QStringList filters;     ///< One a name.
    std::vector<int> ofCase; ///< Index of the group of a case; −1 = in none.
    QString problem;         ///< The pattern cannot be read, and why; translated.
    int stoppedPatterns = 0; ///< Values in which the pattern ran wild and was stopped: they are in no group.
};

/// Most groups that a chart shows; what is rarer is one group together.
inline constexpr int mostSlices = 12;

/// The groups of the cases that `cells` has: by the values of a variable or of their metadata, the most frequent first (equal
/// values in any capitals are one, as a filter sees them), or by a pattern.
[[nodiscard]] ChartSlices chartSlices(const Experiment &experiment, const ChartCells &cells, const SliceBy &by);

/// How many cells of each group pass, one name a group, a mark a column.
[[nodiscard]] ChartData sliceChart(const ChartCells &cells, const ChartSlices &slices, const QString &variable);

} // namespace Tempera
