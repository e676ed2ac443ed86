// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/measuredscore.h"

namespace Tempera {

bool isEvaluated(const CellSummary &cell)
{
    return cell.outcome && *cell.outcome != Outcome::NotEvaluated && cell.verdicts > 0;
}

bool isEvaluated(const CellTable &cells, std::size_t cell)
{
    const std::optional<Outcome> outcome = cells.outcome(cell);
    return outcome && *outcome != Outcome::NotEvaluated && cells.verdicts(cell) > 0;
}

std::optional<double> measuredScore(ScoreMeasure measure, const CellSummary &cell)
{
    if (!isFinal(cell.state))
        return std::nullopt;
    if (measure == ScoreMeasure::Score)
        return isEvaluated(cell) ? std::optional(cell.score) : std::nullopt;
    if (isEvaluated(cell))
        return cell.outcome == Outcome::Pass ? 1 : 0;
    return cell.state == CellState::Failed ? std::optional(0.0) : std::nullopt;
}

} // namespace Tempera
