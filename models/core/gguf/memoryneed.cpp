// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/gguf/memoryneed.h"

#include <algorithm>

namespace Tempera {
namespace {

constexpr int LongestDefaultContext = 8192;
/// Attention memory for all sequences of a model together: what SharedLane allots.
constexpr std::int64_t MostSharedTokens = 32'768;
constexpr std::int64_t MostSharedBytes = std::int64_t{256} << 20;
constexpr std::int64_t Float = 4;

} // namespace

int contextTokensFor(const GgufFacts &facts, const LocalSettings &settings)
{
    if (settings.contextTokens > 0)
        return settings.contextTokens;
    const std::int64_t trained = std::max<std::int64_t>(1, facts.contextTokens.value_or(LongestDefaultContext));
    return static_cast<int>(std::min<std::int64_t>(trained, LongestDefaultContext));
}

std::int64_t cacheBytesPerToken(const GgufFacts &facts, CacheType type)
{
    const std::int64_t heads = std::max<std::int64_t>(1, facts.heads);
    const std::int64_t keyHeads = facts.keyHeads > 0 ? facts.keyHeads : heads;
    const std::int64_t headWidth = facts.width / heads;
    const std::int64_t keyWidth = facts.keyWidth > 0 ? facts.keyWidth : headWidth;
    const std::int64_t valueWidth = facts.valueWidth > 0 ? facts.valueWidth : headWidth;
    const double numbers = static_cast<double>(std::max<std::int64_t>(1, facts.layers)) * static_cast<double>(keyHeads)
                           * static_cast<double>(keyWidth + valueWidth);
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::min(numbers * cacheTypeBytes(type), 1e15)));
}

MemoryNeed memoryNeed(const GgufFacts &facts, const LocalSettings &settings, int sequences, int batchTokens)
{
    const std::int64_t context = contextTokensFor(facts, settings);
    const std::int64_t perToken = cacheBytesPerToken(facts, settings.cacheType);
    const std::int64_t shared = std::min({context * sequences, MostSharedTokens, MostSharedBytes / perToken});
    const std::int64_t tokens = std::max(context, shared);
    const std::int64_t scores =
        settings.flashAttention == FlashAttention::Off ? batchTokens * tokens * std::max<std::int64_t>(1, facts.heads) : 0;
    MemoryNeed need;
    need.weights = facts.tensorBytes;
    need.cache = tokens * perToken;
    // A layer holds a handful of states beside its feed-forward ones, which are about four times as wide.
    need.compute = Float * (batchTokens * facts.width * 8 + sequences * facts.vocabulary + scores);
    return need;
}

} // namespace Tempera
