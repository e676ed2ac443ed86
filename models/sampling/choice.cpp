// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/choice.h"

#include "models/sampling/fastexp.h"
#include "models/sampling/vectorcode.h"

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

// Sorting a whole vocabulary for every token would cost more than a small model's decoding. Masses are summed in
// bins of the logit instead; only the one bin that u falls into is sorted. What lies deeper than Depth shares the
// last bin: e^-32 of the best is almost never reached.
constexpr int BinCount = 1024;
constexpr float Depth = 32.0F;
constexpr float BinsPerNat = BinCount / Depth;

TEMPERA_VECTOR_CODE
float highest(std::span<const float> logits)
{
    return highestOf(logits);
}

TEMPERA_VECTOR_CODE
void divide(std::span<const float> logits, float temperature, float *quotients)
{
    for (std::size_t i = 0; i < logits.size(); ++i)
        quotients[i] = logits[i] / temperature;
}

} // namespace

/// No branches: this loop runs over the whole vocabulary when nothing was cut.
TEMPERA_VECTOR_CODE
void Chooser::weigh(std::span<const float> logits, float best)
{
    m_weights.resize(logits.size());
    m_bins.resize(logits.size());
    constexpr float Last = BinCount - 1;
    // Pointers of their own, or the compiler thinks that writing through one may change the others.
    const float *const from = logits.data();
    float *const weights = m_weights.data();
    std::uint16_t *const bins = m_bins.data();
    const std::size_t count = logits.size();
    for (std::size_t i = 0; i < count; ++i)
        weights[i] = fastExp(from[i] - best);
    for (std::size_t i = 0; i < count; ++i) {
        const float bin = (from[i] - best) * -BinsPerNat;
        bins[i] = static_cast<std::uint16_t>(static_cast<int>(bin < Last ? bin : Last)); // NaN goes last, without weight
    }
    sumMasses(count);
}

/// Several sums by turns, because neighbours of one bin would wait for each other's addition.
void Chooser::sumMasses(std::size_t count)
{
    constexpr std::size_t Turns = 4;
    m_turns.assign(Turns * BinCount, 0.0);
    for (std::size_t i = 0; i < count; ++i)
        m_turns[(i % Turns) * BinCount + m_bins[i]] += m_weights[i];
    m_mass.resize(BinCount);
    for (std::size_t bin = 0; bin < BinCount; ++bin)
        m_mass[bin] = (m_turns[bin] + m_turns[BinCount + bin]) + (m_turns[2 * BinCount + bin] + m_turns[3 * BinCount + bin]);
}

void Chooser::collect(std::span<const float> logits, std::span<const Candidate> ids, int bin)
{
    m_bin.clear();
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (m_bins[i] == bin && m_weights[i] > 0)
            m_bin.push_back({ids.empty() ? static_cast<std::int32_t>(i) : ids[i].id, logits[i]});
    }
}

Choice Chooser::choose(std::span<const Candidate> candidates, double u)
{
    m_logits.resize(candidates.size());
    std::ranges::transform(candidates, m_logits.begin(), &Candidate::logit);
    return choose(m_logits, candidates, u);
}

Choice Chooser::chooseAny(std::span<const float> logits, float temperature, double u)
{
    if (temperature == 1)
        return choose(logits, {}, u);
    m_logits.resize(logits.size());
    divide(logits, temperature, m_logits.data());
    return choose(m_logits, {}, u);
}

Choice Chooser::choose(std::span<const float> logits, std::span<const Candidate> ids, double u)
{
    const float best = highest(logits);
    if (!std::isfinite(best))
        return {};
    weigh(logits, best);
    double total = 0;
    int last = 0; // takes what rounding leaves over
    for (int bin = 0; bin < BinCount; ++bin) {
        total += m_mass[static_cast<std::size_t>(bin)];
        if (m_mass[static_cast<std::size_t>(bin)] > 0)
            last = bin;
    }
    double target = u * total;
    int chosen = 0;
    for (; chosen < last && target >= m_mass[static_cast<std::size_t>(chosen)]; ++chosen)
        target -= m_mass[static_cast<std::size_t>(chosen)];
    collect(logits, ids, chosen);
    return walk(best, target, total);
}

/// The one of the chosen bin at which `target` lies.
Choice Chooser::walk(float best, double target, double total)
{
    std::ranges::sort(
        m_bin, [](const Candidate &a, const Candidate &b) { return a.logit != b.logit ? a.logit > b.logit : a.id < b.id; });
    Choice choice;
    for (const Candidate &candidate : m_bin) {
        const double mass = fastExp(candidate.logit - best);
        choice = {candidate.id, mass / total};
        if (target < mass)
            break;
        target -= mass;
    }
    return choice;
}

Choice greedyChoice(std::span<const float> logits)
{
    const float best = highest(logits);
    const auto at = std::ranges::find(logits, best);
    if (at == logits.end())
        return {};
    return {static_cast<std::int32_t>(at - logits.begin()), 1.0};
}

} // namespace Tempera
