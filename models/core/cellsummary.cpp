// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cellsummary.h"

#include <algorithm>

namespace Tempera {
namespace {

std::optional<std::int64_t> countOf(const std::optional<std::chrono::microseconds> &time)
{
    return time ? std::optional<std::int64_t>(time->count()) : std::nullopt;
}

std::optional<std::chrono::microseconds> timeOf(const CompactNumber &number)
{
    const std::optional<std::int64_t> count = number.value();
    return count ? std::optional(std::chrono::microseconds(*count)) : std::nullopt;
}

template<typename Small>
Small atMost(std::int64_t count)
{
    return static_cast<Small>(std::clamp<std::int64_t>(count, 0, std::numeric_limits<Small>::max()));
}

} // namespace

std::optional<Money> CellSummary::cost() const
{
    const std::optional<std::int64_t> nano = costNano.value();
    return nano ? std::optional(Money::fromNano(*nano)) : std::nullopt;
}

std::optional<std::chrono::microseconds> CellSummary::firstToken() const
{
    return timeOf(firstTokenTime);
}

std::optional<std::chrono::microseconds> CellSummary::total() const
{
    return timeOf(totalTime);
}

void CellSummary::setGrade(const std::optional<Grade> &grade)
{
    outcome = grade ? std::optional(grade->outcome) : std::nullopt;
    score = grade ? grade->score : 0;
    const Verdicts all = grade ? grade->verdicts : Verdicts();
    verdicts = atMost<std::uint16_t>(all.size());
    passedVerdicts = atMost<std::uint16_t>(std::ranges::count(all, Outcome::Pass, &Verdict::outcome));
    const GradingSpend spend = grade ? spendOf(*grade) : GradingSpend();
    gradingRequests = atMost<std::uint16_t>(spend.requests);
    gradingUnknownCosts = atMost<std::uint16_t>(spend.unknownCosts);
    gradingInputTokens = atMost<std::uint32_t>(spend.inputTokens);
    gradingOutputTokens = atMost<std::uint32_t>(spend.outputTokens);
    gradingCost = spend.cost;
}

void CellSummary::setOtherTokens(const OtherTokens &other)
{
    const auto withoutJudges = [](std::int64_t all, std::int64_t judges) {
        constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
        return static_cast<std::int32_t>(std::clamp(Saturated::difference(all, judges), -most, most));
    };
    otherInputTokens = withoutJudges(other.input, gradingInputTokens);
    otherOutputTokens = withoutJudges(other.output, gradingOutputTokens);
}

void CellSummary::setAttempts(const CellAttempts &attempts)
{
    hasAttempts = !attempts.isEmpty();
    hasUnknownAttempt = !costOfAttempts(attempts);
}

GradingSpend CellSummary::grading() const
{
    return {gradingRequests, gradingInputTokens, gradingOutputTokens, gradingCost, gradingUnknownCosts};
}

CellSummary summaryOf(const Cell &cell)
{
    CellSummary summary;
    summary.key = cell.request.key;
    summary.state = cell.state;
    summary.setGrade(cell.grade);
    summary.inputTokens = cell.usage.inputTokens;
    summary.outputTokens = cell.usage.outputTokens;
    summary.costNano = cell.cost ? std::optional(cell.cost->nano()) : std::nullopt;
    summary.firstTokenTime = countOf(cell.timings.firstToken);
    summary.totalTime = countOf(cell.timings.total);
    summary.tokensPerSecond = cell.timings.tokensPerSecond;
    summary.hasText = !cell.text.isEmpty();
    summary.setOtherTokens(otherTokens(cell));
    summary.setAttempts(cell.attempts);
    return summary;
}

Cell outlineOf(const CellSummary &summary)
{
    Cell cell;
    cell.request.key = summary.key;
    cell.state = summary.state;
    cell.usage.inputTokens = summary.inputTokens.value();
    cell.usage.outputTokens = summary.outputTokens.value();
    cell.cost = summary.cost();
    cell.timings.firstToken = summary.firstToken();
    cell.timings.total = summary.total();
    cell.timings.tokensPerSecond = summary.tokensPerSecond.value();
    return cell;
}

} // namespace Tempera
