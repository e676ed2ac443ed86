// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <random>
#include <vector>

namespace Tempera {

/// The source of chance of everything that resamples; handed in, never global, used by one thread at a time. Its numbers are
/// laid down by the C++ standard, and what is made of them here is our own, so that a seed gives the same figures on every
/// machine.
using StatsRandom = std::mt19937_64;

/// Uniform in [0, 1), in steps of 2⁻⁵³.
[[nodiscard]] inline double uniformReal(StatsRandom &random)
{
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

/// Uniform in 0 … count − 1; count > 0 and below 2⁵².
[[nodiscard]] inline std::size_t uniformBelow(StatsRandom &random, std::size_t count)
{
    return static_cast<std::size_t>(uniformReal(random) * static_cast<double>(count));
}

/// From the standard normal distribution (Box and Muller 1958).
[[nodiscard]] double normalReal(StatsRandom &random);

/// 0 … count − 1 in random order, each order as likely as any other: the order in which a race runs its cases.
[[nodiscard]] std::vector<std::size_t> randomOrder(std::size_t count, StatsRandom &random);

} // namespace Tempera
