// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <span>

/// Marks a function whose loops run over a whole vocabulary: it is compiled for AVX2 as well and chosen when the
/// program starts. AVX2 without FMA, so that both give the same bits. Not with AddressSanitizer, whose memory map is
/// not there yet when the choice is made.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define TEMPERA_VECTOR_CODE __attribute__((target_clones("avx2", "default")))
#else
#define TEMPERA_VECTOR_CODE
#endif

namespace Tempera {

/// Eight numbers on which one operator works at once (vector extension of GCC and Clang): what the compiler may not
/// make of a running maximum or minimum by itself. A comparison gives −1 where it holds, and 0.
using FloatLanes = float __attribute__((vector_size(32)));
using IntLanes = std::int32_t __attribute__((vector_size(32)));
inline constexpr std::size_t LaneCount = 8;

/// By reference: a vector as a result would need another calling convention for each processor.
inline void load(const float *from, FloatLanes &lanes)
{
    std::memcpy(&lanes, from, sizeof lanes);
}

/// Every lane with the same number.
inline void fill(FloatLanes &lanes, float value)
{
    for (std::size_t i = 0; i < LaneCount; ++i)
        lanes[i] = value;
}

/// The highest of the numbers, −∞ if there is none; NaN is not one.
[[nodiscard]] inline float highestOf(std::span<const float> numbers)
{
    FloatLanes high;
    fill(high, -std::numeric_limits<float>::infinity());
    std::size_t i = 0;
    for (; i + LaneCount <= numbers.size(); i += LaneCount) {
        FloatLanes here;
        load(&numbers[i], here);
        high = here > high ? here : high;
    }
    float highest = -std::numeric_limits<float>::infinity();
    for (std::size_t lane = 0; lane < LaneCount; ++lane)
        highest = high[lane] > highest ? high[lane] : highest;
    for (; i < numbers.size(); ++i)
        highest = numbers[i] > highest ? numbers[i] : highest;
    return highest;
}

} // namespace Tempera
