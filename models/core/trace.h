// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace Tempera {

/// One possible next token with its raw logit (before any sampler).
struct Candidate {
    std::int32_t id = 0;
    float logit = 0;

    bool operator==(const Candidate &) const = default;
};

/// The logits below the listed candidates, counted in 32 equal bins from the highest of them to the lowest, so that
/// their mass is known at any temperature: taken at the middles of the bins it is right within a factor e^(±width / 2T).
struct TailHistogram {
    static constexpr int BinCount = 32;
    float highest = 0;  ///< The highest logit of the tail: upper edge of bin 0; bins go downwards.
    float binWidth = 0; ///< 0 = the tail is empty.
    std::array<std::uint32_t, BinCount> counts{};

    bool operator==(const TailHistogram &) const = default;
};

/// What the model said at one position, and what was chosen.
struct TokenTrace {
    std::int32_t chosen = 0;
    float chosenLogit = 0;
    float chosenProbability = 0;       ///< After the sampler chain, the probability it was drawn with.
    double random = 0;                 ///< u in [0, 1) that chose it; −1 = not known (remote).
    QByteArray piece;                  ///< Bytes of the chosen token; may be part of a character.
    std::vector<Candidate> candidates; ///< Falling logit; within e^-16 of the best, at most 4,096 or what the settings say.
    TailHistogram tail;
    std::chrono::microseconds time{0}; ///< Since the start of the generation.
    /// Remote answers with top-logprobs: the candidates are the likeliest few and all that is known. Their "logits" are
    /// natural-log probabilities at T = 1, their ids places in the list, and `chosen` the place of the chosen one, −1
    /// when it is not among them (its log-probability is chosenLogit then). The others share 1 − Σ p; no tail.
    bool topOnly = false;
    /// Bytes of the candidates, one each, where there is no Vocabulary to look them up in (remote answers).
    std::vector<QByteArray> pieces = {};

    bool operator==(const TokenTrace &) const = default;
};

/// The tokens of an answer in order. They are shared, as they never change.
using Trace = std::vector<std::shared_ptr<const TokenTrace>>;

} // namespace Tempera
