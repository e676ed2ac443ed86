// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/judging/blindpairs.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace Tempera {
namespace {

/// The repeats of a case that have a whole answer.
struct AnsweredRepeats {
    std::vector<int> first;
    std::vector<int> second;
};

/// A repeat of each of the two; the same one where both have it.
std::pair<int, int> drawnRepeats(AnsweredRepeats &repeats, StatsRandom &random)
{
    std::ranges::sort(repeats.first);
    std::ranges::sort(repeats.second);
    std::vector<int> both;
    std::ranges::set_intersection(repeats.first, repeats.second, std::back_inserter(both));
    const auto drawn = [&random](const std::vector<int> &from) { return from[uniformBelow(random, from.size())]; };
    if (!both.empty()) {
        const int repeat = drawn(both);
        return {repeat, repeat};
    }
    const int first = drawn(repeats.first); // in this order on every machine
    const int second = drawn(repeats.second);
    return {first, second};
}

} // namespace

std::vector<JudgedColumn> judgedColumns(const CellTable &cells)
{
    std::set<JudgedColumn> columns;
    JudgedColumn last{-1, -1};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const CellKey key = cells.key(i);
        const JudgedColumn column{key.promptIndex, key.variantIndex};
        if (column != last)
            columns.insert(column);
        last = column;
    }
    return {columns.begin(), columns.end()};
}

std::vector<BlindPair> blindPairs(const CellTable &cells, const JudgedColumn &first, const JudgedColumn &second,
                                  StatsRandom &random)
{
    std::map<int, AnsweredRepeats> cases;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells.state(i) != CellState::Done)
            continue;
        const CellKey key = cells.key(i);
        if (first.holds(key))
            cases[key.caseIndex].first.push_back(key.repeat);
        if (second.holds(key))
            cases[key.caseIndex].second.push_back(key.repeat);
    }
    std::erase_if(cases, [](const auto &each) { return each.second.first.empty() || each.second.second.empty(); });
    std::vector<BlindPair> pairs;
    for (auto &[caseIndex, repeats] : cases) {
        const auto [firstRepeat, secondRepeat] = drawnRepeats(repeats, random);
        pairs.push_back({{caseIndex, first.promptIndex, first.variantIndex, firstRepeat},
                         {caseIndex, second.promptIndex, second.variantIndex, secondRepeat},
                         uniformBelow(random, 2) == 1});
    }
    std::vector<BlindPair> shuffled;
    for (const std::size_t index : randomOrder(pairs.size(), random))
        shuffled.push_back(pairs[index]);
    return shuffled;
}

std::vector<JudgedPair> pairsOf(std::span<const JudgedPair> pairs, const JudgedColumn &first, const JudgedColumn &second)
{
    std::vector<JudgedPair> found;
    std::ranges::copy_if(pairs, std::back_inserter(found),
                         [&](const JudgedPair &pair) { return first.holds(pair.first) && second.holds(pair.second); });
    return found;
}

} // namespace Tempera
