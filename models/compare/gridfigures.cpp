// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/gridfigures.h"

#include "models/compare/filtermatching.h"
#include "models/session/runtotals.h"

#include <algorithm>
#include <vector>

namespace Tempera {

void GridFigures::add(const CellSummary &cell, const CellSummary *baseline)
{
    if (cell.state == CellState::NotNeeded)
        return; // it is no part of what was found out
    ++cells;
    if (!isFinal(cell.state))
        return;
    ++finished;
    if (isEvaluated(cell) || cell.state == CellState::Failed)
        ++evaluated;
    if (isEvaluated(cell) && cell.outcome == Outcome::Pass)
        ++passed;
    if (const std::optional<Money> known = cell.cost())
        cost += *known;
    else if (hasUnknownCost(cell))
        ++unknownCosts;
    const double delta = scoreDelta(cell, baseline).value_or(0);
    better += delta > 0 ? 1 : 0;
    worse += delta < 0 ? 1 : 0;
    if (const std::optional<std::int64_t> time = cell.totalTime.value(); time && cell.state == CellState::Done)
        times.push_back(*time);
}

void GridFigures::settle()
{
    settled = medianTime();
    times = {};
}

void GridFigures::endCase()
{
    clusters.add(passed - m_passedBefore, evaluated - m_evaluatedBefore);
    m_passedBefore = passed;
    m_evaluatedBefore = evaluated;
}

std::optional<std::chrono::microseconds> GridFigures::medianTime() const
{
    if (settled)
        return settled;
    if (times.empty())
        return settled;
    std::vector<std::int64_t> sorted(times.size());
    for (std::size_t i = 0; i < sorted.size(); ++i)
        sorted[i] = times.valueOr(i, 0);
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    if (sorted.size() % 2 == 1)
        return std::chrono::microseconds(*middle);
    const std::int64_t below = *std::ranges::max_element(sorted.begin(), middle);
    return std::chrono::microseconds(below + (*middle - below) / 2);
}

PassCount passRate(const GridFigures &figures)
{
    return {figures.passed, figures.evaluated};
}

} // namespace Tempera
