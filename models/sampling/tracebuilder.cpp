// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/tracebuilder.h"

#include "models/sampling/vectorcode.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>

namespace Tempera {
namespace {

constexpr float Infinity = std::numeric_limits<float>::infinity();
constexpr std::size_t Lanes = 16;

struct Range {
    float lowest = Infinity;
    float highest = -Infinity;
};

// Independent lanes, because the compiler may not reorder a single running maximum into vector code.
TEMPERA_VECTOR_CODE
Range rangeOf(std::span<const float> logits)
{
    std::array<float, Lanes> low;
    std::array<float, Lanes> high;
    low.fill(Infinity);
    high.fill(-Infinity);
    std::size_t i = 0;
    for (; i + Lanes <= logits.size(); i += Lanes) {
        for (std::size_t lane = 0; lane < Lanes; ++lane) {
            const float logit = logits[i + lane];
            high[lane] = logit > high[lane] ? logit : high[lane];
            const float finite = logit > -Infinity ? logit : Infinity;
            low[lane] = finite < low[lane] ? finite : low[lane];
        }
    }
    Range range{std::ranges::min(low), std::ranges::max(high)};
    for (; i < logits.size(); ++i) {
        if (logits[i] > -Infinity) {
            range.highest = std::max(range.highest, logits[i]);
            range.lowest = std::min(range.lowest, logits[i]);
        }
    }
    return range;
}

TEMPERA_VECTOR_CODE
std::size_t countFrom(std::span<const float> logits, float cut)
{
    std::uint32_t count = 0;
    for (const float logit : logits)
        count += logit >= cut ? 1U : 0U;
    return count;
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
    std::array<float, Lanes> lanes;
    lanes.fill(-Infinity);
    std::size_t i = 0;
    for (; i + Lanes <= logits.size(); i += Lanes) {
        for (std::size_t lane = 0; lane < Lanes; ++lane) {
            const float below = logits[i + lane] < cut ? logits[i + lane] : -Infinity;
            lanes[lane] = below > lanes[lane] ? below : lanes[lane];
        }
    }
    float highest = std::ranges::max(lanes);
    for (; i < logits.size(); ++i)
        highest = logits[i] < cut ? std::max(highest, logits[i]) : highest;
    return highest;
}

} // namespace

/// A cut with at least Most logits from it on, and not many more: only the best Most are kept in the end. A flat
/// distribution has far more within Depth; their place is found among a part of the logits, with a reserve for chance.
float TraceBuilder::cutFor(std::span<const float> logits, float best)
{
    const float cut = best - Depth;
    if (countFrom(logits, cut) <= Most)
        return cut;
    constexpr std::size_t Every = 16;
    m_sample.clear();
    for (std::size_t i = 0; i < logits.size(); i += Every) {
        if (logits[i] >= cut)
            m_sample.push_back(logits[i]);
    }
    for (std::size_t wanted = Most * 9 / 8 / Every; wanted < m_sample.size(); wanted += wanted / 2) {
        const auto place = m_sample.begin() + static_cast<std::ptrdiff_t>(wanted);
        std::ranges::nth_element(m_sample, place, std::ranges::greater());
        if (countFrom(logits, *place) >= Most)
            return *place;
    }
    return cut;
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
    collect(logits, cut);
    sortCandidates();
    const std::size_t kept = std::min(m_found, Most);
    trace.candidates.assign(m_candidates.begin(), m_candidates.begin() + static_cast<std::ptrdiff_t>(kept));
    countTail(logits, cut, range.lowest, kept, trace.tail);
}

TEMPERA_VECTOR_CODE
void TraceBuilder::countTail(std::span<const float> logits, float cut, float lowest, std::size_t kept,
                             TailHistogram &tail)
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
    const auto binOf = [highest, perWidth](float logit) {
        const float bin = (highest - logit) * perWidth;
        const float last = Bins - 1;
        return static_cast<int>(bin < last ? bin : last);
    };
    m_bins.resize(logits.size());
    for (std::size_t i = 0; i < logits.size(); ++i) {
        const bool counts = logits[i] < cut && logits[i] > -Infinity;
        m_bins[i] = static_cast<std::uint16_t>(counts ? binOf(logits[i]) : Bins);
    }
    // Four histograms by turns, because equal neighbours would wait for each other's increment.
    std::array<std::array<std::uint32_t, Bins + 1>, 4> turns{};
    for (std::size_t i = 0; i < m_bins.size(); ++i)
        ++turns[i % turns.size()][m_bins[i]];
    for (const Candidate &candidate : surplus)
        ++turns[0][static_cast<std::size_t>(binOf(candidate.logit))];
    for (std::size_t bin = 0; bin < Bins; ++bin) {
        for (const auto &turn : turns)
            tail.counts[bin] += turn[bin];
    }
}

/// What is at or above the cut, by rising id.
TEMPERA_VECTOR_CODE
void TraceBuilder::collect(std::span<const float> logits, float cut)
{
    if (m_candidates.size() < logits.size())
        m_candidates.resize(logits.size());
    std::size_t found = 0;
    std::size_t i = 0;
    for (; i + Lanes <= logits.size(); i += Lanes) {
        std::uint32_t inside = 0;
        for (std::size_t lane = 0; lane < Lanes; ++lane)
            inside |= logits[i + lane] >= cut ? std::uint32_t{1} << lane : 0U;
        for (; inside != 0; inside &= inside - 1) {
            const std::size_t at = i + static_cast<std::size_t>(std::countr_zero(inside));
            m_candidates[found++] = {static_cast<std::int32_t>(at), logits[at]};
        }
    }
    for (; i < logits.size(); ++i) {
        if (logits[i] >= cut)
            m_candidates[found++] = {static_cast<std::int32_t>(i), logits[i]};
    }
    m_found = found;
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
