// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"

namespace Tempera {

/// Adds a final cell. One that was graded counts for its outcome too.
void addFinished(RunTotals &totals, const Cell &cell);

/// Whether a final cell's cost is missing: a request that failed before it said anything is not paid for.
[[nodiscard]] bool hasUnknownCost(const Cell &cell);

} // namespace Tempera
