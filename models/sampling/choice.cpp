// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/choice.h"

#include "models/sampling/fastexp.h"
#include "models/sampling/vectorcode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace Tempera {
namespace {

// Sorting a whole vocabulary for every token would cost more than a small model's decoding. Masses are summed in
// bins of the logit instead; only the one bin that u falls into is sorted. What lies deeper than Depth shares the
// last bin: e^-32 of the best is almost never reached.
constexpr int BinCount = 1024;
constexpr float Depth = 32.0F;
constexpr float BinsPerNat = BinCount / Depth;

// Independent lanes, because the compiler may not reorder a single running maximum into vector code.
template<typename Range, typename Logit>
float highest(const Range &range, Logit logitOf)
{
    constexpr std::size_t Lanes = 8;
    std::array<float, Lanes> lanes;
    lanes.fill(-std::numeric_limits<float>::infinity());
    std::size_t i = 0;
    for (; i + Lanes <= range.size(); i += Lanes) {
        for (std::size_t lane = 0; lane < Lanes; ++lane) {
            const float logit = logitOf(range[i + lane]);
            lanes[lane] = logit > lanes[lane] ? logit : lanes[lane]; // false for NaN
        }
    }
    float best = std::ranges::max(lanes);
    for (; i < range.size(); ++i)
        best = logitOf(range[i]) > best ? logitOf(range[i]) : best;
    return best;
}

} // namespace

/// No branches: this loop runs over the whole vocabulary when nothing was cut.
TEMPERA_VECTOR_CODE
void Chooser::weigh(std::span<const Candidate> candidates, float best)
{
    m_weights.resize(candidates.size());
    m_bins.resize(candidates.size());
    constexpr float Last = BinCount - 1;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const float below = candidates[i].logit - best;
        const float bin = below * -BinsPerNat;
        m_weights[i] = fastExp(below);
        m_bins[i] = static_cast<std::uint16_t>(static_cast<int>(bin < Last ? bin : Last)); // NaN goes last, without weight
    }
    m_mass.assign(BinCount, 0.0);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        m_mass[m_bins[i]] += m_weights[i];
}

Choice Chooser::choose(std::span<const Candidate> candidates, double u)
{
    const float best = highest(candidates, [](const Candidate &candidate) { return candidate.logit; });
    if (!std::isfinite(best))
        return {};
    weigh(candidates, best);
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

    m_bin.clear();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (m_bins[i] == chosen && m_weights[i] > 0)
            m_bin.push_back(candidates[i]);
    }
    return walk(best, target, total);
}

/// The one of the chosen bin at which `target` lies.
Choice Chooser::walk(float best, double target, double total)
{
    std::ranges::sort(m_bin, [](const Candidate &a, const Candidate &b) {
        return a.logit != b.logit ? a.logit > b.logit : a.id < b.id;
    });
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
    const float best = highest(logits, [](float logit) { return logit; });
    const auto at = std::ranges::find(logits, best);
    if (at == logits.end())
        return {};
    return {static_cast<std::int32_t>(at - logits.begin()), 1.0};
}

} // namespace Tempera
