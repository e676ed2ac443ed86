// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

namespace Tempera {

/// Whether a cell may have cost money that nobody knows: the cost of its answer, of an earlier attempt
/// or of a judge is not known, and it is neither a request that failed before it gave a single character nor one that was never made. Such a one is not counted as "unknown cost".
[[nodiscard]] inline bool costIsUnknown(const Cell &cell)
{
    const bool failedBeforeAnswer = cell.state == CellState::Failed && cell.text.isEmpty() && cell.reasoning.isEmpty();
    const bool judgeIsUnknown = cell.grade && spendOf(*cell.grade).unknownCosts > 0;
    const bool neverAsked = cell.state == CellState::NotNeeded;
    const bool attemptIsUnknown = !costOfAttempts(cell.attempts);
    return (!cell.cost && !failedBeforeAnswer && !neverAsked) || attemptIsUnknown || judgeIsUnknown;
}

} // namespace Tempera
