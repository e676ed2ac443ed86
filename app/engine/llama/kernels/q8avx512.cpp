// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/kernels/q8lanes.h"

#if defined(__x86_64__)

#include <algorithm>

#define TEMPERA_AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma,f16c")))
#define TEMPERA_AVX512_INLINE TEMPERA_AVX512 __attribute__((always_inline)) inline

namespace Tempera::Kernels {
namespace {

constexpr int TileRows = 4;
constexpr int TileColumns = 8; ///< In pairs: one half of a register each.
constexpr int TilesAhead = 2;

TEMPERA_AVX512_INLINE __m256i repeated(std::uint16_t half)
{
    return _mm256_set1_epi16(static_cast<short>(half));
}

/// The scalar products of some rows with each of some others: out[i · strideOfSingles + j · strideOfPaired].
struct Tile {
    Q8Rows singles;
    Q8Rows paired;
    int pairedCount = 0; ///< The last of an odd number is paired with itself.
    std::int64_t blocks = 0;
    float *out = nullptr;
    std::int64_t strideOfSingles = 0;
    std::int64_t strideOfPaired = 0;
};

enum class Weights { Single, Paired, Cached };

/// The instruction multiplies unsigned by signed bytes, so the singles are taken as q + 128, and what that adds, 128 times
/// the sum of the others, is taken off beforehand: exact, in integers. `weights` are read once, and from memory.
template<int Singles, int Pairs, Weights weights>
TEMPERA_AVX512 void multiplyTile(const Tile &tile)
{
    const Q8Block *rows[2 * Pairs];
    for (int i = 0; i < 2 * Pairs; ++i)
        rows[i] = tile.paired.from(std::min(i, tile.pairedCount - 1)).first;

    const __m512i shift = _mm512_set1_epi8(static_cast<char>(0x80));
    __m512 sums[Singles][Pairs];
    for (auto &ofSingle : sums) {
        for (__m512 &lanes : ofSingle)
            lanes = _mm512_setzero_ps();
    }
    for (std::int64_t block = 0; block < tile.blocks; ++block) {
        __m512i pair[Pairs];
        __m512i start[Pairs];
        __m512 pairScale[Pairs];
        for (int p = 0; p < Pairs; ++p) {
            const Q8Block *low = rows[2 * p] + block;
            const Q8Block *high = rows[2 * p + 1] + block;
            if constexpr (weights == Weights::Paired) {
                askFor(low + TilesAhead * 2 * Pairs * tile.paired.stride);
                askFor(high + TilesAhead * 2 * Pairs * tile.paired.stride);
            }
            pair[p] = _mm512_inserti64x4(_mm512_castsi256_si512(quantsOf(low)), quantsOf(high), 1);
            start[p] = _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_dpbusd_epi32(_mm512_setzero_si512(), shift, pair[p]));
            pairScale[p] = _mm512_cvtph_ps(_mm256_mask_set1_epi16(repeated(low->scale), 0xff00, static_cast<short>(high->scale)));
        }
        for (int i = 0; i < Singles; ++i) {
            const Q8Block *single = tile.singles.from(i).first + block;
            if constexpr (weights == Weights::Single)
                askFor(single + TilesAhead * Singles * tile.singles.stride);
            const __m512i shifted = _mm512_xor_si512(_mm512_broadcast_i64x4(quantsOf(single)), shift);
            const __m512 scale = _mm512_cvtph_ps(repeated(single->scale));
            for (int p = 0; p < Pairs; ++p) {
                const __m512 dot = _mm512_cvtepi32_ps(_mm512_dpbusd_epi32(start[p], shifted, pair[p]));
                sums[i][p] = _mm512_fmadd_ps(_mm512_mul_ps(scale, pairScale[p]), dot, sums[i][p]);
            }
        }
    }
    for (int i = 0; i < Singles; ++i) {
        for (int j = 0; j < tile.pairedCount; ++j) {
            const __m512 both = sums[i][j / 2];
            tile.out[i * tile.strideOfSingles + j * tile.strideOfPaired] =
                sum(j % 2 == 0 ? _mm512_castps512_ps256(both) : _mm512_extractf32x8_ps(both, 1));
        }
    }
}

template<int Singles, Weights weights>
void multiplyTile(const Tile &tile)
{
    switch ((tile.pairedCount + 1) / 2) {
    case 1: multiplyTile<Singles, 1, weights>(tile); break;
    case 2: multiplyTile<Singles, 2, weights>(tile); break;
    case 3: multiplyTile<Singles, 3, weights>(tile); break;
    default: multiplyTile<Singles, 4, weights>(tile);
    }
}

/// Some rows of weights for all columns, while they are in the cache.
template<int Rows>
void multiplyRows(const Q8Product &product, std::int64_t row)
{
    for (std::int64_t column = 0; column < product.columns; column += TileColumns) {
        const Tile tile{.singles = product.weights.from(row),
                        .paired = product.activations.from(column),
                        .pairedCount = static_cast<int>(std::min<std::int64_t>(TileColumns, product.columns - column)),
                        .blocks = product.blocks,
                        .out = product.result + column * product.resultStride + row,
                        .strideOfSingles = 1,
                        .strideOfPaired = product.resultStride};
        if (column == 0)
            multiplyTile<Rows, Weights::Single>(tile);
        else
            multiplyTile<Rows, Weights::Cached>(tile);
    }
}

/// One column: here the weights go in pairs.
void multiplyColumn(const Q8Product &product, std::int64_t begin, std::int64_t end)
{
    for (std::int64_t row = begin; row < end; row += TileColumns) {
        multiplyTile<1, Weights::Paired>({.singles = product.activations,
                                          .paired = product.weights.from(row),
                                          .pairedCount = static_cast<int>(std::min<std::int64_t>(TileColumns, end - row)),
                                          .blocks = product.blocks,
                                          .out = product.result + row,
                                          .strideOfSingles = 0,
                                          .strideOfPaired = 1});
    }
}

} // namespace

void multiplyAvx512(const Q8Product &product, std::int64_t begin, std::int64_t end)
{
    if (product.columns == 1) {
        multiplyColumn(product, begin, end);
        return;
    }
    std::int64_t row = begin;
    for (; row + TileRows <= end; row += TileRows)
        multiplyRows<TileRows>(product, row);
    for (; row < end; ++row)
        multiplyRows<1>(product, row);
}

} // namespace Tempera::Kernels

#endif
