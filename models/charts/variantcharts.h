// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartcells.h"
#include "models/charts/chartdata.h"

namespace Tempera {

/// How many cells of each column pass, with the 95 % interval of rateEstimate(). Pure, any thread, as all of these.
[[nodiscard]] ChartData passRateChart(const ChartCells &cells);

/// Mean cost of an answer against mean score, with their 95 % intervals, and the front: the columns than which no other one is
/// both cheaper and better. Columns without a known cost or without a score are named in the note.
[[nodiscard]] ChartData costQualityChart(const ChartCells &cells);

/// The points than which no other is as far left and higher, or as high and farther left; from left to right, equal ones once.
[[nodiscard]] QList<QPointF> paretoFront(QList<QPointF> points);

} // namespace Tempera
