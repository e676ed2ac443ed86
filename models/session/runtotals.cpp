// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/runtotals.h"

#include <algorithm>

namespace Tempera {
namespace {

/// What counts grades of this outcome.
int &counterOf(RunTotals &totals, Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass: return totals.passed;
    case Outcome::Fail:
    case Outcome::Error: return totals.checksFailed;
    case Outcome::NotEvaluated: break;
    }
    return totals.notEvaluated;
}

} // namespace

std::optional<TimeLeft> timeLeft(const RunTotals &totals, std::chrono::microseconds elapsed, std::chrono::microseconds now)
{
    const int rest = totals.planned - totals.finished();
    if (rest <= 0)
        return std::nullopt;
    const std::chrono::microseconds pause = std::max(totals.pausedUntil - now, std::chrono::microseconds(0));
    std::chrono::microseconds byRate{0};
    const int finished = totals.endedNow();
    if (finished > 0 && elapsed.count() > 0)
        byRate = std::chrono::microseconds(static_cast<std::int64_t>(static_cast<double>(elapsed.count()) * rest / finished));
    if (byRate.count() == 0 && pause.count() == 0)
        return std::nullopt;
    return TimeLeft{std::max(byRate, pause), pause > byRate};
}

bool hasUnknownCost(const CellSummary &cell)
{
    const bool answered = cell.state == CellState::Done || cell.hasText || cell.outputTokens.value().has_value();
    return !cell.cost() && (answered || cell.hasUnknownAttempt);
}

void addFinished(RunTotals &totals, const CellSummary &cell)
{
    if (cell.state == CellState::Done)
        ++totals.done;
    else if (cell.state == CellState::Failed)
        ++totals.failed;
    else if (cell.state == CellState::Cancelled)
        ++totals.cancelled;
    else if (cell.state == CellState::NotNeeded)
        ++totals.notNeeded;
    totals.inputTokens = Saturated::sum(totals.inputTokens, cell.inputTokens.valueOr(0) + cell.otherInputTokens);
    totals.outputTokens = Saturated::sum(totals.outputTokens, cell.outputTokens.valueOr(0) + cell.otherOutputTokens);
    if (const std::optional<Money> cost = cell.cost())
        totals.cost += *cost;
    else if (hasUnknownCost(cell))
        ++totals.unknownCosts;
    if (!cell.outcome)
        return;
    ++counterOf(totals, *cell.outcome);
    const GradingSpend grading = cell.grading();
    totals.inputTokens = Saturated::sum(totals.inputTokens, grading.inputTokens);
    totals.outputTokens = Saturated::sum(totals.outputTokens, grading.outputTokens);
    totals.cost += grading.cost;
    totals.unknownCosts += grading.unknownCosts;
}

void replaceGrade(RunTotals &totals, Outcome before, Outcome after)
{
    --counterOf(totals, before);
    ++counterOf(totals, after);
}

} // namespace Tempera
