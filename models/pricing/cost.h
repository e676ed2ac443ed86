// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"

#include <QFlags>
#include <QString>

#include <cstdint>

namespace Tempera {

/// Why a cost is not exact.
enum class CostReason : std::uint16_t {
    NoPrice = 1 << 0,         ///< Nobody says what the model costs.
    NoTierPrice = 1 << 1,     ///< The service tier that answered has no price.
    NoUnitPrice = 1 << 2,     ///< A kind of usage has no price: a cache write, sound.
    NoUsage = 1 << 3,         ///< The endpoint did not tell how many tokens it took.
    NoOutputLimit = 1 << 4,   ///< Nothing limits the answer.
    OpenOutput = 1 << 5,      ///< How long the answers will be is not known.
    EstimatedTokens = 1 << 6, ///< Tokens were counted by a rule, not by the model's own tokenizer.
    OpenTime = 1 << 7,        ///< The price depends on when it is asked.
    FromPilot = 1 << 8,       ///< Drawn from a sample, with 95 % confidence.
    OpenDuration = 1 << 10,   ///< A machine is paid by the hour, and how long it will work is not known.
    Scaled = 1 << 9,          ///< Drawn from a part of the documents.
};
Q_DECLARE_FLAGS(CostReasons, CostReason)
Q_DECLARE_OPERATORS_FOR_FLAGS(CostReasons)

/// "the price is unknown; the output is not limited", translated; empty for none.
[[nodiscard]] QString costReasonText(CostReasons reasons);

/// What something costs: exact, between two amounts, or unknown. What is unknown is never read as free. A value.
class Cost
{
public:
    enum class Kind : std::uint8_t { Exact, Between, Unknown };

    /// Unknown without a reason.
    constexpr Cost() = default;
    [[nodiscard]] static Cost exact(Money amount) { return {Kind::Exact, amount, amount, {}}; }
    /// Exact where both ends are one and nothing speaks against it. The ends may come in any order.
    [[nodiscard]] static Cost between(Money a, Money b, CostReasons reasons);
    [[nodiscard]] static Cost unknown(CostReasons reasons) { return {Kind::Unknown, {}, {}, reasons}; }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isKnown() const { return m_kind != Kind::Unknown; }
    /// The least; 0 for what is unknown.
    [[nodiscard]] Money low() const { return m_low; }
    /// The most; 0 for what is unknown.
    [[nodiscard]] Money high() const { return m_high; }
    /// The middle of both ends, for a comparison; 0 for what is unknown.
    [[nodiscard]] Money middle() const;
    [[nodiscard]] CostReasons reasons() const { return m_reasons; }

    /// `count` times it. Amounts stay at the end of their range and say so.
    [[nodiscard]] Cost times(std::int64_t count) const;
    /// The same for a job of `wanted` parts instead of `counted`: the low end is rounded down, the high one up. `counted` > 0.
    [[nodiscard]] Cost scaled(std::int64_t wanted, std::int64_t counted) const;
    /// The costs of one thing under two readings of what is open: it is between both, or unknown where one is.
    [[nodiscard]] Cost unitedWith(const Cost &other, CostReasons reasons) const;

    bool operator==(const Cost &) const = default;

private:
    Cost(Kind kind, Money low, Money high, CostReasons reasons) : m_low(low), m_high(high), m_reasons(reasons), m_kind(kind) { }

    Money m_low;
    Money m_high;
    CostReasons m_reasons;
    Kind m_kind = Kind::Unknown;
};

/// "$0.42", "$0.10–$0.42", "more than $9,223,372,036", "unknown: the price is unknown"; translated.
[[nodiscard]] QString costText(const Cost &cost);

/// A sum of costs: what is known, exactly or between two amounts, and how many are unknown.
class CostSum
{
public:
    void add(const Cost &cost);
    /// `count` of the same.
    void add(const Cost &cost, std::int64_t count);

    /// Of the known ones; unknown only where there are unknown ones and no others.
    [[nodiscard]] Cost known() const;
    [[nodiscard]] std::int64_t unknownCount() const { return m_unknown; }
    /// Why the unknown ones are.
    [[nodiscard]] CostReasons unknownReasons() const { return m_unknownReasons; }
    /// The amounts lie at the end of their range: the sum is more than they say.
    [[nodiscard]] bool isBeyond() const { return m_low.isBeyond() || m_high.isBeyond(); }

    bool operator==(const CostSum &) const = default;

private:
    Money m_low;
    Money m_high;
    std::int64_t m_known = 0;
    std::int64_t m_unknown = 0;
    CostReasons m_reasons;
    CostReasons m_unknownReasons;
};

/// "$1.20", "$1.20–$1.50 and 3 unknown", "unknown: …"; translated.
[[nodiscard]] QString costSumText(const CostSum &sum);

} // namespace Tempera
