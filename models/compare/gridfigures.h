// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellsummary.h"
#include "models/core/compactnumbers.h"
#include "models/stats/intervals.h"

namespace Tempera {

/// What the cells of a column of the grid come to.
struct GridFigures {
    int cells = 0;
    int finished = 0;
    int evaluated = 0; ///< Cells of which a check said something, those without an answer because of an error included.
    int passed = 0;
    Money cost;           ///< Of the known ones.
    int unknownCosts = 0; ///< Answers whose cost is not known.
    int better = 0;       ///< Scored higher than the baseline.
    int worse = 0;
    CompactNumbers times = {}; ///< Microseconds until the end, of those that have one, in no order; see settle().
    std::optional<std::chrono::microseconds> settled = {}; ///< The median of the times that were let go.
    ClusterSums clusters = {};                             ///< Of the cases that endCase() has seen.

    void add(const CellSummary &cell, const CellSummary *baseline);
    /// All repeats of a case were added: they count as one, as they are not independent. Without any it does nothing.
    void endCase();
    /// All cells were added: keeps the median, and lets the times go.
    void settle();
    /// Of the times; nothing where there is none.
    [[nodiscard]] std::optional<std::chrono::microseconds> medianTime() const;
    /// The pass rate with where the true one lies (95 %): Wilson's, repeats clustered by case. Nothing where nothing was checked.
    [[nodiscard]] std::optional<IntervalEstimate> passInterval() const { return rateEstimate(clusters); }

private:
    int m_passedBefore = 0; ///< As endCase() left them.
    int m_evaluatedBefore = 0;
};

/// How many of how many passed.
struct PassCount {
    int passed = 0;
    int of = 0;

    bool operator==(const PassCount &) const = default;
};
[[nodiscard]] PassCount passRate(const GridFigures &figures);

} // namespace Tempera
