// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/sampling.h"
#include "models/core/trace.h"

#include <limits>
#include <span>
#include <vector>

namespace Tempera {

/// A value that lies between two ends; equal ends = exact (up to rounding).
struct Bounds {
    double low = 0;
    double high = 0;

    [[nodiscard]] double middle() const { return (low + high) / 2; }
    bool operator==(const Bounds &) const = default;
};

/// What a stored distribution says by itself, before any sampler, at temperature 1. Made once a trace.
struct TokenFacts {
    int place = -1; ///< Of the chosen one among the candidates; −1: not among them.
    int rank = 0;   ///< How many tokens are likelier; a lower bound when rankExact is false.
    bool rankExact = true;
    Bounds mass;             ///< Σ e^(logit − best) over the whole vocabulary.
    Bounds probability;      ///< Of the chosen one: softmax of its logit; 0 to 1 where nothing is known of it.
    Bounds entropy;          ///< −Σ p ln p, in nats; 0 to infinity where the trace holds no distribution.
    std::int64_t tokens = 0; ///< Candidates and tail together; 0 where the size of the vocabulary is not known.

    [[nodiscard]] bool isProbabilityKnown() const { return probability.low > 0 || probability.high < 1; }
    [[nodiscard]] bool isEntropyKnown() const { return entropy.high < std::numeric_limits<double>::infinity(); }
};

[[nodiscard]] TokenFacts tokenFacts(const TokenTrace &trace);

/// One step of a chain that can be applied to a stored distribution.
struct LensStep {
    enum class Kind { TopK, TopP, MinP, Typical, TopNSigma, Temperature };
    Kind kind = Kind::Temperature;
    double value = 1;

    bool operator==(const LensStep &) const = default;
};

/// A sampler chain as the lens can apply it: what depends on one distribution only.
struct LensChain {
    std::vector<LensStep> steps = {}; ///< In the order in which they are applied.
    bool greedy = false;              ///< The likeliest token is taken; nothing else matters.
    /// Settings that depend on the text so far, or draw numbers of their own, and are set: penalties and the like.
    /// They are left out, so that all results hold only as far as those do nothing.
    std::vector<Parameter> unknown = {};

    bool operator==(const LensChain &) const = default;
};

/// The chain that the engine makes of these settings.
[[nodiscard]] LensChain lensChain(const SamplingSettings &settings);

/// What became of a chosen token under another chain.
enum class TokenOutcome : std::uint8_t {
    Kept,     ///< The same random number chooses it again.
    Changed,  ///< It could still be drawn, but the random number chooses another one.
    Cut,      ///< The chain cuts it off.
    Possible, ///< It could still be drawn; whether it would be is not known (no random number, or within the error).
    Unknown,  ///< Whether it is cut lies within the error of the stored distribution.
};

/// One token seen through a chain.
struct LensToken {
    TokenOutcome outcome = TokenOutcome::Unknown;
    std::int32_t choice = -1; ///< Id that would be drawn; −1 = not known.
    int choicePlace = -1;     ///< Its place among the candidates.
    Bounds probability;       ///< Of the chosen one, after the chain.

    bool operator==(const LensToken &) const = default;
};

/// What one step of a chain left of a distribution.
struct LensCut {
    LensStep step;
    std::int64_t keptLow = 0;  ///< At least that many tokens are left …
    std::int64_t keptHigh = 0; ///< … and at most that many.
    Bounds mass;               ///< Share of the original probability (T = 1) that is left.
    int place = 0;             ///< Candidates at places from this one on are cut by now. Not with Typical in the chain.
};

/// One distribution before and after a chain, in full: for the bars.
struct LensView {
    std::vector<double> raw;   ///< Probability of each candidate at T = 1, before the chain.
    std::vector<double> after; ///< After the chain; 0 = cut.
    std::vector<int> cutBy;    ///< Index of the step that cut each candidate; −1: it is left.
    double rawTail = 0;        ///< Mass of the tail before the chain …
    double afterTail = 0;      ///< … and after it.
    std::vector<LensCut> cuts; ///< One a step.
    Bounds entropyAfter;       ///< Nats.
};

/// Applies a chain to stored distributions. Formulas and order of operations are llama.cpp's (src/llama-sampler.cpp),
/// the choice is Chooser's. The candidates are exact; the tail is known by its histogram: a cut or a choice that lies
/// within its error gives Possible or Unknown, never a guess. Keeps scratch memory between calls; one object a thread.
class Lens
{
public:
    explicit Lens(LensChain chain = {}) : m_chain(std::move(chain)) { }

    [[nodiscard]] const LensChain &chain() const { return m_chain; }
    void setChain(LensChain chain) { m_chain = std::move(chain); }

    /// Cost: one pass over what the first cut leaves; no allocation after the first calls.
    [[nodiscard]] LensToken look(const TokenTrace &trace, const TokenFacts &facts);
    /// Everything about one distribution; for the one that is looked at.
    [[nodiscard]] LensView view(const TokenTrace &trace, const TokenFacts &facts);

private:
    struct Reach;
    [[nodiscard]] LensToken lookGreedy(const TokenTrace &trace, const TokenFacts &facts) const;
    [[nodiscard]] LensToken choose(const TokenTrace &trace, const TokenFacts &facts, const Reach &reach);
    void begin(const TokenTrace &trace, const TokenFacts &facts, Reach &reach);
    void apply(const LensStep &step, const TokenTrace &trace, Reach &reach);
    void applyTopK(double k, Reach &reach) const;
    void applyTopP(double p, const TokenTrace &trace, Reach &reach);
    void applyMinP(double p, const TokenTrace &trace, Reach &reach) const;
    void applyTypical(double p, const TokenTrace &trace, Reach &reach);
    void applyTopNSigma(double n, const TokenTrace &trace, Reach &reach) const;
    void weigh(const Reach &reach);
    [[nodiscard]] Bounds massOf(const TokenTrace &trace, const Reach &reach);
    [[nodiscard]] Bounds tailMass(const TokenTrace &trace, const Reach &reach, double temperature) const;

    LensChain m_chain;
    std::vector<float> m_logits;       ///< Of the candidates that are left, after the steps so far, falling.
    std::vector<int> m_places;         ///< Their places, once Typical has thinned them out; else empty.
    std::vector<float> m_weights;      ///< e^(logit − best) of those.
    std::vector<std::int64_t> m_order; ///< Scratch of Typical.
};

} // namespace Tempera
