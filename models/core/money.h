// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/saturation.h"

#include <QMetaType>
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace Tempera {

/// An amount of US dollars in whole nano-dollars (10⁻⁹ USD), so that sums are exact. No rounding inside.
/// Range ±9.2 billion dollars; what goes beyond stays at its end, and says so: see isBeyond().
class Money
{
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money fromNano(std::int64_t nano) { return Money(Saturated::number(nano)); }
    /// Rounds to the nearest nano-dollar; 0 for what is not a number. Only for numbers that come as text or JSON.
    [[nodiscard]] static Money fromDollars(double dollars);

    [[nodiscard]] constexpr std::int64_t nano() const { return m_nano; }
    [[nodiscard]] double dollars() const;
    /// The amount lies at or beyond the end of the range: it is more (or less) than what is shown.
    [[nodiscard]] constexpr bool isBeyond() const { return m_nano == Saturated::Most || m_nano == -Saturated::Most; }

    constexpr auto operator<=>(const Money &) const = default;
    constexpr Money &operator+=(Money other)
    {
        m_nano = Saturated::sum(m_nano, other.m_nano);
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return fromNano(Saturated::sum(a.m_nano, b.m_nano)); }
    friend constexpr Money operator-(Money a, Money b) { return fromNano(Saturated::difference(a.m_nano, b.m_nano)); }
    friend constexpr Money operator*(Money a, std::int64_t n) { return fromNano(Saturated::product(a.m_nano, n)); }

    /// "$0.0021": as many digits as the amount needs to show two significant ones, at least cents. "more than
    /// $9,223,372,036" (translated) beyond the range.
    [[nodiscard]] QString text() const;

private:
    explicit constexpr Money(std::int64_t nano) : m_nano(nano) { }
    std::int64_t m_nano = 0;
};

/// Price of one million tokens → price of `tokens` tokens, rounded up to a whole nano-dollar.
[[nodiscard]] Money moneyForTokens(Money perMillion, std::int64_t tokens);

/// "unknown" (translated) where there is no amount; never "$0".
[[nodiscard]] QString moneyText(const std::optional<Money> &amount);

} // namespace Tempera

Q_DECLARE_METATYPE(Tempera::Money)
