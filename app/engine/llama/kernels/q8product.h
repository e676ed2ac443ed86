// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

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

/// Ways to multiply that give the bits of llama.cpp's own product for AVX2, as they add up in its order, lane by lane. They
/// are quicker because they ask memory for the weights before they need them, and Avx512 (with VNNI) takes two columns, or of
/// a single one two rows, at once.
enum class Q8Method { Avx2, Avx512 };

/// True where this processor has the instructions.
[[nodiscard]] bool can(Q8Method method);

/// What is quicker than llama.cpp's own product on this processor; nothing where that is.
[[nodiscard]] std::optional<Q8Method> quickestFor(std::int64_t columns);

/// Rows `begin` to `end` (not included) of the product. Any thread. Only where this processor can.
void multiply(Q8Method method, const Q8Product &product, std::int64_t begin, std::int64_t end);

} // namespace Tempera::Kernels
