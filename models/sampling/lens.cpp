// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/lens.h"

#include "models/sampling/fastexp.h"
#include "models/sampling/tailmass.h"
#include "models/sampling/vectorcode.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Tempera {
namespace {

/// llama.cpp sums probabilities in single precision over the whole vocabulary: a sum that is nearer than this to a
/// limit may fall on either side of it.
constexpr double SumError = 2e-5;

TEMPERA_VECTOR_CODE
void softmaxWeights(std::span<const float> logits, float best, std::span<float> weights)
{
    for (std::size_t i = 0; i < logits.size(); ++i)
        weights[i] = fastExp(logits[i] - best);
}

} // namespace

/// How far the chain has come. Tokens are counted in the order of falling logit: first the candidates, then the tail.
struct Lens::Reach {
    std::int64_t listed = 0; ///< Candidates in m_logits.
    std::int64_t low = 0;    ///< At least that many tokens are left …
    std::int64_t high = 0;   ///< … and at most that many.
    double temperature = 1;  ///< Product of those applied; the tail's logits are divided by it.
    bool weighed = false;    ///< m_weights belong to m_logits.
    bool blurred = false;    ///< A step could not be followed within the error.

    [[nodiscard]] std::size_t candidates() const { return static_cast<std::size_t>(std::min(high, listed)); }
    void keep(std::int64_t atLeast, std::int64_t atMost)
    {
        low = std::min(low, std::max<std::int64_t>(1, atLeast));
        high = std::min(high, std::max<std::int64_t>(1, atMost));
    }
};

void Lens::begin(const TokenTrace &trace, const TokenFacts &, Reach &reach)
{
    m_places.clear();
    m_logits.resize(trace.candidates.size());
    std::ranges::transform(trace.candidates, m_logits.begin(), &Candidate::logit);
    reach.listed = static_cast<std::int64_t>(m_logits.size());
    reach.low = reach.high = reach.listed + TailMass(trace).count();
}

void Lens::apply(const LensStep &step, const TokenTrace &trace, Reach &reach)
{
    switch (step.kind) {
    case LensStep::Kind::TopK: applyTopK(step.value, reach); break;
    case LensStep::Kind::TopP: applyTopP(step.value, trace, reach); break;
    case LensStep::Kind::MinP: applyMinP(step.value, trace, reach); break;
    case LensStep::Kind::Typical: applyTypical(step.value, trace, reach); break;
    case LensStep::Kind::TopNSigma: applyTopNSigma(step.value, trace, reach); break;
    case LensStep::Kind::Temperature: {
        const auto temperature = static_cast<float>(step.value);
        const std::span<float> left = std::span(m_logits).first(reach.candidates());
        for (float &logit : left)
            logit /= temperature;
        reach.temperature *= static_cast<double>(temperature);
        reach.weighed = false;
        break;
    }
    }
}

void Lens::applyTopK(double k, Reach &reach) const
{
    const auto count = static_cast<std::int64_t>(k);
    if (count <= 0 || count >= reach.high)
        return;
    std::int64_t low = count;
    std::int64_t high = count;
    // Which of equal logits a partial sort keeps is open.
    if (count < reach.listed) {
        const auto at = [this](std::int64_t i) { return m_logits[static_cast<std::size_t>(i)]; };
        if (at(count - 1) == at(count)) {
            while (low > 0 && at(low - 1) == at(count))
                --low;
            while (high < reach.listed && at(high) == at(count))
                ++high;
        }
    }
    reach.keep(low, high);
}

void Lens::applyMinP(double p, const TokenTrace &trace, Reach &reach) const
{
    if (p <= 0 || m_logits.empty())
        return;
    const float limit = m_logits.front() + std::log(static_cast<float>(p));
    const std::span<const float> left = std::span(m_logits).first(reach.candidates());
    const auto count = std::ranges::partition_point(left, [limit](float logit) { return logit >= limit; }) - left.begin();
    if (count < reach.listed) {
        reach.keep(count, count);
        return;
    }
    const TailMass tail(trace);
    const double tailLimit = static_cast<double>(limit) * reach.temperature;
    reach.keep(reach.listed + tail.countSurelyAbove(tailLimit), reach.listed + tail.countPossiblyAbove(tailLimit));
}

void Lens::applyTopP(double p, const TokenTrace &trace, Reach &reach)
{
    if (p >= 1 || m_logits.empty())
        return;
    const Bounds total = massOf(trace, reach);
    const auto needed = [&](double target, bool most) {
        double sum = 0;
        const std::size_t listed = reach.candidates();
        for (std::size_t i = 0; i < listed; ++i) {
            sum += static_cast<double>(m_weights[i]);
            if (sum >= target)
                return static_cast<std::int64_t>(i) + 1;
        }
        if (reach.high <= reach.listed)
            return reach.high;
        const TailMass tail(trace);
        return reach.listed
               + (most ? tail.mostFor(target - sum, reach.temperature) : tail.leastFor(target - sum, reach.temperature));
    };
    reach.keep(needed((p - SumError) * total.low, false), needed((p + SumError) * total.high, true));
}

void Lens::applyTypical(double p, const TokenTrace &trace, Reach &reach)
{
    if (p >= 1 || m_logits.empty())
        return;
    if (reach.low != reach.high) {
        reach.blurred = true;
        return;
    }
    const Bounds total = massOf(trace, reach);
    const std::size_t count = reach.candidates();
    const bool hasTail = reach.high > reach.listed;
    // The entropy of what is left, and how far each token's surprise is from it.
    const double all = total.middle();
    const double logAll = std::log(all);
    double entropy = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double share = static_cast<double>(m_weights[i]) / all;
        if (share > 0)
            entropy -= share * std::log(share);
    }
    const TailMass tail(trace);
    if (hasTail)
        entropy += tail.entropyPart(reach.temperature, static_cast<double>(m_logits.front()), all);
    const auto distance = [&](double logit) {
        return std::abs(logAll - (logit - static_cast<double>(m_logits.front())) - entropy);
    };
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0);
    const auto distanceAt = [&](std::int64_t i) { return distance(static_cast<double>(m_logits[static_cast<std::size_t>(i)])); };
    std::ranges::sort(m_order, {}, distanceAt);
    double sum = 0;
    std::size_t kept = 0;
    while (kept < count && sum <= p)
        sum += static_cast<double>(m_weights[static_cast<std::size_t>(m_order[kept++])]) / all;
    const bool reached = sum > p;
    const double last = distanceAt(m_order[kept - 1]);
    // The entropy is known as well as the tail is; a token whose distance is that near to the last one's is in doubt.
    const double doubt = 1e-5 + 2 * tail.entropyError(reach.temperature, static_cast<double>(m_logits.front()), all);
    const bool isNear = kept < count && distanceAt(m_order[kept]) - last < (hasTail ? doubt : 1e-5);
    if ((!reached && hasTail) || isNear || std::abs(sum - p) < SumError + (total.high - total.low) / all
        || (hasTail && distance(tail.highest() / reach.temperature) <= last))
        reach.blurred = true;
    m_order.resize(kept);
    std::ranges::sort(m_order);
    std::vector<int> places(kept);
    for (std::size_t i = 0; i < kept; ++i) {
        const auto from = static_cast<std::size_t>(m_order[i]);
        places[i] = m_places.empty() ? static_cast<int>(from) : m_places[from];
        m_logits[i] = m_logits[from];
    }
    m_places = std::move(places);
    m_logits.resize(kept);
    reach.listed = reach.low = reach.high = static_cast<std::int64_t>(kept);
    reach.weighed = false;
}

void Lens::applyTopNSigma(double n, const TokenTrace &trace, Reach &reach) const
{
    if (n <= 0 || m_logits.size() <= 1)
        return;
    if (reach.low != reach.high || trace.topOnly) {
        reach.blurred = true;
        return;
    }
    const std::span<const float> left = std::span(m_logits).first(reach.candidates());
    double sum = std::accumulate(left.begin(), left.end(), 0.0);
    const TailMass tail(trace);
    const std::int64_t tailKept = reach.high - static_cast<std::int64_t>(left.size());
    const TailMass::Moments moments = tail.moments(tailKept, reach.temperature);
    const double count = static_cast<double>(reach.high);
    const double mean = (sum + moments.sum) / count;
    double squares = moments.squares - 2 * mean * moments.sum + mean * mean * static_cast<double>(tailKept);
    for (const float logit : left)
        squares += (static_cast<double>(logit) - mean) * (static_cast<double>(logit) - mean);
    const double sigma = std::sqrt(std::max(0.0, squares / count));
    // Moving each of some values by at most e moves the deviation by at most e · sqrt(their share).
    const double error = moments.error * std::sqrt(static_cast<double>(tailKept) / count) + 1e-4 * sigma;
    const double best = static_cast<double>(left.front());
    const auto countFrom = [&](double limit, bool most) {
        const auto listed =
            std::ranges::partition_point(left, [limit](float logit) { return static_cast<double>(logit) >= limit; })
            - left.begin();
        if (listed < reach.listed)
            return static_cast<std::int64_t>(listed);
        const double tailLimit = limit * reach.temperature;
        return reach.listed + (most ? tail.countPossiblyAbove(tailLimit) : tail.countSurelyAbove(tailLimit));
    };
    reach.keep(countFrom(best - n * (sigma - error), false), countFrom(best - n * (sigma + error), true));
}

void Lens::weigh(const Reach &reach)
{
    if (reach.weighed)
        return;
    const std::size_t count = reach.candidates();
    if (m_weights.size() < count)
        m_weights.resize(count);
    if (count > 0)
        softmaxWeights(std::span(m_logits).first(count), m_logits.front(), std::span(m_weights).first(count));
}

Bounds Lens::tailMass(const TokenTrace &trace, const Reach &reach, double temperature) const
{
    const TailMass tail(trace);
    const std::int64_t least = std::max<std::int64_t>(0, reach.low - reach.listed);
    const std::int64_t most = std::max<std::int64_t>(0, reach.high - reach.listed);
    if (most == 0)
        return {};
    return {least == 0 ? 0 : tail.mass(temperature, least).low, tail.mass(temperature, most).high};
}

/// Σ e^(logit − best) over what is left.
Bounds Lens::massOf(const TokenTrace &trace, const Reach &reach)
{
    weigh(reach);
    const std::size_t high = reach.candidates();
    const auto low = static_cast<std::size_t>(std::min(reach.low, reach.listed));
    double sum = 0;
    for (std::size_t i = 0; i < low; ++i)
        sum += static_cast<double>(m_weights[i]);
    Bounds mass{sum, sum};
    for (std::size_t i = low; i < high; ++i)
        mass.high += static_cast<double>(m_weights[i]);
    const Bounds tail = tailMass(trace, reach, reach.temperature);
    return {mass.low + tail.low, mass.high + tail.high};
}

LensToken Lens::lookGreedy(const TokenTrace &trace, const TokenFacts &facts) const
{
    LensToken token;
    token.choice = trace.candidates.front().id;
    token.choicePlace = 0;
    token.outcome = facts.place == 0 ? TokenOutcome::Kept : TokenOutcome::Cut;
    token.probability = facts.place == 0 ? Bounds{1, 1} : Bounds{0, 0};
    return token;
}

LensToken Lens::look(const TokenTrace &trace, const TokenFacts &facts)
{
    if (trace.candidates.empty())
        return {};
    if (m_chain.greedy)
        return lookGreedy(trace, facts);
    Reach reach;
    begin(trace, facts, reach);
    for (const LensStep &step : m_chain.steps)
        apply(step, trace, reach);
    return choose(trace, facts, reach);
}

/// Draws with the stored random number, as Chooser does: by falling logit, the first whose sum exceeds u.
LensToken Lens::choose(const TokenTrace &trace, const TokenFacts &facts, const Reach &reach)
{
    LensToken token;
    const Bounds total = massOf(trace, reach);
    if (reach.blurred || total.low <= 0)
        return token;
    const std::size_t listed = reach.candidates();
    if (trace.random >= 0) {
        const double least = trace.random * total.low;
        const double most = trace.random * total.high;
        double sum = 0;
        for (std::size_t i = 0; i < listed; ++i) {
            sum += static_cast<double>(m_weights[i]);
            if (sum <= least)
                continue;
            // Beyond the surely kept ones only the whole sum decides.
            if (sum > most && static_cast<std::int64_t>(i) < reach.low)
                token.choicePlace = static_cast<int>(i);
            break;
        }
        if (token.choicePlace < 0 && reach.low == reach.high && reach.high <= reach.listed)
            token.choicePlace = static_cast<int>(listed) - 1; // what rounding leaves over
    }
    int chosen = facts.place;
    if (!m_places.empty()) {
        const auto found = std::ranges::lower_bound(m_places, facts.place);
        const bool isLeft = found != m_places.end() && *found == facts.place;
        chosen = isLeft ? static_cast<int>(found - m_places.begin()) : static_cast<int>(m_places.size());
    }
    const bool inTail = chosen < 0;
    const std::int64_t rank = inTail ? reach.listed : chosen;
    const bool isAll = reach.low == facts.tokens && m_places.empty();
    if (rank >= reach.high)
        token.outcome = TokenOutcome::Cut;
    else if (rank >= reach.low || (inTail && !isAll))
        token.outcome = TokenOutcome::Unknown;
    else if (token.choicePlace < 0)
        token.outcome = TokenOutcome::Possible;
    else
        token.outcome = token.choicePlace == chosen ? TokenOutcome::Kept : TokenOutcome::Changed;
    if (token.outcome != TokenOutcome::Cut) {
        const double weight =
            inTail ? std::exp(static_cast<double>(trace.chosenLogit) / reach.temperature - static_cast<double>(m_logits.front()))
                   : static_cast<double>(m_weights[static_cast<std::size_t>(chosen)]);
        token.probability = {token.outcome == TokenOutcome::Unknown ? 0 : weight / total.high, std::min(1.0, weight / total.low)};
    }
    if (token.choicePlace >= 0) {
        if (!m_places.empty())
            token.choicePlace = m_places[static_cast<std::size_t>(token.choicePlace)];
        token.choice = trace.candidates[static_cast<std::size_t>(token.choicePlace)].id;
    }
    return token;
}

LensView Lens::view(const TokenTrace &trace, const TokenFacts &facts)
{
    LensView view;
    const std::size_t count = trace.candidates.size();
    view.raw.resize(count);
    view.after.assign(count, 0);
    view.cutBy.assign(count, -1);
    if (count == 0)
        return view;
    const double best = static_cast<double>(trace.candidates.front().logit);
    const double all = facts.mass.middle();
    for (std::size_t i = 0; i < count; ++i)
        view.raw[i] = std::exp(static_cast<double>(trace.candidates[i].logit) - best) / all;
    view.rawTail = std::max(0.0, 1 - std::accumulate(view.raw.begin(), view.raw.end(), 0.0));

    Reach reach;
    begin(trace, facts, reach);
    std::vector<bool> left(count);
    const auto note = [&](const LensStep &step, int number) {
        LensCut cut{step, reach.low, reach.high, {}, static_cast<int>(reach.candidates())};
        std::ranges::fill(left, false);
        double sum = 0;
        for (std::size_t i = 0; i < reach.candidates(); ++i) {
            const std::size_t place = m_places.empty() ? i : static_cast<std::size_t>(m_places[i]);
            left[place] = true;
            sum += view.raw[place];
            if (static_cast<std::int64_t>(i) < reach.low)
                cut.mass.low = sum;
        }
        const Bounds tail = tailMass(trace, reach, 1);
        cut.mass = {cut.mass.low + tail.low / all, std::min(1.0, sum + tail.high / all)};
        for (std::size_t i = 0; i < count; ++i) {
            if (!left[i] && view.cutBy[i] < 0)
                view.cutBy[i] = number;
        }
        view.cuts.push_back(cut);
    };
    if (m_chain.greedy) {
        reach.keep(1, 1);
        note({LensStep::Kind::Temperature, 0}, 0);
        view.after.front() = 1;
        return view;
    }
    for (std::size_t i = 0; i < m_chain.steps.size(); ++i) {
        apply(m_chain.steps[i], trace, reach);
        note(m_chain.steps[i], static_cast<int>(i));
    }
    const Bounds total = massOf(trace, reach);
    const double whole = total.middle();
    double sum = 0;
    double entropy = 0;
    for (std::size_t i = 0; i < reach.candidates(); ++i) {
        const double share = static_cast<double>(m_weights[i]) / whole;
        view.after[m_places.empty() ? i : static_cast<std::size_t>(m_places[i])] = share;
        sum += share;
        entropy -= share > 0 ? share * std::log(share) : 0;
    }
    view.afterTail = std::max(0.0, 1 - sum);
    const double tailPart = reach.high > reach.listed
                                ? TailMass(trace).entropyPart(reach.temperature, static_cast<double>(m_logits.front()), whole)
                                : 0;
    view.entropyAfter = {entropy, entropy + tailPart};
    return view;
}

} // namespace Tempera
