// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/tracebuilder.h"

#include "models/sampling/vectorcode.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace Tempera {
namespace {

constexpr float Infinity = std::numeric_limits<float>::infinity();

struct Range {
    float lowest = Infinity;
    float highest = -Infinity;
};

TEMPERA_VECTOR_CODE
Range rangeOf(std::span<const float> logits)
{
    FloatLanes low;
    FloatLanes high;
    FloatLanes infinite;
    fill(low, Infinity);
    fill(high, -Infinity);
    fill(infinite, Infinity);
    std::size_t i = 0;
    for (; i + LaneCount <= logits.size(); i += LaneCount) {
        FloatLanes here;
        load(&logits[i], here);
        high = here > high ? here : high;
        here = here > -infinite ? here : infinite;
        low = here < low ? here : low;
    }
    Range range;
    for (std::size_t lane = 0; lane < LaneCount; ++lane) {
        range.highest = std::max(range.highest, high[lane]);
        range.lowest = std::min(range.lowest, low[lane]);
    }
    for (; i < logits.size(); ++i) {
        if (logits[i] > -Infinity) {
            range.highest = std::max(range.highest, logits[i]);
            range.lowest = std::min(range.lowest, logits[i]);
        }
    }
    return range;
}

/// Orders floats as unsigned numbers, highest first.
std::uint32_t fallingKey(float logit)
{
    const auto bits = std::bit_cast<std::uint32_t>(logit + 0.0F); // −0 is 0
    return (bits & 0x80000000U) != 0 ? bits : ~(bits | 0x80000000U);
}

/// The highest logit below the cut.
TEMPERA_VECTOR_CODE
float highestBelow(std::span<const float> logits, float cut)
{
    FloatLanes high;
    FloatLanes limit;
    FloatLanes nothing;
    fill(high, -Infinity);
    fill(limit, cut);
    fill(nothing, -Infinity);
    std::size_t i = 0;
    for (; i + LaneCount <= logits.size(); i += LaneCount) {
        FloatLanes here;
        load(&logits[i], here);
        here = here < limit ? here : nothing;
        high = here > high ? here : high;
    }
    float highest = -Infinity;
    for (std::size_t lane = 0; lane < LaneCount; ++lane)
        highest = std::max(highest, high[lane]);
    for (; i < logits.size(); ++i)
        highest = logits[i] < cut ? std::max(highest, logits[i]) : highest;
    return highest;
}

/// The bin of each logit below the cut, downwards from `highest`; BinCount for all others.
TEMPERA_VECTOR_CODE
void findBins(std::span<const float> logits, float cut, float highest, float perWidth, std::span<std::int32_t> bins)
{
    constexpr float Last = TailHistogram::BinCount - 1;
    FloatLanes limit;
    FloatLanes top;
    FloatLanes scale;
    FloatLanes last;
    FloatLanes outside;
    FloatLanes nothing;
    fill(limit, cut);
    fill(top, highest);
    fill(scale, perWidth);
    fill(last, Last);
    fill(outside, TailHistogram::BinCount);
    fill(nothing, -Infinity);
    std::size_t i = 0;
    for (; i + LaneCount <= logits.size(); i += LaneCount) {
        FloatLanes here;
        load(&logits[i], here);
        FloatLanes bin = (top - here) * scale;
        bin = bin < last ? bin : last;
        bin = here < limit ? bin : outside;
        bin = here > nothing ? bin : outside;
        const IntLanes whole = __builtin_convertvector(bin, IntLanes);
        std::memcpy(&bins[i], &whole, sizeof whole);
    }
    for (; i < logits.size(); ++i) {
        const float bin = (highest - logits[i]) * perWidth;
        const bool counts = logits[i] < cut && logits[i] > -Infinity;
        bins[i] = static_cast<std::int32_t>(counts ? (bin < Last ? bin : Last) : TailHistogram::BinCount);
    }
}

} // namespace

/// Only the best m_most are kept in the end, and a flat distribution has far more within Depth. Where the cut lies then
/// makes no difference to the trace, only to the work; so the last one is tried first, which often fits the next token.
float TraceBuilder::cutFor(std::span<const float> logits, float best)
{
    const float deepest = best - Depth;
    if (m_lastCut > deepest && m_lastCut < best) {
        const std::size_t count = countFrom(logits, m_lastCut);
        if (count >= m_most && count <= m_most + m_most / 4)
            return m_lastCut;
    }
    if (countFrom(logits, deepest) <= m_most)
        return deepest;
    return m_lastCut = m_likeliest.cutFor(logits, deepest, m_most);
}

void TraceBuilder::build(std::span<const float> logits, TokenTrace &trace)
{
    trace.candidates.clear();
    trace.tail = {};
    if (trace.chosen >= 0 && static_cast<std::size_t>(trace.chosen) < logits.size())
        trace.chosenLogit = logits[static_cast<std::size_t>(trace.chosen)];
    const Range range = rangeOf(logits);
    if (range.highest == -Infinity || range.highest == Infinity)
        return;
    const float cut = cutFor(logits, range.highest);
    m_found = collectFrom(logits, cut, m_candidates);
    sortCandidates();
    const std::size_t kept = std::min(m_found, m_most);
    trace.candidates.assign(m_candidates.begin(), m_candidates.begin() + static_cast<std::ptrdiff_t>(kept));
    countTail(logits, cut, range.lowest, kept, trace.tail);
}

void TraceBuilder::countTail(std::span<const float> logits, float cut, float lowest, std::size_t kept, TailHistogram &tail)
{
    const auto surplus = std::span(m_candidates).subspan(kept, m_found - kept);
    const float highest = surplus.empty() ? highestBelow(logits, cut) : surplus.front().logit;
    if (highest == -Infinity)
        return;
    constexpr int Bins = TailHistogram::BinCount;
    tail.highest = highest;
    // A tail of equal logits still needs a width, or it would look empty.
    tail.binWidth = std::max((highest - lowest) / Bins, 1e-6F);
    const float perWidth = 1.0F / tail.binWidth;
    m_bins.resize(logits.size());
    findBins(logits, cut, highest, perWidth, m_bins);
    // Several histograms by turns, because equal neighbours would wait for each other's increment.
    constexpr std::size_t Turns = 8;
    std::array<std::array<std::uint32_t, Bins + 1>, Turns> turns{};
    std::size_t i = 0;
    for (; i + Turns <= m_bins.size(); i += Turns) {
        for (std::size_t turn = 0; turn < Turns; ++turn)
            ++turns[turn][static_cast<std::size_t>(m_bins[i + turn])];
    }
    for (; i < m_bins.size(); ++i)
        ++turns[0][static_cast<std::size_t>(m_bins[i])];
    for (const Candidate &candidate : surplus)
        ++turns[0][static_cast<std::size_t>(std::min((highest - candidate.logit) * perWidth, Bins - 1.0F))];
    for (std::size_t bin = 0; bin < Bins; ++bin) {
        for (const auto &turn : turns)
            tail.counts[bin] += turn[bin];
    }
}

/// Stable, so that equal logits stay in the order of their ids.
void TraceBuilder::sortCandidates()
{
    const std::span<Candidate> found = std::span(m_candidates).first(m_found);
    if (found.size() < 256) {
        std::ranges::stable_sort(found, {}, [](const Candidate &c) { return fallingKey(c.logit); });
        return;
    }
    constexpr int Bits = 11;
    constexpr std::size_t Buckets = std::size_t{1} << Bits;
    if (m_sorted.size() < m_candidates.size())
        m_sorted.resize(m_candidates.size());
    for (int shift = 0; shift < 32; shift += Bits) {
        const auto bucketOf = [shift](const Candidate &c) { return (fallingKey(c.logit) >> shift) & (Buckets - 1); };
        const std::span<const Candidate> from = std::span(m_candidates).first(m_found);
        std::array<std::uint32_t, Buckets + 1> starts{};
        for (const Candidate &candidate : from)
            ++starts[bucketOf(candidate) + 1];
        for (std::size_t bucket = 1; bucket <= Buckets; ++bucket)
            starts[bucket] += starts[bucket - 1];
        for (const Candidate &candidate : from)
            m_sorted[starts[bucketOf(candidate)]++] = candidate;
        m_candidates.swap(m_sorted);
    }
}

} // namespace Tempera
