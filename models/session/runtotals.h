// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"

namespace Tempera {

/// Adds a final cell. One that was graded counts for its outcome too, and for what its judges used.
void addFinished(RunTotals &totals, const CellSummary &cell);

/// A cell that counts already was graded again, by which nobody was asked.
void replaceGrade(RunTotals &totals, Outcome before, Outcome after);

/// How long a run will still take.
struct TimeLeft {
    std::chrono::microseconds time{0};
    bool atLeast = false; ///< A request pauses for so long before it is sent again; how much comes after it is not known.
};

/// By how fast cells were finished within `elapsed`, without those of an earlier part of the run, and never less than a pause that is under way at `now` (monotonic).
/// Nothing where nothing is known or nothing is left.
[[nodiscard]] std::optional<TimeLeft> timeLeft(const RunTotals &totals, std::chrono::microseconds elapsed,
                                               std::chrono::microseconds now);

/// Whether a final cell's cost is missing: a request that failed before it said anything is not paid for.
[[nodiscard]] bool hasUnknownCost(const CellSummary &cell);

} // namespace Tempera
