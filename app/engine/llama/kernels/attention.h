// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace Tempera::Kernels {

/// Vectors of one length for each row (or cell) and head; strides in bytes.
struct HeadVectors {
    const std::byte *first = nullptr;
    std::int64_t rowStride = 0;
    std::int64_t headStride = 0;

    [[nodiscard]] const std::byte *at(std::int64_t row, std::int64_t head) const
    {
        return first + row * rowStride + head * headStride;
    }
};

/// Attention of a layer: each row's queries look at those cells of the memory that the mask leaves to the row.
struct Attention {
    HeadVectors queries; ///< Floats.
    HeadVectors keys;    ///< Half-precision floats, as are the values and the mask.
    HeadVectors values;
    const std::byte *mask = nullptr; ///< For each row and cell what is added to the score; minus infinity = not for this row.
    std::int64_t maskStride = 0;     ///< Bytes from row to row.
    std::int64_t cells = 0;
    int keyLength = 0;   ///< Of a query too.
    int valueLength = 0; ///< Of a result too.
    int heads = 0;       ///< Of the queries; a multiple of kvHeads.
    int kvHeads = 0;     ///< Of keys and values.
    float scale = 1;     ///< Times this a scalar product is a score.
    float *result = nullptr;
    std::int64_t resultStride = 0; ///< Floats from head to head; after a row's last head comes the next row's first.
};

/// Ways to attend that give the bits of llama.cpp's own function for a few rows (ggml_compute_forward_flash_attn_ext, the
/// loop that goes cell by cell), where that was compiled for the same instructions: the order in which it adds up depends on
/// them. They are quicker because what is masked is passed over sixteen cells at a time, because heads that share keys and
/// values read them together, and because the sums stay in registers.
enum class AttentionMethod { Avx2, Avx512 };

/// True where this processor has the instructions.
[[nodiscard]] bool can(AttentionMethod method);

/// No key and no value is longer.
constexpr int LongestVector = 512;

/// Lengths of keys and values that the method takes are multiples of this.
[[nodiscard]] int lengthUnit(AttentionMethod method);

/// The method with llama.cpp's bits, as it was compiled; nothing where there is none.
[[nodiscard]] std::optional<AttentionMethod> attentionOfLlamaCpp();

/// The results of those heads of a row that share a head of the memory. Any thread. Only where this processor can.
void attend(AttentionMethod method, const Attention &attention, std::int64_t row, int kvHead);

/// What heads of a single row have added up over equal runs of the cells, the last of which may be shorter or empty: so
/// that threads can share a row. For each head and run the greatest score, the sum of the weights and the weighted sums of
/// the values, neither of them divided yet.
struct Runs {
    int count = 1;
    std::int64_t cells = 0; ///< Of a run.
    float *sums = nullptr;

    /// Floats that are needed at `sums`.
    [[nodiscard]] static std::size_t size(const Attention &attention, int count)
    {
        return static_cast<std::size_t>(attention.heads) * static_cast<std::size_t>(count)
               * static_cast<std::size_t>(2 + attention.valueLength);
    }
    [[nodiscard]] float *at(const Attention &attention, int head, int run) const
    {
        return sums + (static_cast<std::ptrdiff_t>(head) * count + run) * (2 + attention.valueLength);
    }
};

/// One run, for the heads that share a head of the memory.
void attendRun(AttentionMethod method, const Attention &attention, const Runs &runs, int kvHead, int run);

/// The result of a head, from all its runs.
void joinRuns(AttentionMethod method, const Attention &attention, const Runs &runs, int head);

} // namespace Tempera::Kernels
