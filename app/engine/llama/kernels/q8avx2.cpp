// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/kernels/q8lanes.h"

#if defined(__x86_64__)

namespace Tempera::Kernels {
namespace {

constexpr int TileRows = 4;
constexpr int TilesAhead = 2;

/// Unsigned by signed bytes here too, and two products must fit 16 bits: so the weights' absolute values are multiplied by
/// the activations with the weights' signs. `ask`: the weights are read for the first time, from memory.
template<int Rows, int Columns>
TEMPERA_AVX2 void multiplyTile(const Q8Product &product, std::int64_t row, std::int64_t column, bool ask)
{
    const Q8Rows weights = product.weights.from(row);
    const Q8Rows inputs = product.activations.from(column);
    const __m256i ones = _mm256_set1_epi16(1);
    __m256 sums[Rows][Columns];
    for (auto &ofRow : sums) {
        for (__m256 &lanes : ofRow)
            lanes = _mm256_setzero_ps();
    }
    for (std::int64_t block = 0; block < product.blocks; ++block) {
        for (int i = 0; i < Rows; ++i) {
            const Q8Block *weight = weights.from(i).first + block;
            if (ask)
                askFor(weight + TilesAhead * Rows * weights.stride);
            const __m256i quants = quantsOf(weight);
            const __m256i absolute = _mm256_sign_epi8(quants, quants);
            const float scale = _cvtsh_ss(weight->scale);
            for (int j = 0; j < Columns; ++j) {
                const Q8Block *input = inputs.from(j).first + block;
                const __m256i pairs = _mm256_maddubs_epi16(absolute, _mm256_sign_epi8(quantsOf(input), quants));
                sums[i][j] = _mm256_fmadd_ps(_mm256_set1_ps(scale * _cvtsh_ss(input->scale)),
                                             _mm256_cvtepi32_ps(_mm256_madd_epi16(ones, pairs)), sums[i][j]);
            }
        }
    }
    for (int i = 0; i < Rows; ++i) {
        for (int j = 0; j < Columns; ++j)
            product.result[(column + j) * product.resultStride + row + i] = sum(sums[i][j]);
    }
}

template<int Rows>
void multiplyRows(const Q8Product &product, std::int64_t row)
{
    for (std::int64_t column = 0; column < product.columns;) {
        const bool first = column == 0;
        const std::int64_t left = product.columns - column;
        if (left >= 4) {
            multiplyTile<Rows, 4>(product, row, column, first);
            column += 4;
        } else if (left >= 2) {
            multiplyTile<Rows, 2>(product, row, column, first);
            column += 2;
        } else {
            multiplyTile<Rows, 1>(product, row, column, first);
            ++column;
        }
    }
}

} // namespace

void multiplyAvx2(const Q8Product &product, std::int64_t begin, std::int64_t end)
{
    std::int64_t row = begin;
    for (; row + TileRows <= end; row += TileRows)
        multiplyRows<TileRows>(product, row);
    for (; row < end; ++row)
        multiplyRows<1>(product, row);
}

} // namespace Tempera::Kernels

#endif
