// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace Tempera {

/// An optional number in the room of the number alone.
class CompactNumber
{
public:
    CompactNumber() = default;
    CompactNumber(const std::optional<std::int64_t> &number) : m_number(number.value_or(Unknown)) { } // NOLINT: a number

    [[nodiscard]] std::optional<std::int64_t> value() const
    {
        return m_number == Unknown ? std::nullopt : std::optional(m_number);
    }
    [[nodiscard]] std::int64_t valueOr(std::int64_t other) const { return m_number == Unknown ? other : m_number; }
    bool operator==(const CompactNumber &) const = default;

private:
    static constexpr std::int64_t Unknown = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_number = Unknown;
};

/// What is kept in memory of every cell of a run: all that is counted, sorted and shown in a row of a table, a little more than 100 bytes.
/// Request, texts, verdicts and trace are the cell's body.
struct CellSummary {
    CellKey key;
    CellState state = CellState::Planned;
    std::optional<Outcome> outcome; ///< Nothing until checked.
    double score = 0;               ///< Of the grade, if there is one.
    CompactNumber inputTokens;
    CompactNumber outputTokens;
    CompactNumber costNano;       ///< See cost().
    CompactNumber firstTokenTime; ///< Microseconds, see firstToken().
    CompactNumber totalTime;      ///< Microseconds, see total().
    std::optional<double> tokensPerSecond;
    std::uint16_t verdicts = 0;       ///< Checks that were looked at.
    std::uint16_t passedVerdicts = 0; ///< Those that passed.
    bool hasText = false;             ///< The answer has at least one character.
    std::uint16_t gradingRequests = 0; ///< See grading().
    std::uint16_t gradingUnknownCosts = 0;
    std::uint32_t gradingInputTokens = 0;
    std::uint32_t gradingOutputTokens = 0;
    Money gradingCost;

    [[nodiscard]] std::optional<Money> cost() const;
    [[nodiscard]] std::optional<std::chrono::microseconds> firstToken() const;
    [[nodiscard]] std::optional<std::chrono::microseconds> total() const;

    /// What its judges used, up to what fits.
    [[nodiscard]] GradingSpend grading() const;

    /// Takes over outcome, score, verdicts and what they used.
    void setGrade(const std::optional<Grade> &grade);

    bool operator==(const CellSummary &) const = default;
};

static_assert(sizeof(CellSummary) <= 136);

[[nodiscard]] CellSummary summaryOf(const Cell &cell);

/// A cell that says what the summary knows, and nothing else: without request, texts, verdicts and trace.
[[nodiscard]] Cell outlineOf(const CellSummary &summary);

} // namespace Tempera
