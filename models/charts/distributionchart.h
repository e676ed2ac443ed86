// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartcells.h"
#include "models/charts/chartdata.h"

namespace Tempera {

/// Ranges of equal width that a distribution is counted in: [edges[i], edges[i + 1]); the last one takes its upper end too.
struct ChartBins {
    QList<double> edges;      ///< At least two.
    bool isOpenAbove = false; ///< The last one takes all that is larger as well.

    /// Index of the range of a value that lies in them.
    [[nodiscard]] int binOf(double value) const;
    [[nodiscard]] int size() const { return static_cast<int>(edges.size()) - 1; }
};

/// Ranges for numbers, in any order, about a dozen. A few very large ones (above one and a half times the 99th percentile) do not
/// press the others together: they are in the last range.
[[nodiscard]] ChartBins chartBins(std::vector<double> numbers);

/// How many cells of each column have a score, a time until the end or a time until the first token in each range. Pure, any
/// thread.
[[nodiscard]] ChartData distributionChart(const ChartCells &cells, ChartMeasure measure);

} // namespace Tempera
