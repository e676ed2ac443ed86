// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/tokenblocks.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace Tempera {
namespace {

constexpr int seedTokens = 4;

/// Where a stretch of seedTokens occurs.
struct SeedPlaces {
    int inBefore = 0; ///< How often.
    int inAfter = 0;
    int before = 0; ///< The last place.
};

std::uint64_t seedHash(const DiffText &text, int from)
{
    std::uint64_t hash = 0;
    for (int i = 0; i < seedTokens; ++i)
        hash = (hash ^ static_cast<std::uint64_t>(text.at(from + i).id)) * 0x9e3779b97f4a7c15ULL + (hash >> 29);
    return hash;
}

int seedsIn(TokenRange range)
{
    return std::max(0, range.to - range.from - seedTokens + 1);
}

int wordsAmong(const DiffText &text, int from, int tokens)
{
    int words = 0;
    for (int i = from; i < from + tokens; ++i)
        words += text.at(i).kind == DiffTokenKind::Word ? 1 : 0;
    return words;
}

class BlockFinder
{
public:
    BlockFinder(const DiffText &before, TokenRange inBefore, const DiffText &after, TokenRange inAfter)
        : m_before(before),
          m_after(after),
          m_inBefore(inBefore),
          m_inAfter(inAfter),
          m_taken(static_cast<std::size_t>(inBefore.to - inBefore.from), false)
    {
    }

    /// In the order of the new text; none overlaps another one.
    [[nodiscard]] std::vector<TokenBlock> find();

private:
    void countSeeds();
    [[nodiscard]] bool isFree(int before) const
    {
        return before >= m_inBefore.from && before < m_inBefore.to
               && !m_taken[static_cast<std::size_t>(before - m_inBefore.from)];
    }
    [[nodiscard]] bool isSame(int before, int after) const { return m_before.at(before).id == m_after.at(after).id; }
    [[nodiscard]] bool isSameGap(int before, int after) const { return m_before.gapBefore(before) == m_after.gapBefore(after); }
    [[nodiscard]] TokenBlock grown(int before, int after, int free) const;

    const DiffText &m_before;
    const DiffText &m_after;
    TokenRange m_inBefore;
    TokenRange m_inAfter;
    std::unordered_map<std::uint64_t, SeedPlaces> m_seeds;
    std::vector<bool> m_taken; ///< Tokens of the old range that are in a block.
};

void BlockFinder::countSeeds()
{
    m_seeds.reserve(static_cast<std::size_t>(seedsIn(m_inBefore)));
    for (int i = 0; i < seedsIn(m_inBefore); ++i) {
        SeedPlaces &seed = m_seeds[seedHash(m_before, m_inBefore.from + i)];
        ++seed.inBefore;
        seed.before = m_inBefore.from + i;
    }
    for (int i = 0; i < seedsIn(m_inAfter); ++i) {
        if (const auto seed = m_seeds.find(seedHash(m_after, m_inAfter.from + i)); seed != m_seeds.end())
            ++seed->second.inAfter;
    }
}

/// The block around a pair of equal tokens; in the new text it begins at `free` at the earliest.
TokenBlock BlockFinder::grown(int before, int after, int free) const
{
    TokenBlock block{before, after, 1, 0};
    while (block.after > free && isFree(block.before - 1) && isSame(block.before - 1, block.after - 1)
           && isSameGap(block.before, block.after)) {
        --block.before;
        --block.after;
        ++block.length;
    }
    const auto next = [&] { return std::pair(block.before + block.length, block.after + block.length); };
    for (auto [b, a] = next(); a < m_inAfter.to && isFree(b) && isSame(b, a) && isSameGap(b, a); std::tie(b, a) = next())
        ++block.length;
    block.words = wordsAmong(m_after, block.after, block.length);
    return block;
}

std::vector<TokenBlock> BlockFinder::find()
{
    countSeeds();
    std::vector<TokenBlock> blocks;
    int free = m_inAfter.from;
    for (int i = 0; i < seedsIn(m_inAfter); ++i) {
        const int after = m_inAfter.from + i;
        const auto seed = after < free ? m_seeds.end() : m_seeds.find(seedHash(m_after, after));
        if (seed == m_seeds.end() || seed->second.inBefore != 1 || seed->second.inAfter != 1)
            continue;
        if (!isFree(seed->second.before) || !isSame(seed->second.before, after))
            continue;
        const TokenBlock block = grown(seed->second.before, after, free);
        if (block.length < seedTokens) // other blanks between them, or two seeds of one hash
            continue;
        blocks.push_back(block);
        free = block.after + block.length;
        std::fill_n(m_taken.begin() + (block.before - m_inBefore.from), block.length, true);
    }
    return blocks;
}

/// The largest sums of words up to each place of the old text: a Fenwick tree of maxima.
class HeaviestChain
{
public:
    explicit HeaviestChain(std::size_t places) : m_best(places + 1, {0, -1}) { }

    /// Words and last block of the heaviest chain whose blocks begin before `place`.
    [[nodiscard]] std::pair<int, int> before(std::size_t place) const
    {
        std::pair<int, int> best{0, -1};
        for (std::size_t i = place; i > 0; i &= i - 1)
            best = std::max(best, m_best[i]);
        return best;
    }
    void put(std::size_t place, std::pair<int, int> chain)
    {
        for (std::size_t i = place + 1; i < m_best.size(); i += i & (~i + 1))
            m_best[i] = std::max(m_best[i], chain);
    }

private:
    std::vector<std::pair<int, int>> m_best;
};

/// Which of the blocks, in the order of the new text, rise in the old text too and have the most words.
std::vector<bool> heaviestRising(const std::vector<TokenBlock> &blocks)
{
    std::vector<int> places; // by the old text
    for (const TokenBlock &block : blocks)
        places.push_back(block.before);
    std::ranges::sort(places);
    HeaviestChain chains(places.size());
    std::vector<int> previous(blocks.size(), -1);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto place = static_cast<std::size_t>(std::ranges::lower_bound(places, blocks[i].before) - places.begin());
        const auto [words, last] = chains.before(place);
        previous[i] = last;
        chains.put(place, {words + std::max(1, blocks[i].words), static_cast<int>(i)});
    }
    std::vector<bool> isIn(blocks.size(), false);
    for (int i = chains.before(places.size()).second; i >= 0; i = previous[static_cast<std::size_t>(i)])
        isIn[static_cast<std::size_t>(i)] = true;
    return isIn;
}

/// Without a ragged end: what comes before and after a moved sentence may begin or end with the same words by chance. At
/// most a third is cut off at either end.
TokenBlock cutAtSeams(const TokenBlock &block, const DiffText &before, const DiffText &after)
{
    const auto isSeam = [&](int i) {
        return seamBefore(before, block.before + i) >= sentenceSeam && seamBefore(after, block.after + i) >= sentenceSeam;
    };
    int from = 0;
    while (from <= block.length / 3 && !isSeam(from))
        ++from;
    int to = block.length;
    while (to >= block.length - block.length / 3 && !isSeam(to))
        --to;
    from = from > block.length / 3 ? 0 : from;
    to = to < block.length - block.length / 3 ? block.length : to;
    // The line ends around it belong to the lines that stay.
    while (from < to && after.at(block.after + from).kind == DiffTokenKind::LineEnd)
        ++from;
    while (to > from && after.at(block.after + to - 1).kind == DiffTokenKind::LineEnd)
        --to;
    return {block.before + from, block.after + from, to - from, wordsAmong(after, block.after + from, to - from)};
}

bool isOneOf(QStringView token, QStringView signs)
{
    return token.size() == 1 && signs.contains(token[0]);
}

} // namespace

int seamBefore(const DiffText &text, qsizetype i)
{
    if (i == 0 || i == text.size() || text.at(i - 1).kind == DiffTokenKind::LineEnd || text.at(i).kind == DiffTokenKind::LineEnd)
        return 4;
    if (text.at(i - 1).kind == DiffTokenKind::Word)
        return 0;
    const bool isApart = !text.gapBefore(i).isEmpty();
    const QStringView sign = text.textOf(i - 1);
    if (isOneOf(sign, u"。！？") || (isApart && isOneOf(sign, u".!?…")))
        return 3;
    const bool isClosed = i > 1 && isOneOf(sign, u"\"'”’»)]") && isOneOf(text.textOf(i - 2), u".!?…。！？");
    if (isClosed && isApart)
        return 3;
    return isOneOf(sign, u",;，；、") ? 2 : 0;
}

bool isTelling(const TokenBlock &block, const DiffText &before, const DiffText &after)
{
    constexpr int enoughWords = 8;
    constexpr int enoughForSentence = 4;
    if (block.words >= enoughWords)
        return true;
    return block.words >= enoughForSentence && seamBefore(before, block.before) >= sentenceSeam
           && seamBefore(before, block.before + block.length) >= sentenceSeam && seamBefore(after, block.after) >= sentenceSeam
           && seamBefore(after, block.after + block.length) >= sentenceSeam;
}

TokenBlocks uniqueBlocks(const DiffText &before, TokenRange inBefore, const DiffText &after, TokenRange inAfter)
{
    const std::vector<TokenBlock> all = BlockFinder(before, inBefore, after, inAfter).find();
    const std::vector<bool> rising = heaviestRising(all);
    TokenBlocks blocks;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (rising[i])
            blocks.inOrder.push_back(all[i]);
        else if (const TokenBlock block = cutAtSeams(all[i], before, after); isTelling(block, before, after))
            blocks.moved.push_back(block);
    }
    return blocks;
}

} // namespace Tempera
