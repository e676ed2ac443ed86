// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sampling/lens.h"

namespace Tempera {

/// What is known of the tokens below a trace's candidates. Logits are raw, masses are Σ e^(logit/T − best/T).
/// Of a histogram's bin each token lies between its edges. Of a remote answer only the sum of the rest's
/// probabilities is known, and that none of it is likelier than the last candidate.
class TailMass
{
public:
    /// A remote model's vocabulary is at most so large; bounds of the rest at T > 1 need a number.
    static constexpr std::int64_t LargestVocabulary = 1'000'000;

    explicit TailMass(const TokenTrace &trace) : m_trace(trace) { }

    /// Tokens in the tail; of a remote answer, how many there may be.
    [[nodiscard]] std::int64_t count() const;
    /// The highest raw logit in it.
    [[nodiscard]] double highest() const;
    /// Mass of the `tokens` likeliest of them at temperature T.
    [[nodiscard]] Bounds mass(double temperature, std::int64_t tokens) const;
    /// Σ w · (best − logit) at T = 1 over all of it.
    [[nodiscard]] Bounds weighted() const;

    [[nodiscard]] int countAbove(float logit) const { return static_cast<int>(countSurelyAbove(static_cast<double>(logit))); }
    /// Tokens whose raw logit is surely, or possibly, at or above this one.
    [[nodiscard]] std::int64_t countSurelyAbove(double logit) const;
    [[nodiscard]] std::int64_t countPossiblyAbove(double logit) const;
    /// How many tokens from the top it takes at least, and at most, to reach a mass.
    [[nodiscard]] std::int64_t leastFor(double target, double temperature) const;
    [[nodiscard]] std::int64_t mostFor(double target, double temperature) const;

    /// Sums over the logits, divided by T, of the `tokens` highest, each taken at the middle of its bin.
    struct Moments {
        double sum = 0;
        double squares = 0;
        double error = 0; ///< No logit is further from where it was taken.
    };
    [[nodiscard]] Moments moments(std::int64_t tokens, double temperature) const;
    /// −Σ p ln p of the tail with p = e^(logit/T − best) / all, at the middles of the bins.
    [[nodiscard]] double entropyPart(double temperature, double best, double all) const;
    /// How far the entropy of everything, taken with entropyPart(), may be from the true one.
    [[nodiscard]] double entropyError(double temperature, double best, double all) const;

private:
    [[nodiscard]] double best() const { return static_cast<double>(m_trace.candidates.front().logit); }
    [[nodiscard]] double upperEdge(int bin) const;
    [[nodiscard]] double rounding() const;
    [[nodiscard]] double remoteRest() const;
    [[nodiscard]] std::int64_t tokensFor(double target, double temperature, double edge) const;

    const TokenTrace &m_trace;
};

} // namespace Tempera
