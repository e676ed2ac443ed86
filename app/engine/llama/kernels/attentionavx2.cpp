// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/kernels/attentionlanes.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#pragma GCC push_options
#pragma GCC target("avx2,fma,f16c")

#include "app/engine/llama/kernels/attentionloop.h"

namespace Tempera::Kernels {
namespace {

struct Lanes8 {
    using Register = __m256;
    static constexpr int Count = 8;
    static constexpr int Heads = 2;

    static Register zero() { return _mm256_setzero_ps(); }
    static Register all(float number) { return _mm256_set1_ps(number); }
    static Register load(const float *numbers) { return _mm256_loadu_ps(numbers); }
    static void store(float *numbers, Register lanes) { _mm256_storeu_ps(numbers, lanes); }
    static Register halves(const std::uint16_t *numbers)
    {
        return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i *>(numbers)));
    }
    static Register rounded(Register lanes) { return _mm256_cvtph_ps(_mm256_cvtps_ph(lanes, _MM_FROUND_TO_NEAREST_INT)); }
    static Register add(Register one, Register other) { return _mm256_add_ps(one, other); }
    static Register multiply(Register one, Register other) { return _mm256_mul_ps(one, other); }
    static Register multiplyAdd(Register one, Register other, Register to) { return _mm256_fmadd_ps(one, other, to); }
    static float sum(Register lanes)
    {
        const __m128 four = _mm_add_ps(_mm256_castps256_ps128(lanes), _mm256_extractf128_ps(lanes, 1));
        const __m128 two = _mm_hadd_ps(four, four);
        return _mm_cvtss_f32(_mm_hadd_ps(two, two));
    }
};

} // namespace

const AttentionFunctions attentionAvx2{attendWith<Lanes8>, attendRunWith<Lanes8>, joinRunsWith<Lanes8>};

} // namespace Tempera::Kernels

#pragma GCC pop_options

#endif
