// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/celltable.h"

namespace Tempera {
namespace {

// The marks of a cell are state + states × (outcome + outcomes × text), with 0 for no outcome: less than 128, so that any two of
// them differ by no more than one byte holds.
constexpr std::int64_t cellStateCount = static_cast<std::int64_t>(CellState::NotNeeded) + 1;
constexpr std::int64_t cellOutcomeCount = static_cast<std::int64_t>(Outcome::NotEvaluated) + 2;
static_assert(cellStateCount * cellOutcomeCount * 2 <= 128);

std::int64_t withState(std::int64_t marks, CellState state)
{
    return marks - marks % cellStateCount + static_cast<std::int64_t>(state);
}

CellState stateIn(std::int64_t marks)
{
    return static_cast<CellState>(marks % cellStateCount);
}

std::optional<Outcome> outcomeIn(std::int64_t marks)
{
    const std::int64_t outcome = marks / cellStateCount % cellOutcomeCount;
    return outcome == 0 ? std::nullopt : std::optional(static_cast<Outcome>(outcome - 1));
}

bool hasTextIn(std::int64_t marks)
{
    return marks / (cellStateCount * cellOutcomeCount) != 0;
}

std::int64_t marksOfSummary(const CellSummary &cell)
{
    const std::int64_t outcome = cell.outcome ? static_cast<std::int64_t>(*cell.outcome) + 1 : 0;
    return withState(cellStateCount * (outcome + cellOutcomeCount * std::int64_t{cell.hasText}), cell.state);
}

} // namespace

/// Puts a summary into the columns of a chunk, at a place or as its last cell.
struct CellTable::Writing {
    Chunk &chunk;
    std::optional<std::size_t> place;

    void operator()(const CellSummary &cell) const
    {
        put(chunk.marks, marksOfSummary(cell));
        put(chunk.verdicts, cell.verdicts);
        put(chunk.passedVerdicts, cell.passedVerdicts);
        put(chunk.costs, cell.costNano.value());
        put(chunk.firstTokens, cell.firstTokenTime.value());
        put(chunk.totals, cell.totalTime.value());
        put(chunk.inputTokens, cell.inputTokens.value());
        put(chunk.outputTokens, cell.outputTokens.value());
        put(chunk.otherInputTokens, cell.otherInputTokens);
        put(chunk.otherOutputTokens, cell.otherOutputTokens);
        put(chunk.gradingCosts, cell.gradingCost.nano());
        put(chunk.gradingInputTokens, cell.gradingInputTokens);
        put(chunk.gradingOutputTokens, cell.gradingOutputTokens);
        put(chunk.gradingRequests, cell.gradingRequests);
        put(chunk.gradingUnknownCosts, cell.gradingUnknownCosts);
        put(chunk.attempts, std::int64_t{cell.hasAttempts} + std::int64_t{cell.hasUnknownAttempt});
        put(chunk.scores, cell.score);
        put(chunk.speeds, cell.tokensPerSecond.value().value_or(std::numeric_limits<double>::quiet_NaN()));
    }

private:
    template<typename Column, typename Value>
    void put(Column &column, const Value &value) const
    {
        if (place)
            column.set(*place, value);
        else
            column.push_back(value);
    }
};

void CellTable::push_back(const CellSummary &cell)
{
    if (size() % cellsOfChunk == 0)
        m_chunks.emplace_back(new Chunk);
    Writing{*m_chunks.back(), std::nullopt}(cell);
    m_keys.push_back(cell.key);
}

void CellTable::addPlanned(const CellKey &key)
{
    CellSummary planned;
    planned.key = key;
    push_back(planned);
}

void CellTable::set(std::size_t cell, const CellSummary &summary)
{
    Writing{*m_chunks[cell / cellsOfChunk], cell % cellsOfChunk}(summary);
}

void CellTable::setState(std::size_t cell, CellState state)
{
    const std::int64_t marks = withState(marksOf(cell), state);
    m_chunks[cell / cellsOfChunk]->marks.set(cell % cellsOfChunk, marks);
}

CellSummary CellTable::operator[](std::size_t cell) const
{
    const Chunk &chunk = chunkOf(cell);
    const std::size_t place = cell % cellsOfChunk;
    const std::int64_t marks = chunk.marks.valueOr(place, 0);
    CellSummary summary;
    summary.key = m_keys[cell];
    summary.state = stateIn(marks);
    summary.outcome = outcomeIn(marks);
    summary.hasText = hasTextIn(marks);
    summary.score = chunk.scores.at(place);
    summary.verdicts = static_cast<std::uint16_t>(chunk.verdicts.valueOr(place, 0));
    summary.passedVerdicts = static_cast<std::uint16_t>(chunk.passedVerdicts.valueOr(place, 0));
    summary.costNano = chunk.costs.at(place);
    summary.firstTokenTime = chunk.firstTokens.at(place);
    summary.totalTime = chunk.totals.at(place);
    summary.inputTokens = chunk.inputTokens.at(place);
    summary.outputTokens = chunk.outputTokens.at(place);
    summary.tokensPerSecond = CompactMeasure(chunk.speeds.at(place));
    summary.otherInputTokens = static_cast<std::int32_t>(chunk.otherInputTokens.valueOr(place, 0));
    summary.otherOutputTokens = static_cast<std::int32_t>(chunk.otherOutputTokens.valueOr(place, 0));
    summary.gradingCost = Money::fromNano(chunk.gradingCosts.valueOr(place, 0));
    summary.gradingInputTokens = static_cast<std::uint32_t>(chunk.gradingInputTokens.valueOr(place, 0));
    summary.gradingOutputTokens = static_cast<std::uint32_t>(chunk.gradingOutputTokens.valueOr(place, 0));
    summary.gradingRequests = static_cast<std::uint16_t>(chunk.gradingRequests.valueOr(place, 0));
    summary.gradingUnknownCosts = static_cast<std::uint16_t>(chunk.gradingUnknownCosts.valueOr(place, 0));
    const std::int64_t attempts = chunk.attempts.valueOr(place, 0);
    summary.hasAttempts = attempts > 0;
    summary.hasUnknownAttempt = attempts > 1;
    return summary;
}

CellState CellTable::state(std::size_t cell) const
{
    return stateIn(marksOf(cell));
}

std::optional<Outcome> CellTable::outcome(std::size_t cell) const
{
    return outcomeIn(marksOf(cell));
}

bool CellTable::hasText(std::size_t cell) const
{
    return hasTextIn(marksOf(cell));
}

std::optional<Money> CellTable::cost(std::size_t cell) const
{
    const std::optional<std::int64_t> nano = read(&Chunk::costs, cell);
    return nano ? std::optional(Money::fromNano(*nano)) : std::nullopt;
}

std::optional<std::chrono::microseconds> CellTable::time(CompactNumbers Chunk::*column, std::size_t cell) const
{
    const std::optional<std::int64_t> count = read(column, cell);
    return count ? std::optional(std::chrono::microseconds(*count)) : std::nullopt;
}

std::optional<double> CellTable::tokensPerSecond(std::size_t cell) const
{
    return CompactMeasure(chunkOf(cell).speeds.at(cell % cellsOfChunk)).value();
}

} // namespace Tempera
