// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/lens.h"

#include "models/sampling/fastexp.h"
#include "models/sampling/tailmass.h"

#include <algorithm>
#include <cmath>

namespace Tempera {

TokenFacts tokenFacts(const TokenTrace &trace)
{
    TokenFacts facts;
    const auto &candidates = trace.candidates;
    const auto chosen = std::ranges::find(candidates, trace.chosen, &Candidate::id);
    facts.place = chosen == candidates.end() ? -1 : static_cast<int>(chosen - candidates.begin());
    const TailMass tail(trace);
    facts.tokens = trace.topOnly ? 0 : static_cast<std::int64_t>(candidates.size()) + tail.count();
    facts.rank = facts.place >= 0 ? facts.place : static_cast<int>(candidates.size()) + tail.countAbove(trace.chosenLogit);
    facts.rankExact = facts.place >= 0;
    if (candidates.empty()) {
        // A server may say how likely its token was and nothing of the others.
        const double told = std::exp(static_cast<double>(trace.chosenLogit));
        facts.probability = trace.topOnly ? Bounds{told, told} : Bounds{0, 1};
        facts.entropy = {0, std::numeric_limits<double>::infinity()};
        return facts;
    }
    const double best = candidates.front().logit;
    double mass = 0;
    double weighted = 0; // Σ w · (best − logit)
    for (const Candidate &candidate : candidates) {
        const float below = candidate.logit - candidates.front().logit;
        const double weight = fastExp(below);
        mass += weight;
        weighted += below < -87 ? 0 : weight * -below;
    }
    const Bounds rest = tail.mass(1, tail.count());
    const Bounds restWeighted = tail.weighted();
    facts.mass = {mass + rest.low, mass + rest.high};
    const double weight = std::exp(trace.chosenLogit - best);
    facts.probability = {weight / facts.mass.high, weight / facts.mass.low};
    // H = ln Z + Σ w·d / Z with d = best − logit, each part at its end of the bounds.
    facts.entropy = {std::max(0.0, std::log(facts.mass.low) + (weighted + restWeighted.low) / facts.mass.high),
                     std::log(facts.mass.high) + (weighted + restWeighted.high) / facts.mass.low};
    return facts;
}

} // namespace Tempera
