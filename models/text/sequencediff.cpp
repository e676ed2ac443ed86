// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/sequencediff.h"

#include <algorithm>
#include <limits>

namespace Tempera {
namespace {

/// A place in both: what lies before it in one is compared with what lies before it in the other.
struct SequencePlace {
    int before = 0;
    int after = 0;
};

/// A stretch of both sequences.
struct SequenceBox {
    int beforeFrom = 0;
    int beforeTo = 0;
    int afterFrom = 0;
    int afterTo = 0;

    [[nodiscard]] bool isEmpty() const { return beforeFrom == beforeTo || afterFrom == afterTo; }
    [[nodiscard]] bool holds(const SequencePlace &place) const
    {
        return place.before >= beforeFrom && place.before <= beforeTo && place.after >= afterFrom && place.after <= afterTo;
    }
};

/// The furthest places reached on each diagonal (before − after), from one end of a box.
class DiagonalFront
{
public:
    DiagonalFront(int lowest, int highest) : m_reached(static_cast<std::size_t>(highest - lowest) + 3), m_base(lowest - 1) { }

    [[nodiscard]] int &operator[](int diagonal) { return m_reached[static_cast<std::size_t>(diagonal - m_base)]; }
    void start(int diagonal, int at)
    {
        low = high = diagonal;
        (*this)[diagonal] = at;
    }
    /// One edit more: a diagonal more on both sides, as far as the box has them; `unreached` lies beyond their ends.
    void widen(int lowest, int highest, int unreached)
    {
        if (low > lowest)
            (*this)[--low - 1] = unreached;
        else
            ++low;
        if (high < highest)
            (*this)[++high + 1] = unreached;
        else
            --high;
    }
    [[nodiscard]] bool has(int diagonal) const { return diagonal >= low && diagonal <= high; }

    int low = 0;
    int high = 0;

private:
    std::vector<int> m_reached;
    int m_base;
};

class SequenceComparison
{
public:
    SequenceComparison(std::span<const int> before, std::span<const int> after, const std::stop_token &stop)
        : m_before(before),
          m_after(after),
          m_stop(stop),
          m_kept(before.size(), -1),
          m_forward(-static_cast<int>(after.size()), static_cast<int>(before.size())),
          m_backward(-static_cast<int>(after.size()), static_cast<int>(before.size())),
          m_mostEdits(mostEdits(before.size() + after.size()))
    {
    }

    [[nodiscard]] std::vector<int> run()
    {
        m_open = {{0, static_cast<int>(m_before.size()), 0, static_cast<int>(m_after.size())}};
        while (!m_open.empty() && !m_stop.stop_requested()) {
            SequenceBox box = m_open.back();
            m_open.pop_back();
            keepEnds(box);
            if (!box.isEmpty())
                split(box);
        }
        return std::move(m_kept);
    }

private:
    [[nodiscard]] bool isEqual(int before, int after) const
    {
        return m_before[static_cast<std::size_t>(before)] == m_after[static_cast<std::size_t>(after)];
    }
    void keep(int before, int after) { m_kept[static_cast<std::size_t>(before)] = after; }
    void keepEnds(SequenceBox &box);
    void split(const SequenceBox &box);
    [[nodiscard]] SequencePlace middle(const SequenceBox &box);
    [[nodiscard]] bool stepForward(const SequenceBox &box, bool isOdd, SequencePlace &met);
    [[nodiscard]] bool stepBackward(const SequenceBox &box, bool isOdd, SequencePlace &met);
    [[nodiscard]] SequencePlace furthest(const SequenceBox &box);

    std::span<const int> m_before;
    std::span<const int> m_after;
    std::stop_token m_stop;
    std::vector<int> m_kept;
    std::vector<SequenceBox> m_open;
    DiagonalFront m_forward;
    DiagonalFront m_backward;
    int m_mostEdits;
};

void SequenceComparison::keepEnds(SequenceBox &box)
{
    while (!box.isEmpty() && isEqual(box.beforeFrom, box.afterFrom))
        keep(box.beforeFrom++, box.afterFrom++);
    while (!box.isEmpty() && isEqual(box.beforeTo - 1, box.afterTo - 1))
        keep(--box.beforeTo, --box.afterTo);
}

void SequenceComparison::split(const SequenceBox &box)
{
    const SequencePlace at = middle(box);
    const bool isStart = at.before == box.beforeFrom && at.after == box.afterFrom;
    const bool isEnd = at.before == box.beforeTo && at.after == box.afterTo;
    if (isStart || isEnd) // nothing was gained: what is left is all changed
        return;
    m_open.push_back({at.before, box.beforeTo, at.after, box.afterTo});
    m_open.push_back({box.beforeFrom, at.before, box.afterFrom, at.after});
}

/// A place on a shortest path about half way, found from both ends at once.
SequencePlace SequenceComparison::middle(const SequenceBox &box)
{
    const int fromStart = box.beforeFrom - box.afterFrom;
    const int fromEnd = box.beforeTo - box.afterTo;
    const bool isOdd = ((fromStart - fromEnd) & 1) != 0;
    m_forward.start(fromStart, box.beforeFrom);
    m_backward.start(fromEnd, box.beforeTo);
    for (int edits = 1; edits <= m_mostEdits; ++edits) {
        SequencePlace met;
        if (stepForward(box, isOdd, met) || stepBackward(box, isOdd, met))
            return met;
        if (m_stop.stop_requested())
            break;
    }
    return furthest(box);
}

bool SequenceComparison::stepForward(const SequenceBox &box, bool isOdd, SequencePlace &met)
{
    m_forward.widen(box.beforeFrom - box.afterTo, box.beforeTo - box.afterFrom, -1);
    for (int diagonal = m_forward.high; diagonal >= m_forward.low; diagonal -= 2) {
        const int removed = m_forward[diagonal - 1];
        const int added = m_forward[diagonal + 1];
        int at = removed >= added ? removed + 1 : added;
        while (at < box.beforeTo && at - diagonal < box.afterTo && isEqual(at, at - diagonal))
            ++at;
        m_forward[diagonal] = at;
        if (isOdd && m_backward.has(diagonal) && m_backward[diagonal] <= at) {
            met = {at, at - diagonal};
            return true;
        }
    }
    return false;
}

bool SequenceComparison::stepBackward(const SequenceBox &box, bool isOdd, SequencePlace &met)
{
    m_backward.widen(box.beforeFrom - box.afterTo, box.beforeTo - box.afterFrom, std::numeric_limits<int>::max());
    for (int diagonal = m_backward.high; diagonal >= m_backward.low; diagonal -= 2) {
        const int added = m_backward[diagonal - 1];
        const int removed = m_backward[diagonal + 1];
        int at = added < removed ? added : removed - 1;
        while (at > box.beforeFrom && at - diagonal > box.afterFrom && isEqual(at - 1, at - diagonal - 1))
            --at;
        m_backward[diagonal] = at;
        if (!isOdd && m_forward.has(diagonal) && at <= m_forward[diagonal]) {
            met = {at, at - diagonal};
            return true;
        }
    }
    return false;
}

/// Of all places reached from either end the one furthest from it.
SequencePlace SequenceComparison::furthest(const SequenceBox &box)
{
    SequencePlace best{box.beforeFrom, box.afterFrom};
    int bestGain = 0;
    const auto offer = [&](int at, int diagonal, bool isForward) {
        const SequencePlace place{at, at - diagonal};
        if (!box.holds(place))
            return;
        const int gain = isForward ? place.before - box.beforeFrom + place.after - box.afterFrom
                                   : box.beforeTo - place.before + box.afterTo - place.after;
        if (gain > bestGain) {
            best = place;
            bestGain = gain;
        }
    };
    for (int diagonal = m_forward.low; diagonal <= m_forward.high; diagonal += 2)
        offer(m_forward[diagonal], diagonal, true);
    for (int diagonal = m_backward.low; diagonal <= m_backward.high; diagonal += 2)
        offer(m_backward[diagonal], diagonal, false);
    return best;
}

/// The entries of `of` that `other` has too, and where they were: the others are changed for sure and only cost time.
std::vector<int> placesOfShared(std::span<const int> of, std::span<const int> other)
{
    int largest = 0;
    for (const int id : of)
        largest = std::max(largest, id);
    std::vector<bool> has(static_cast<std::size_t>(largest) + 1, false);
    for (const int id : other) {
        if (id <= largest)
            has[static_cast<std::size_t>(id)] = true;
    }
    std::vector<int> places;
    for (std::size_t i = 0; i < of.size(); ++i) {
        if (has[static_cast<std::size_t>(of[i])])
            places.push_back(static_cast<int>(i));
    }
    return places;
}

std::vector<int> entriesAt(std::span<const int> of, const std::vector<int> &places)
{
    std::vector<int> entries;
    entries.reserve(places.size());
    for (const int place : places)
        entries.push_back(of[static_cast<std::size_t>(place)]);
    return entries;
}

} // namespace

int mostEdits(std::size_t entries)
{
    constexpr std::size_t steps = 30'000'000;
    constexpr std::size_t least = 256;
    return static_cast<int>(std::max(least, steps / std::max<std::size_t>(entries, 1)));
}

std::vector<int> keptEntries(std::span<const int> before, std::span<const int> after, const std::stop_token &stop)
{
    const std::vector<int> beforePlaces = placesOfShared(before, after);
    const std::vector<int> afterPlaces = placesOfShared(after, before);
    const std::vector<int> shared =
        SequenceComparison(entriesAt(before, beforePlaces), entriesAt(after, afterPlaces), stop).run();
    std::vector<int> kept(before.size(), -1);
    for (std::size_t i = 0; i < shared.size(); ++i) {
        if (shared[i] >= 0)
            kept[static_cast<std::size_t>(beforePlaces[i])] = afterPlaces[static_cast<std::size_t>(shared[i])];
    }
    return kept;
}

} // namespace Tempera
