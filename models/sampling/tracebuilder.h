// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/trace.h"
#include "models/sampling/likeliest.h"

#include <limits>
#include <span>
#include <vector>

namespace Tempera {

/// Makes the record of one position from the raw logits of the whole vocabulary. Keeps scratch memory between
/// calls, but what it makes does not depend on what it made before; one object a thread. Cost: a few passes over the
/// logits and a radix sort of what is kept.
class TraceBuilder
{
public:
    static constexpr float Depth = 16.0F;     ///< Candidates lie within e^-16 of the best …
    static constexpr std::size_t Most = 4096; ///< … and there are at most that many of them, where nothing else is asked for.

    explicit TraceBuilder(std::size_t most = Most) : m_most(most) { }

    /// Fills candidates and tail of `trace`, and its chosenLogit from `trace.chosen`.
    void build(std::span<const float> logits, TokenTrace &trace);

private:
    [[nodiscard]] float cutFor(std::span<const float> logits, float best);
    void sortCandidates();

    void countTail(std::span<const float> logits, float cut, float lowest, std::size_t kept, TailHistogram &tail);

    std::size_t m_most;
    Likeliest m_likeliest;
    std::vector<std::int32_t> m_bins; ///< Bin of each logit; the step before counting, as vector code.
    std::size_t m_found = 0;          ///< How many of the next are in use.
    std::vector<Candidate> m_candidates;
    std::vector<Candidate> m_sorted;
    float m_lastCut = std::numeric_limits<float>::infinity(); ///< The lowest logit that was looked at closely the last time.
};

} // namespace Tempera
