// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

namespace Tempera {

/// What one call of llama.cpp's decode did. For tests and benchmarks.
struct DecodeReport {
    int tokens = 0;    ///< Tokens in the batch.
    int sequences = 0; ///< Sequences with a token in it.
};

/// Whether attention is computed in one fused pass: quicker, but its rounding differs with the shape of the batch.
enum class FlashAttention { Auto, Off };

/// How local models are run. A value; a change needs a new backend.
struct LlamaSettings {
    int threads = 0;       ///< 0 = as many as there are cores for arithmetic (llama-bench's own default).
    int contextTokens = 0; ///< Longest prompt and answer together; 0 = the model's own, at most 8,192.
    int nSequences = 8;    ///< Generations of one model that run at the same time, 1 to 64.
    int promptChunk = 512; ///< Prompt tokens evaluated in one step.
    FlashAttention flashAttention = FlashAttention::Off; ///< Off: a text does not depend on what else runs beside it.
    int keptModels = 2;    ///< Models kept loaded when nothing uses them.
    std::function<void(const DecodeReport &)> onDecode; ///< Called on a model's thread after each decode.
};

} // namespace Tempera
