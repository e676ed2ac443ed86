// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/likeliest.h"

#include "models/sampling/vectorcode.h"

#include <algorithm>
#include <functional>

namespace Tempera {
namespace {

constexpr std::size_t Parts = 512;

TEMPERA_VECTOR_CODE
void highestOfEach(std::span<const float> logits, std::size_t width, std::span<float> highest)
{
    for (std::size_t i = 0; i < highest.size(); ++i)
        highest[i] = highestOf(logits.subspan(i * width, width));
}

} // namespace

TEMPERA_VECTOR_CODE
std::size_t countFrom(std::span<const float> logits, float cut)
{
    std::uint32_t count = 0;
    for (const float logit : logits)
        count += logit >= cut ? 1U : 0U;
    return count;
}

/// Of parts of the vocabulary the `count` highest maxima are `count` logits that lie at or above the lowest of them.
float Likeliest::cutByParts(std::span<const float> logits, float floor, std::size_t count)
{
    m_sample.resize(Parts);
    highestOfEach(logits, logits.size() / Parts, m_sample);
    const auto place = m_sample.begin() + static_cast<std::ptrdiff_t>(count - 1);
    std::ranges::nth_element(m_sample, place, std::ranges::greater());
    return std::max(floor, *place);
}

float Likeliest::cutFor(std::span<const float> logits, float floor, std::size_t count)
{
    if (count > 0 && count <= Parts / 4 && logits.size() >= Parts * LaneCount)
        return cutByParts(logits, floor, count);
    constexpr std::size_t Every = 16;
    constexpr std::size_t Least = 12; // fewer would leave too much to chance
    m_sample.clear();
    for (std::size_t i = 0; i < logits.size(); i += Every) {
        if (logits[i] >= floor)
            m_sample.push_back(logits[i]);
    }
    for (std::size_t wanted = std::max(Least, count * 9 / 8 / Every); wanted < m_sample.size(); wanted += wanted / 2) {
        const auto place = m_sample.begin() + static_cast<std::ptrdiff_t>(wanted);
        std::ranges::nth_element(m_sample, place, std::ranges::greater());
        if (countFrom(logits, *place) >= count)
            return *place;
    }
    return floor;
}

TEMPERA_VECTOR_CODE
std::size_t collectFrom(std::span<const float> logits, float cut, std::vector<Candidate> &found)
{
    constexpr std::size_t Block = 4 * LaneCount;
    if (found.size() <= logits.size())
        found.resize(logits.size() + 1); // one more, for what is written and not kept
    Candidate *const kept = found.data();
    std::size_t count = 0;
    for (std::size_t first = 0; first < logits.size(); first += Block) {
        const std::span<const float> block = logits.subspan(first, std::min(Block, logits.size() - first));
        if (!(highestOf(block) >= cut))
            continue;
        // Written in any case and kept or not: a branch would be guessed wrong too often.
        for (std::size_t i = 0; i < block.size(); ++i) {
            kept[count] = {static_cast<std::int32_t>(first + i), block[i]};
            count += block[i] >= cut ? 1U : 0U;
        }
    }
    return count;
}

} // namespace Tempera
