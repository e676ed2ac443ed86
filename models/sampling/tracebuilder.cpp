// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/tracebuilder.h"

#include <algorithm>
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

std::size_t countFrom(std::span<const float> logits, float cut)
{
    std::uint32_t count = 0;
    for (const float logit : logits)
        count += logit >= cut ? 1U : 0U;
    return count;
}

bool before(const Candidate &a, const Candidate &b)
{
    return a.logit != b.logit ? a.logit > b.logit : a.id < b.id;
}

/// Takes what is at or above the cut; what is below goes into the histogram.
void collect(std::span<const float> logits, float cut, TokenTrace &trace)
{
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (logits[i] >= cut)
            trace.candidates.push_back({static_cast<std::int32_t>(i), logits[i]});
    }
    std::ranges::sort(trace.candidates, before);
}

void countTail(std::span<const float> logits, float cut, float lowest, std::span<const Candidate> surplus,
               TailHistogram &tail)
{
    float highest = -Infinity;
    for (const float logit : logits) {
        const float below = logit < cut ? logit : -Infinity;
        highest = below > highest ? below : highest;
    }
    if (!surplus.empty())
        highest = surplus.front().logit;
    if (highest == -Infinity)
        return;
    tail.highest = highest;
    // A tail of equal logits still needs a width, or it would look empty.
    tail.binWidth = std::max((highest - lowest) / TailHistogram::BinCount, 1e-6F);
    const float perWidth = 1.0F / tail.binWidth;
    const auto count = [&](float logit) {
        const int bin = std::clamp(static_cast<int>((highest - logit) * perWidth), 0, TailHistogram::BinCount - 1);
        ++tail.counts[static_cast<std::size_t>(bin)];
    };
    for (const float logit : logits) {
        if (logit < cut && logit > -Infinity)
            count(logit);
    }
    for (const Candidate &candidate : surplus)
        count(candidate.logit);
}

} // namespace

float TraceBuilder::cutFor(std::span<const float> logits, float best)
{
    const float cut = best - Depth;
    if (countFrom(logits, cut) <= Most)
        return cut;
    // A flat distribution: find the logit below which the surplus lies, to within a bin.
    constexpr int Bins = 8192;
    constexpr float PerNat = Bins / Depth;
    m_counts.assign(Bins + 1, 0);
    for (const float logit : logits) {
        if (logit >= cut)
            ++m_counts[static_cast<std::size_t>((best - logit) * PerNat)];
    }
    std::size_t sum = 0;
    for (int bin = 0; bin <= Bins; ++bin) {
        sum += m_counts[static_cast<std::size_t>(bin)];
        if (sum >= Most)
            return std::max(cut, best - static_cast<float>(bin + 1) / PerNat);
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
    collect(logits, cut, trace);
    std::vector<Candidate> surplus;
    if (trace.candidates.size() > Most) {
        surplus.assign(trace.candidates.begin() + Most, trace.candidates.end());
        trace.candidates.resize(Most);
    }
    trace.candidates.shrink_to_fit();
    countTail(logits, cut, range.lowest, surplus, trace.tail);
}

} // namespace Tempera
