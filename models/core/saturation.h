// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <limits>

namespace Tempera {

/// Whole numbers that stay at the end of their range instead of wrapping round. The range is symmetric: ±(2⁶³ − 1).
namespace Saturated {

__extension__ typedef __int128 Wide;

inline constexpr std::int64_t Most = std::numeric_limits<std::int64_t>::max();

/// The wide number, or the end of the range that it lies beyond.
[[nodiscard]] constexpr std::int64_t number(Wide wide)
{
    if (wide >= Most)
        return Most;
    return wide <= -Wide{Most} ? -Most : static_cast<std::int64_t>(wide);
}
[[nodiscard]] constexpr std::int64_t sum(std::int64_t a, std::int64_t b)
{
    return number(Wide{a} + b);
}
[[nodiscard]] constexpr std::int64_t difference(std::int64_t a, std::int64_t b)
{
    return number(Wide{a} - b);
}
[[nodiscard]] constexpr std::int64_t product(std::int64_t a, std::int64_t b)
{
    return number(Wide{a} * b);
}
/// The nearest whole number; 0 for what is none.
[[nodiscard]] constexpr std::int64_t rounded(double value)
{
    if (value != value)
        return 0;
    if (value >= 0x1p63)
        return Most;
    if (value <= -0x1p63)
        return -Most;
    const auto whole = static_cast<std::int64_t>(value);
    const double rest = value - static_cast<double>(whole);
    return sum(whole, rest >= 0.5 ? 1 : rest <= -0.5 ? -1 : 0);
}

} // namespace Saturated
} // namespace Tempera
