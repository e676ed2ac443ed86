// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace Tempera::Kernels {

/// 32 numbers of a Q8_0 row: each is its quant times the scale. The layout is llama.cpp's block_q8_0.
struct Q8Block {
    static constexpr int Size = 32;
    std::uint16_t scale; ///< A half-precision float's bits.
    std::int8_t quants[Size];
};
static_assert(sizeof(Q8Block) == 34 && alignof(Q8Block) == 2);

/// Rows of equally many blocks; `stride` blocks lie from the beginning of one to that of the next.
struct Q8Rows {
    const Q8Block *first = nullptr;
    std::int64_t stride = 0;

    [[nodiscard]] Q8Rows from(std::int64_t row) const { return {first + row * stride, stride}; }
};

/// What is to be multiplied: result[column · resultStride + row] = the scalar product of a row of `weights` and a row of
/// `activations` (one for each column of the result), each `blocks` long.
struct Q8Product {
    Q8Rows weights;
    Q8Rows activations;
    std::int64_t columns = 0;
    std::int64_t blocks = 0;
    float *result = nullptr;
    std::int64_t resultStride = 0;
};

/// True where this processor has what multiply() is written for: AVX-512 with VNNI.
[[nodiscard]] bool canMultiplyQ8();

/// Rows `begin` to `end` (not included) of the product. Adds up in the order of llama.cpp's own product for AVX2, lane by
/// lane, so that the bits are the same; what differs is the time: it takes two columns at once, and asks for weights before
/// it needs them. Any thread. Only where canMultiplyQ8().
void multiply(const Q8Product &product, std::int64_t begin, std::int64_t end);

} // namespace Tempera::Kernels
