// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/choice.h"

#include "models/sampling/fastexp.h"

#include <algorithm>
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

int binOf(float best, float logit)
{
    return std::min(BinCount - 1, static_cast<int>(std::min((best - logit) * BinsPerNat, float{BinCount})));
}

bool hasMass(float logit)
{
    return logit > -std::numeric_limits<float>::infinity(); // false for NaN as well
}

} // namespace

Choice Chooser::choose(std::span<const Candidate> candidates, double u)
{
    float best = -std::numeric_limits<float>::infinity();
    for (const Candidate &candidate : candidates)
        best = candidate.logit > best ? candidate.logit : best;
    if (!hasMass(best) || best == std::numeric_limits<float>::infinity())
        return {};

    m_mass.assign(BinCount, 0.0);
    for (const Candidate &candidate : candidates) {
        if (hasMass(candidate.logit))
            m_mass[static_cast<std::size_t>(binOf(best, candidate.logit))] += fastExp(candidate.logit - best);
    }
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
    for (const Candidate &candidate : candidates) {
        if (hasMass(candidate.logit) && binOf(best, candidate.logit) == chosen)
            m_bin.push_back(candidate);
    }
    return walk(m_bin, best, target, total);
}

Choice Chooser::walk(std::vector<Candidate> &bin, float best, double target, double total)
{
    std::ranges::sort(bin, [](const Candidate &a, const Candidate &b) {
        return a.logit != b.logit ? a.logit > b.logit : a.id < b.id;
    });
    Choice choice;
    for (const Candidate &candidate : bin) {
        const double mass = fastExp(candidate.logit - best);
        if (mass <= 0 && choice.id >= 0)
            break;
        choice = {candidate.id, mass / total};
        if (target < mass)
            break;
        target -= mass;
    }
    return choice;
}

Choice greedyChoice(std::span<const float> logits)
{
    float best = -std::numeric_limits<float>::infinity();
    for (const float logit : logits)
        best = logit > best ? logit : best;
    const auto at = std::ranges::find(logits, best);
    if (at == logits.end())
        return {};
    return {static_cast<std::int32_t>(at - logits.begin()), 1.0};
}

} // namespace Tempera
