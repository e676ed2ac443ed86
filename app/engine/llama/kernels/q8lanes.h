// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// What the kernels for x86 share. A function of theirs has the instructions that its attribute names, and is called only
// where the processor has them: the rest of the program must not get any that it may lack.

#include "app/engine/llama/kernels/q8product.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define TEMPERA_AVX2 __attribute__((target("avx2,fma,f16c")))
#define TEMPERA_AVX2_INLINE TEMPERA_AVX2 __attribute__((always_inline)) inline

namespace Tempera::Kernels {

void multiplyAvx2(const Q8Product &product, std::int64_t begin, std::int64_t end);
void multiplyAvx512(const Q8Product &product, std::int64_t begin, std::int64_t end);

TEMPERA_AVX2_INLINE __m256i quantsOf(const Q8Block *block)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(block->quants));
}

/// The sum of eight lanes, in llama.cpp's order.
TEMPERA_AVX2_INLINE float sum(__m256 lanes)
{
    __m128 four = _mm_add_ps(_mm256_extractf128_ps(lanes, 1), _mm256_castps256_ps128(lanes));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(four, _mm_movehdup_ps(four)));
}

/// Asks memory for a block that will be needed soon.
inline void askFor(const Q8Block *block)
{
    _mm_prefetch(reinterpret_cast<const char *>(block), _MM_HINT_T0);
}

} // namespace Tempera::Kernels

#endif
