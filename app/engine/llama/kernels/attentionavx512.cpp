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
#pragma GCC target("avx512f,avx2,fma,f16c")

#include "app/engine/llama/kernels/attentionloop.h"

namespace Tempera::Kernels {
namespace {

struct Lanes16 {
    using Register = __m512;
    static constexpr int Count = 16;
    static constexpr int Heads = 4;

    static Register zero() { return _mm512_setzero_ps(); }
    static Register all(float number) { return _mm512_set1_ps(number); }
    static Register load(const float *numbers) { return _mm512_loadu_ps(numbers); }
    static void store(float *numbers, Register lanes) { _mm512_storeu_ps(numbers, lanes); }
    static Register halves(const std::uint16_t *numbers)
    {
        return _mm512_cvtph_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(numbers)));
    }
    static Register rounded(Register lanes) { return _mm512_cvtph_ps(_mm512_cvtps_ph(lanes, _MM_FROUND_TO_NEAREST_INT)); }
    static Register add(Register one, Register other) { return _mm512_add_ps(one, other); }
    static Register multiply(Register one, Register other) { return _mm512_mul_ps(one, other); }
    static Register multiplyAdd(Register one, Register other, Register to) { return _mm512_fmadd_ps(one, other, to); }
    static float sum(Register lanes) { return _mm512_reduce_add_ps(lanes); }
};

} // namespace

const AttentionFunctions attentionAvx512{attendWith<Lanes16>, attendRunWith<Lanes16>, joinRunsWith<Lanes16>};

} // namespace Tempera::Kernels

#pragma GCC pop_options

#endif
