// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/localsettings.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace Tempera {

/// What one call of llama.cpp's decode did. For tests and benchmarks.
struct DecodeReport {
    int tokens = 0;    ///< Tokens in the batch.
    int sequences = 0; ///< Sequences with a token in it.
};

/// How local models are run. A value; each model keeps those that it was loaded with.
struct LlamaSettings {
    int threads = 0;       ///< 0 = as many as there are cores for arithmetic (llama-bench's own default).
    int contextTokens = 0; ///< Longest prompt and answer together; 0 = the model's own, at most 8,192.
    int nSequences = 8;    ///< Generations of one model that run at the same time, 1 to 64.
    int promptChunk = 512; ///< Prompt tokens evaluated in one step.
    FlashAttention flashAttention = FlashAttention::Off; ///< Off: a text does not depend on what else runs beside it.
    CacheType cacheType = CacheType::F16;
    int gpuLayers = -1;                   ///< −1 = all that fit. Without a graphics card or a worker it does nothing.
    QStringList rpcWorkers = {};          ///< "host:port" of llama.cpp's RPC workers.
    int keptModels = 2;                   ///< Models kept loaded when nothing uses them.
    std::chrono::minutes idleTimeout{15}; ///< Until a model that nothing uses is unloaded; 0 = never.
    int traceCandidates = 4'096;          ///< Likeliest tokens that a trace lists one by one.
    std::function<std::optional<std::int64_t>()> availableMemory = {}; ///< Bytes; empty = the machine is asked.
    std::function<void()> onIdle = {};                       ///< Called on a model's thread when its last work has ended.
    std::function<void(const DecodeReport &)> onDecode = {}; ///< Called on a model's thread after each decode.
};

/// These settings with what the user has set.
[[nodiscard]] inline LlamaSettings withLocal(LlamaSettings settings, const LocalSettings &local)
{
    settings.threads = local.threads;
    settings.contextTokens = local.contextTokens;
    settings.flashAttention = local.flashAttention;
    settings.cacheType = local.cacheType;
    settings.gpuLayers = local.gpuLayers;
    settings.rpcWorkers = local.rpcWorkers;
    settings.keptModels = local.keptModels;
    settings.idleTimeout = local.idleTimeout;
    settings.traceCandidates = local.traceCandidates;
    return settings;
}

} // namespace Tempera
