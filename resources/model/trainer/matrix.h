// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Products of float matrices for AVX2 and FMA, one thread. Both factors are given with the distance between rows and
// the distance between columns, so that a transposed factor needs no copy.
#pragma once

#include <algorithm>
#include <cstddef>
#include <immintrin.h>
#include <vector>

namespace trainer {

struct View
{
    const float *data;
    std::ptrdiff_t row;
    std::ptrdiff_t column;
};

inline constexpr int tileRows = 6;
inline constexpr int tileColumns = 16;
inline constexpr int depthBlock = 256;
inline constexpr int columnBlock = 208;

// One tile of the product: `rows` (at most 6) rows of a times a packed panel of 16 columns.
template<int Rows>
inline void tile(const float *a, std::ptrdiff_t aRow, std::ptrdiff_t aColumn, const float *panel, int depth, float *out, std::ptrdiff_t outRow,
                 int columns, bool add)
{
    __m256 sum[Rows][2];
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r)
        sum[r][0] = sum[r][1] = _mm256_setzero_ps();
#pragma GCC unroll 4
    for (int k = 0; k < depth; ++k) {
        const __m256 left = _mm256_load_ps(panel + k * tileColumns);
        const __m256 right = _mm256_load_ps(panel + k * tileColumns + 8);
#pragma GCC unroll 6
        for (int r = 0; r < Rows; ++r) {
            const __m256 value = _mm256_broadcast_ss(a + r * aRow + k * aColumn);
            sum[r][0] = _mm256_fmadd_ps(value, left, sum[r][0]);
            sum[r][1] = _mm256_fmadd_ps(value, right, sum[r][1]);
        }
    }
    if (columns == tileColumns) {
#pragma GCC unroll 6
        for (int r = 0; r < Rows; ++r) {
            float *to = out + r * outRow;
            _mm256_storeu_ps(to, add ? _mm256_add_ps(_mm256_loadu_ps(to), sum[r][0]) : sum[r][0]);
            _mm256_storeu_ps(to + 8, add ? _mm256_add_ps(_mm256_loadu_ps(to + 8), sum[r][1]) : sum[r][1]);
        }
        return;
    }
    alignas(32) float edge[tileColumns];
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
        _mm256_store_ps(edge, sum[r][0]);
        _mm256_store_ps(edge + 8, sum[r][1]);
        float *to = out + r * outRow;
        for (int c = 0; c < columns; ++c)
            to[c] = add ? to[c] + edge[c] : edge[c];
    }
}

inline void tileOf(int rows, const float *a, std::ptrdiff_t aRow, std::ptrdiff_t aColumn, const float *panel, int depth, float *out,
                   std::ptrdiff_t outRow, int columns, bool add)
{
    switch (rows) {
    case 6: return tile<6>(a, aRow, aColumn, panel, depth, out, outRow, columns, add);
    case 5: return tile<5>(a, aRow, aColumn, panel, depth, out, outRow, columns, add);
    case 4: return tile<4>(a, aRow, aColumn, panel, depth, out, outRow, columns, add);
    case 3: return tile<3>(a, aRow, aColumn, panel, depth, out, outRow, columns, add);
    case 2: return tile<2>(a, aRow, aColumn, panel, depth, out, outRow, columns, add);
    default: return tile<1>(a, aRow, aColumn, panel, depth, out, outRow, columns, add);
    }
}

// Lay `columns` columns of b out as panels of 16, padded with zeros.
inline void pack(View b, int depth, int columns, float *panels)
{
    for (int c = 0; c < columns; c += tileColumns) {
        const int width = std::min(tileColumns, columns - c);
        const float *from = b.data + c * b.column;
        if (b.column == 1 && width == tileColumns) {
            for (int k = 0; k < depth; ++k)
                std::copy_n(from + k * b.row, tileColumns, panels + k * tileColumns);
        } else if (b.row == 1) {
            for (int j = 0; j < tileColumns; ++j)
                for (int k = 0; k < depth; ++k)
                    panels[k * tileColumns + j] = j < width ? from[k + j * b.column] : 0.0F;
        } else {
            for (int k = 0; k < depth; ++k)
                for (int j = 0; j < tileColumns; ++j)
                    panels[k * tileColumns + j] = j < width ? from[k * b.row + j * b.column] : 0.0F;
        }
        panels += depth * tileColumns;
    }
}

// out = a b, or out += a b; out has rows of `columns` neighbouring values at distance outRow.
inline void multiply(int rows, int columns, int depth, View a, View b, float *out, std::ptrdiff_t outRow, bool add)
{
    alignas(64) thread_local float panels[depthBlock * (columnBlock + tileColumns)];
    for (int k = 0; k < depth; k += depthBlock) {
        const int deep = std::min(depthBlock, depth - k);
        for (int c = 0; c < columns; c += columnBlock) {
            const int wide = std::min(columnBlock, columns - c);
            pack({b.data + k * b.row + c * b.column, b.row, b.column}, deep, wide, panels);
            constexpr int rowBlock = 96;
            for (int r0 = 0; r0 < rows; r0 += rowBlock) {
                const int end = std::min(rows, r0 + rowBlock);
                for (int j = 0; j < wide; j += tileColumns)
                    for (int r = r0; r < end; r += tileRows)
                        tileOf(std::min(tileRows, end - r), a.data + r * a.row + k * a.column, a.row, a.column, panels + j * deep, deep,
                               out + r * outRow + c + j, outRow, std::min(tileColumns, wide - j), add || k > 0);
            }
        }
    }
}

} // namespace trainer
