// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Between llama.cpp and its matrix product: the linker leads the calls of llamafile_sgemm here (--wrap), and what is not
// quicker here goes on to the original. llama.cpp itself stays as it was released.

#include "app/engine/llama/kernels/q8product.h"

#include <ggml-cpu-impl.h>
#include <llamafile/sgemm.h>

#include <algorithm>

using namespace Tempera::Kernels;

extern "C" {

// NOLINTBEGIN: the linker's names
bool __real_llamafile_sgemm(const ggml_compute_params *params, int64_t rows, int64_t columns, int64_t blocks, const void *weights,
                            int64_t weightsStride, const void *activations, int64_t activationsStride, void *result,
                            int64_t resultStride, int weightsType, int activationsType, int resultType);

bool __wrap_llamafile_sgemm(const ggml_compute_params *params, int64_t rows, int64_t columns, int64_t blocks, const void *weights,
                            int64_t weightsStride, const void *activations, int64_t activationsStride, void *result,
                            int64_t resultStride, int weightsType, int activationsType, int resultType)
// NOLINTEND
{
    std::optional<Q8Method> method;
    if (weightsType == GGML_TYPE_Q8_0 && activationsType == GGML_TYPE_Q8_0 && resultType == GGML_TYPE_F32)
        method = quickestFor(columns);
    if (!method)
        return __real_llamafile_sgemm(params, rows, columns, blocks, weights, weightsStride, activations, activationsStride,
                                      result, resultStride, weightsType, activationsType, resultType);
    // Whole tiles for each thread.
    constexpr int64_t Tile = 8;
    const int64_t tiles = (rows + Tile - 1) / Tile;
    const int64_t share = (tiles + params->nth - 1) / params->nth * Tile;
    multiply(*method,
             {.weights = {static_cast<const Q8Block *>(weights), weightsStride},
              .activations = {static_cast<const Q8Block *>(activations), activationsStride},
              .columns = columns,
              .blocks = blocks,
              .result = static_cast<float *>(result),
              .resultStride = resultStride},
             std::min(rows, params->ith * share), std::min(rows, (params->ith + 1) * share));
    return true;
}
}
