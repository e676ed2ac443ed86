// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sampling/lens.h"

#include <optional>
#include <span>
#include <vector>

namespace Tempera {

/// How unexpected a token was, and how unsure the model was at its place, before any sampler, at temperature 1. In bits.
struct TokenSurprise {
    std::optional<Bounds> surprisal; ///< −log₂ p of the token; nothing where the trace does not tell p. May be infinite.
    std::optional<Bounds> entropy;   ///< −Σ p log₂ p over the vocabulary; nothing where the trace holds no distribution.

    bool operator==(const TokenSurprise &) const = default;
};

[[nodiscard]] TokenSurprise tokenSurprise(const TokenFacts &facts);

/// How likely a text was, token by token.
struct TextLikelihood {
    int tokens = 0;            ///< That everything below is computed over.
    int unknown = 0;           ///< Tokens of the trace of which nothing is known; they count in nothing.
    Bounds meanLogProbability; ///< Σ ln p / tokens, in nats; 0 without tokens.

    /// −Σ log₂ p / tokens, in bits.
    [[nodiscard]] Bounds meanSurprisal() const;
    /// e^(−mean ln p): between how many equally likely tokens the model hesitated on average (Jelinek et al., J. Acoust.
    /// Soc. Am. 62 (1977)). 1 without tokens; infinite where a token was impossible.
    [[nodiscard]] Bounds perplexity() const;

    bool operator==(const TextLikelihood &) const = default;
};

[[nodiscard]] TextLikelihood textLikelihood(std::span<const TokenSurprise> tokens);

/// The mean log probability (nats) of the tokens of a trace of which something is known; nothing where there is none.
[[nodiscard]] std::optional<double> meanLogProbabilityOf(const Trace &trace);

/// A token that was less likely than the one before it.
struct ProbabilityDrop {
    int token = 0;   ///< Its place, from 0.
    double bits = 0; ///< How many bits more surprising it was than the one before it; > 0.
    double from = 0; ///< Probability of the one before it …
    double to = 0;   ///< … and its own, each at the middle of its bounds.

    bool operator==(const ProbabilityDrop &) const = default;
};

/// A smaller drop than to half the probability is no drop worth a line.
inline constexpr double leastDropBits = 1;

/// The `most` sharpest drops, the sharpest first; of equal ones the earlier first. The first token has none before it and
/// never drops, nor does one beside a token of which nothing is known.
[[nodiscard]] std::vector<ProbabilityDrop> sharpestDrops(std::span<const TokenSurprise> tokens, std::size_t most);

/// What a column of a timeline shows: some tokens side by side. In bits.
struct TimelineColumn {
    int first = 0;                   ///< Its first token …
    int last = 0;                    ///< … and its last one.
    std::optional<double> surprisal; ///< The highest among them, so that no peak gets lost.
    std::optional<double> entropy;   ///< Their mean.

    bool operator==(const TimelineColumn &) const = default;
};

/// All tokens in at most `most` columns of (nearly) equally many; a column a token where they fit. Cost: one pass.
[[nodiscard]] std::vector<TimelineColumn> timelineColumns(std::span<const TokenSurprise> tokens, int most);

} // namespace Tempera
