// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/gridcells.h"
#include "models/compare/variantmark.h"
#include "models/core/cellsummary.h"
#include "models/experiment/experiment.h"
#include "models/stats/casescores.h"

#include <QString>

#include <limits>
#include <vector>

namespace Tempera {

/// A prompt with a variant, as charts name it.
struct ChartColumn {
    GridColumn column;
    QString title;    ///< Of the variant, with the prompt's where there are several.
    QString filter;   ///< Leaves its cells, also where two variants have one title.
    VariantMark sign; ///< Of the variant.

    bool operator==(const ChartColumn &) const = default;
};

/// What charts take from a cell that is over. Not a number: it is not known.
struct ChartCell {
    static constexpr double Unknown = std::numeric_limits<double>::quiet_NaN();
    int caseIndex = 0;
    int column = 0;           ///< Index of a ChartColumn.
    bool isEvaluated = false; ///< A check said something, or there was an error instead of an answer.
    bool passed = false;
    double score = Unknown;
    double dollars = Unknown;
    double seconds = Unknown;    ///< Until the end, of answers that came to it.
    double firstToken = Unknown; ///< Seconds.
};

/// What charts are made of: a copy, so that they can be made in the background.
struct ChartCells {
    std::vector<ChartColumn> columns;
    std::vector<ChartCell> cells;
};

/// The columns with their titles and filters.
[[nodiscard]] std::vector<ChartColumn> chartColumns(const Experiment &experiment, const std::vector<GridColumn> &columns);
/// Index of the prompt and variant of a cell among `columns`, which grow where it is a new one.
[[nodiscard]] int chartColumnOf(std::vector<GridColumn> &columns, const CellKey &key);
/// `cell` is final.
[[nodiscard]] ChartCell chartCell(const CellSummary &cell, int column);

/// Which number of a cell is looked at.
enum class ChartMeasure {
    Passed, ///< 1 or 0, of the evaluated ones.
    Score,
    Dollars,
    Seconds,
    FirstToken,
};
/// Nothing where it is not known.
[[nodiscard]] std::optional<double> chartNumberOf(const ChartCell &cell, ChartMeasure measure);
/// The numbers of a column, the repeats of a case together; cases without any are left out.
[[nodiscard]] std::vector<CaseScores> chartScores(const ChartCells &cells, int column, ChartMeasure measure);

/// A comparison as a filter writes it, whatever the language: "latency >= 0.5".
[[nodiscard]] QString chartComparison(const QString &field, const QString &sign, double value);

} // namespace Tempera
