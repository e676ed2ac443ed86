// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/trace.h"

#include <span>
#include <vector>

namespace Tempera {

/// The candidate that a random number chose.
struct Choice {
    std::int32_t id = -1;   ///< −1 = there was nothing to choose from.
    double probability = 0; ///< Its share of the candidates' mass.
};

/// Chooses by inverse CDF: candidates ordered by falling logit (equal ones by rising id), the first one whose
/// cumulated probability exceeds u. Keeps scratch memory between calls; one object a thread.
class Chooser
{
public:
    /// `u` in [0, 1). Logits are natural-log odds after the sampler chain; −∞ and NaN have no mass.
    [[nodiscard]] Choice choose(std::span<const Candidate> candidates, double u);
    /// The same of a whole vocabulary, whose logits are first divided by the temperature: the id is the place.
    [[nodiscard]] Choice chooseAny(std::span<const float> logits, float temperature, double u);

private:
    /// Leaves what lies in the chosen bin in m_bin; `ids` is empty where the id is the place.
    [[nodiscard]] Choice choose(std::span<const float> logits, std::span<const Candidate> ids, double u);
    void weigh(std::span<const float> logits, float best);
    void sumMasses(std::size_t count);
    void collect(std::span<const float> logits, std::span<const Candidate> ids, int bin);
    [[nodiscard]] Choice walk(float best, double target, double total);

    std::vector<float> m_logits;       ///< One after the other, where they were not so or had another temperature.
    std::vector<float> m_weights;      ///< e^(logit − best) of each candidate.
    std::vector<std::uint16_t> m_bins; ///< Where each candidate belongs.
    std::vector<double> m_turns;       ///< Sums of which several make one of the next.
    std::vector<double> m_mass;        ///< Sum of the weights in each bin.
    std::vector<Candidate> m_bin;      ///< The candidates of the chosen bin.
};

/// The candidate with the highest logit, of equals the one with the lowest id; probability 1.
[[nodiscard]] Choice greedyChoice(std::span<const float> logits);

} // namespace Tempera
