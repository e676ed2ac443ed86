// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"
#include "models/core/ports/runstore.h"

namespace Tempera {

/// Most runs that are shown: the last ones.
inline constexpr int mostChartedRuns = 40;

/// The pass rates of the runs of one experiment, in the order in which they were started. `runs` are those of a ledger, newest
/// first; those of the same file as `shown` count, or of the same title where it was never saved. Wilson's intervals; runs
/// without a check or an error are left out. The marks have no filter: their cells are those of other runs. Pure, any thread.
[[nodiscard]] ChartData runsChart(const QList<RunSummary> &runs, const RunRecord &shown);

} // namespace Tempera
