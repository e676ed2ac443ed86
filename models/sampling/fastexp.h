// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bit>
#include <cstdint>

namespace Tempera {

/// e^x for x ≤ 0, relative error below 3·10⁻⁷; 0 below −87. Without branches and calls, so that a loop over it
/// becomes vector code, and made of single-precision steps only, so that it gives the same bits everywhere.
/// x = n·ln 2 + r with |r| ≤ ln 2 / 2; e^r by its Taylor series to the seventh power.
[[nodiscard]] inline float fastExp(float x)
{
    constexpr float Log2E = 1.44269504F;
    constexpr float Ln2High = 0.693359375F; // few bits, so that n · Ln2High is exact
    constexpr float Ln2Low = -2.12194440e-4F;
    constexpr float Lowest = -87.0F;
    const float clamped = x > Lowest ? x : Lowest;
    const int n = static_cast<int>(clamped * Log2E - 0.5F); // truncation rounds to nearest for x ≤ 0
    const float whole = static_cast<float>(n);
    const float r = (clamped - whole * Ln2High) - whole * Ln2Low;
    float p = 1.0F / 5040.0F;
    p = p * r + 1.0F / 720.0F;
    p = p * r + 1.0F / 120.0F;
    p = p * r + 1.0F / 24.0F;
    p = p * r + 1.0F / 6.0F;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    const float scale = std::bit_cast<float>(static_cast<std::uint32_t>(n + 127) << 23);
    return x > Lowest ? p * scale : 0.0F;
}

} // namespace Tempera
