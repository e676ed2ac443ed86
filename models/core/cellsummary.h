// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/core/othertokens.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace Tempera {

/// An optional number in the room of the number alone; what does not fit is the nearest that does.
template<typename Stored>
class CompactOptional
{
public:
    CompactOptional() = default;
    CompactOptional(const std::optional<std::int64_t> &number) // NOLINT: a number
        : m_number(number ? static_cast<Stored>(std::clamp<std::int64_t>(*number, Unknown + 1, Most)) : Unknown)
    {
    }

    [[nodiscard]] std::optional<std::int64_t> value() const
    {
        return m_number == Unknown ? std::nullopt : std::optional<std::int64_t>(m_number);
    }
    [[nodiscard]] std::int64_t valueOr(std::int64_t other) const { return m_number == Unknown ? other : m_number; }
    bool operator==(const CompactOptional &) const = default;

private:
    static constexpr Stored Unknown = std::numeric_limits<Stored>::min();
    static constexpr Stored Most = std::numeric_limits<Stored>::max();
    Stored m_number = Unknown;
};
using CompactNumber = CompactOptional<std::int64_t>;
/// Of tokens: at most MostTokens.
using CompactCount = CompactOptional<std::int32_t>;

/// An optional measure, to seven digits, in half of the room of the measure alone.
class CompactMeasure
{
public:
    CompactMeasure() = default;
    CompactMeasure(const std::optional<double> &measure) // NOLINT: a measure
        : m_measure(static_cast<float>(measure.value_or(std::numeric_limits<double>::quiet_NaN())))
    {
    }

    [[nodiscard]] std::optional<double> value() const
    {
        return std::isnan(m_measure) ? std::nullopt : std::optional<double>(m_measure);
    }
    bool operator==(const CompactMeasure &other) const { return value() == other.value(); }

private:
    float m_measure = std::numeric_limits<float>::quiet_NaN();
};

/// What is kept in memory of every cell of a run: all that is counted, sorted and shown in a row of a table. Request, texts,
/// verdicts and trace are the cell's body. Those of a run stand in columns, in fewer bytes: see CellTable.
struct CellSummary {
    CellKey key;
    double score = 0;             ///< Of the grade, if there is one.
    CompactNumber costNano;       ///< See cost().
    CompactNumber firstTokenTime; ///< Microseconds, see firstToken().
    CompactNumber totalTime;      ///< Microseconds, see total().
    Money gradingCost;            ///< See grading(), as all of these.
    std::uint32_t gradingInputTokens = 0;
    std::uint32_t gradingOutputTokens = 0;
    std::uint16_t gradingRequests = 0;
    std::uint16_t gradingUnknownCosts = 0;
    CompactMeasure tokensPerSecond;
    CompactCount inputTokens;
    CompactCount outputTokens;
    std::int32_t otherInputTokens = 0;  ///< See OtherTokens; without those of its judges, which grading() has.
    std::int32_t otherOutputTokens = 0; ///< The same.
    std::uint16_t verdicts = 0;         ///< Checks that were looked at.
    std::uint16_t passedVerdicts = 0;   ///< Those that passed.
    CellState state = CellState::Planned;
    std::optional<Outcome> outcome;     ///< Nothing until checked.
    bool hasText : 1 = false;           ///< The answer has at least one character.
    bool hasAttempts : 1 = false;       ///< It took several attempts.
    bool hasUnknownAttempt : 1 = false; ///< Of one of them nobody knows what it cost.

    [[nodiscard]] std::optional<Money> cost() const;
    [[nodiscard]] std::optional<std::chrono::microseconds> firstToken() const;
    [[nodiscard]] std::optional<std::chrono::microseconds> total() const;

    /// What its judges used, up to what fits.
    [[nodiscard]] GradingSpend grading() const;

    /// Takes over outcome, score, verdicts and what they used.
    void setGrade(const std::optional<Grade> &grade);

    /// Takes over what was used beside the answer, its judges included: setGrade() has been called.
    void setOtherTokens(const OtherTokens &other);

    /// Takes over that there were several, and whether the cost of one of them is not known.
    void setAttempts(const CellAttempts &attempts);

    bool operator==(const CellSummary &) const = default;
};

static_assert(sizeof(CellSummary) <= 96);

[[nodiscard]] CellSummary summaryOf(const Cell &cell);

/// A cell that says what the summary knows, and nothing else: without request, texts, verdicts and trace.
[[nodiscard]] Cell outlineOf(const CellSummary &summary);

} // namespace Tempera
