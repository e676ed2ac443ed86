// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"
#include "models/report/report.h"
#include "models/stats/intervals.h"

#include <QStringList>

namespace Tempera {

// What a report says beyond the sums: intervals, and whether a difference is one. All of it comes from the summaries of the
// cells, so that texts need not be in memory. The same report gives the same figures.

/// The column that another one is compared with: of the first variant with the same prompt; the first variant's other prompts are
/// compared with its first. −1: it is the baseline itself, the first column.
[[nodiscard]] int baselineColumn(const ReportGrid &grid, std::size_t column);

/// The share that passed of those that a check said something of, requests that failed included, clustered by case; nothing where
/// no check said anything.
[[nodiscard]] std::optional<IntervalEstimate> columnPassRate(const ReportGrid &grid, std::size_t column);
/// "75 % (51 % – 88 %)" in the user's number format; empty for nothing.
[[nodiscard]] QString passRateText(const std::optional<IntervalEstimate> &rate);

/// For each column what is to be said of it against its baseline, see pairSentence(), corrected for all pairs; empty where there
/// is no baseline or no case in which both have a score. Takes some 10,000 steps a case and pair at most.
[[nodiscard]] QStringList verdictSentences(const ReportGrid &grid);

/// Pass rates with their intervals, a mark a column.
[[nodiscard]] ChartData passRateChart(const ReportGrid &grid);

} // namespace Tempera
