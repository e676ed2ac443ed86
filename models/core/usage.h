// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"
#include "models/core/textgaps.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace Tempera {

/// How far a token count can be trusted.
enum class Exactness {
    Exact,    ///< Counted by the model's own tokenizer, or told by the endpoint.
    Estimate, ///< Counted by a tokenizer that is near, or before the fact.
};

/// More than the context of any model holds (the largest have ten millions): a count beyond it is no count of tokens.
inline constexpr std::int64_t MostTokens = 100'000'000;

/// The count, or nothing where it cannot be one.
[[nodiscard]] constexpr std::optional<std::int64_t> possibleTokens(const std::optional<std::int64_t> &count)
{
    return count && *count >= 0 && *count <= MostTokens ? count : std::nullopt;
}

/// Tokens that one request used. An absent number is unknown, never 0.
/// `inputTokens` includes those that were read from a cache or written into one, whatever the wire's own habit is.
struct Usage {
    std::optional<std::int64_t> inputTokens;
    std::optional<std::int64_t> cachedInputTokens;       ///< Part of inputTokens read from the provider's cache.
    std::optional<std::int64_t> outputTokens;            ///< Includes reasoning tokens.
    std::optional<std::int64_t> reasoningTokens;         ///< Part of outputTokens.
    std::optional<std::int64_t> cacheWrite5mTokens = {}; ///< Part of inputTokens written into the cache for the usual short time.
    std::optional<std::int64_t> cacheWrite1hTokens = {}; ///< Part of inputTokens written there for an hour.
    Exactness exactness = Exactness::Exact;
    std::optional<std::int64_t> imageTokens = {};       ///< Part of inputTokens that pictures took.
    std::optional<std::int64_t> audioInputTokens = {};  ///< Part of inputTokens that sound took.
    std::optional<std::int64_t> audioOutputTokens = {}; ///< Part of outputTokens that sound took.
    /// The service tier that answered, as serviceTierFromName() has it, empty for the standard one; nothing where the answer
    /// does not say.
    std::optional<QString> serviceTier = {};
    std::optional<Money> toldCost = {}; ///< What the provider itself says that it costs; it counts before all prices.

    bool operator==(const Usage &) const = default;
};

/// Durations of one request; all measured on a steady clock from the moment it left the queue.
struct Timings {
    std::optional<std::chrono::microseconds> queued;     ///< Waiting for a slot, before the start.
    std::optional<std::chrono::microseconds> firstToken; ///< Start → first visible text.
    std::optional<std::chrono::microseconds> total;      ///< Start → end.
    std::optional<double> tokensPerSecond;               ///< Output tokens after the first, per second.
    std::optional<TextGaps> gaps = {};                   ///< Of the visible text.
    std::optional<std::int64_t> bytes = {};              ///< Remote: of the answer's body, as they came, packed perhaps.

    bool operator==(const Timings &) const = default;
};

} // namespace Tempera
