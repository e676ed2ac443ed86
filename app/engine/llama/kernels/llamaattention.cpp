// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Between llama.cpp and its flash attention: the linker leads the calls of ggml_compute_forward_flash_attn_ext here
// (--wrap), and what is not attended to here goes on to the original. llama.cpp itself stays as it was released.

#include "app/engine/llama/kernels/attention.h"
#include "app/engine/llama/threads/workteam.h"

#include <ggml-cpu-impl.h>

#include <cstring>
#include <optional>
#include <tuple>

using namespace Tempera::Kernels;

namespace {

/// Where a single row has as many cells, llama.cpp lets each thread take a run of them.
constexpr std::int64_t FirstSharedCells = 512;
/// Where as many rows come together, llama.cpp takes another way, with other bits.
constexpr std::int64_t FirstTiledRows = 64;

HeadVectors vectorsOf(const ggml_tensor *tensor)
{
    return {static_cast<const std::byte *>(tensor->data), static_cast<std::int64_t>(tensor->nb[1]),
            static_cast<std::int64_t>(tensor->nb[2])};
}

/// Scale, the steepness of a penalty for distance (0 = none) and a limit for scores (0 = none).
struct Parameters {
    float scale = 1;
    float maxBias = 0;
    float softCap = 0;
};

Parameters parametersOf(const ggml_tensor *node)
{
    static_assert(sizeof(Parameters) == 3 * sizeof(float));
    Parameters parameters;
    std::memcpy(&parameters, node->op_params, sizeof parameters);
    return parameters;
}

bool fits(const ggml_tensor *vectors, ggml_type type, int unit)
{
    return vectors->type == type && vectors->nb[0] == ggml_type_size(type) && vectors->ne[0] % unit == 0
           && vectors->ne[0] <= LongestVector && vectors->ne[3] == 1;
}

/// What attend() can do with the node; nothing = llama.cpp is to do it.
std::optional<Attention> attentionOf(const ggml_tensor *node, AttentionMethod method)
{
    const auto [queries, keys, values, mask, sinks] =
        std::tuple(node->src[0], node->src[1], node->src[2], node->src[3], node->src[4]);
    const auto [scale, maxBias, softCap] = parametersOf(node);
    const int unit = lengthUnit(method);
    const std::int64_t rows = queries->ne[1];
    if (rows >= FirstTiledRows || !mask || sinks || maxBias != 0 || softCap != 0 || keys->ne[2] != values->ne[2]
        || !fits(queries, GGML_TYPE_F32, unit) || !fits(keys, GGML_TYPE_F16, unit) || !fits(values, GGML_TYPE_F16, unit)
        || mask->type != GGML_TYPE_F16 || mask->ne[2] != 1 || mask->ne[3] != 1)
        return {};
    return Attention{.queries = vectorsOf(queries),
                     .keys = vectorsOf(keys),
                     .values = vectorsOf(values),
                     .mask = static_cast<const std::byte *>(mask->data),
                     .maskStride = static_cast<std::int64_t>(mask->nb[1]),
                     .cells = keys->ne[1],
                     .keyLength = static_cast<int>(keys->ne[0]),
                     .valueLength = static_cast<int>(values->ne[0]),
                     .heads = static_cast<int>(queries->ne[2]),
                     .kvHeads = static_cast<int>(keys->ne[2]),
                     .scale = scale,
                     .result = static_cast<float *>(node->data),
                     .resultStride = static_cast<std::int64_t>(node->nb[1] / sizeof(float))};
}

/// A thread that is ready takes the next part. All threads come here.
template<typename Function>
void share(const ggml_compute_params *params, int parts, Function function)
{
    if (params->ith == 0)
        ggml_threadpool_chunk_set(params->threadpool, params->nth);
    ggml_barrier(params->threadpool);
    for (int part = params->ith; part < parts; part = ggml_threadpool_chunk_add(params->threadpool, 1))
        function(part);
}

/// Rows see unequally many cells.
void shareRows(const ggml_compute_params *params, const Attention &attention, AttentionMethod method, int rows)
{
    share(params, rows * attention.kvHeads,
          [&](int part) { attend(method, attention, part / attention.kvHeads, part % attention.kvHeads); });
}

/// How many runs a row's cells are cut into: one a thread, and as many where a busy machine leaves fewer threads, for the
/// bits depend on it.
int runsFor(const ggml_compute_params *params)
{
    const Tempera::WorkTeam *const team = Tempera::WorkTeam::current();
    return team ? team->wanted() : params->nth;
}

void shareCells(const ggml_compute_params *params, const Attention &attention, AttentionMethod method)
{
    const int count = runsFor(params);
    const Runs runs{count, (attention.cells + count - 1) / count, static_cast<float *>(params->wdata)};
    share(params, attention.kvHeads * runs.count,
          [&](int part) { attendRun(method, attention, runs, part / runs.count, part % runs.count); });
    ggml_barrier(params->threadpool);
    for (int head = params->ith; head < attention.heads; head += params->nth)
        joinRuns(method, attention, runs, head);
}

} // namespace

extern "C" {

// NOLINTBEGIN: the linker's names
void __real_ggml_compute_forward_flash_attn_ext(const ggml_compute_params *params, ggml_tensor *node);

void __wrap_ggml_compute_forward_flash_attn_ext(const ggml_compute_params *params, ggml_tensor *node)
// NOLINTEND
{
    static const std::optional<AttentionMethod> method = attentionOfLlamaCpp();
    const std::optional<Attention> attention = method && !params->use_ref ? attentionOf(node, *method) : std::nullopt;
    if (!attention)
        return __real_ggml_compute_forward_flash_attn_ext(params, node);
    const int rows = static_cast<int>(node->src[0]->ne[1]);
    const bool sharesCells = rows == 1 && attention->cells >= FirstSharedCells;
    if (sharesCells && params->wsize < Runs::size(*attention, runsFor(params)) * sizeof(float))
        return __real_ggml_compute_forward_flash_attn_ext(params, node);
    if (sharesCells)
        shareCells(params, *attention, *method);
    else
        shareRows(params, *attention, *method, rows);
}
}
