// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

namespace Tempera {

/// Philox4x32-10: a counter and a key in, 128 random bits out, with no state between calls.
/// Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 4.
[[nodiscard]] std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// Which stream of random numbers a generation draws from. Variants of one case share it, so that they differ by
/// their settings and not by luck; repeats have streams of their own.
struct RandomStream {
    std::uint64_t seed = 0;
    std::uint32_t caseIndex = 0;
    std::uint32_t repeat = 0;
};

/// The number that chooses the token at `position` (0 = first generated): uniform on [0, 1), 53 random bits.
/// A pure function of its arguments.
[[nodiscard]] double uniformAt(const RandomStream &stream, std::uint32_t position);

/// A second number for the same position, for a sampler that has to decide something (XTC) before the token is chosen:
/// uniform on [0, 1), independent of `u` for every practical purpose, and a pure function of it, so that whoever knows
/// the u of a token (its trace) can do the decision again. Philox over the bits of u under a key of its own.
[[nodiscard]] double companionOf(double u);

} // namespace Tempera
