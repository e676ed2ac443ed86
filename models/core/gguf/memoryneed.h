// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/gguf/gguffacts.h"
#include "models/core/localsettings.h"

namespace Tempera {

/// Bytes that a model takes once it is loaded, as far as its header says.
struct MemoryNeed {
    std::int64_t weights = 0;
    std::int64_t cache = 0;   ///< The KV cache.
    std::int64_t compute = 0; ///< Compute buffers of a step.

    [[nodiscard]] std::int64_t total() const { return weights + cache + compute; }
    bool operator==(const MemoryNeed &) const = default;
};

/// Longest prompt and answer together that a model is loaded with.
[[nodiscard]] int contextTokensFor(const GgufFacts &facts, const LocalSettings &settings);

/// Bytes of keys and values for one token. Heads whose number differs by layer are taken at their most.
[[nodiscard]] std::int64_t cacheBytesPerToken(const GgufFacts &facts, CacheType type);

/// For `sequences` generations at once, `batchTokens` of them in one step. The KV cache is that of one whole
/// context at least and has a bound (see SharedLane); the working memory is an upper estimate: the logits of a step,
/// and the widest states of a layer, and attention's scores where they are not fused.
[[nodiscard]] MemoryNeed memoryNeed(const GgufFacts &facts, const LocalSettings &settings, int sequences, int batchTokens);

} // namespace Tempera
