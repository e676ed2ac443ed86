// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/runstore.h"
#include "models/stats/racereport.h"

#include <optional>

namespace Tempera {

/// How the race of a run of the ledger ended, told again by its results: `cells` are all that is stored, by key. Nothing where the
/// run was no race, or did not come to its end, so that not every planned cell is known. Without the time that was saved. Takes
/// some steps a cell; pure, on any thread.
[[nodiscard]] std::optional<RaceReport> storedRace(const RunRecord &run, const CellTable &cells);

} // namespace Tempera
