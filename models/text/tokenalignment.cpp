// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/tokenalignment.h"

#include "models/text/changeshift.h"
#include "models/text/sequencediff.h"
#include "models/text/tokenblocks.h"

#include <algorithm>

namespace Tempera {
namespace {

/// Up to so many tokens of both texts together the shortest difference is looked for; anchors are for larger ones.
constexpr int smallTokens = 400;

class TokenAligner
{
public:
    TokenAligner(TokenAlignment &alignment, const std::stop_token &stop) : m_result(alignment), m_stop(stop) { }
    void align();

private:
    void keep(int before, int after)
    {
        m_result.keptAs[static_cast<std::size_t>(before)] = after;
        m_result.keptFrom[static_cast<std::size_t>(after)] = before;
    }
    void drop(int before, int after)
    {
        m_result.keptAs[static_cast<std::size_t>(before)] = TokenAlignment::Changed;
        m_result.keptFrom[static_cast<std::size_t>(after)] = TokenAlignment::Changed;
    }
    void keepEnds(TokenRange &before, TokenRange &after);
    void openSentences(TokenRange &before, TokenRange &after);
    void takeMoved(const std::vector<TokenBlock> &blocks);
    void alignBetween(TokenRange before, TokenRange after);

    TokenAlignment &m_result;
    const std::stop_token &m_stop;
};

void TokenAligner::align()
{
    TokenRange before{0, static_cast<int>(m_result.before.size())};
    TokenRange after{0, static_cast<int>(m_result.after.size())};
    keepEnds(before, after);
    openSentences(before, after);
    const TokenBlocks blocks = uniqueBlocks(m_result.before, before, m_result.after, after);
    takeMoved(blocks.moved);
    const bool isSmall = before.to - before.from + after.to - after.from <= smallTokens;
    if (!isSmall) {
        for (const TokenBlock &block : blocks.inOrder) {
            alignBetween({before.from, block.before}, {after.from, block.after});
            for (int i = 0; i < block.length; ++i)
                keep(block.before + i, block.after + i);
            before.from = block.before + block.length;
            after.from = block.after + block.length;
        }
    }
    alignBetween(before, after);
}

void TokenAligner::keepEnds(TokenRange &before, TokenRange &after)
{
    const auto idBefore = [this](int i) { return m_result.before.at(i).id; };
    const auto idAfter = [this](int i) { return m_result.after.at(i).id; };
    const auto isOpen = [&] { return before.from < before.to && after.from < after.to; };
    while (isOpen() && idBefore(before.from) == idAfter(after.from))
        keep(before.from++, after.from++);
    while (isOpen() && idBefore(before.to - 1) == idAfter(after.to - 1))
        keep(--before.to, --after.to);
}

/// Whole sentences may have been moved to the ends: of one that only begins or ends in the same way there, its first words or
/// its full stop are not kept before it is looked for.
void TokenAligner::openSentences(TokenRange &before, TokenRange &after)
{
    constexpr int longest = 200; // tokens
    const int oldSize = static_cast<int>(m_result.before.size());
    const auto isSeam = [this](int old, int now) {
        return seamBefore(m_result.before, old) >= sentenceSeam && seamBefore(m_result.after, now) >= sentenceSeam;
    };
    int opened = 0;
    while (opened <= std::min(longest, before.from) && !isSeam(before.from - opened, after.from - opened))
        ++opened;
    for (; opened <= std::min(longest, before.from) && opened > 0; --opened)
        drop(--before.from, --after.from);
    opened = 0;
    while (opened <= std::min(longest, oldSize - before.to) && !isSeam(before.to + opened, after.to + opened))
        ++opened;
    for (; opened <= std::min(longest, oldSize - before.to) && opened > 0; --opened)
        drop(before.to++, after.to++);
}

void TokenAligner::takeMoved(const std::vector<TokenBlock> &blocks)
{
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        for (int i = 0; i < blocks[block].length; ++i) {
            const auto from = static_cast<std::size_t>(blocks[block].before + i);
            const auto to = static_cast<std::size_t>(blocks[block].after + i);
            m_result.keptAs[from] = m_result.keptFrom[to] = TokenAlignment::Moved;
            m_result.movedOut[from] = m_result.movedIn[to] = static_cast<int>(block);
        }
    }
}

/// What was moved away is not there.
void TokenAligner::alignBetween(TokenRange before, TokenRange after)
{
    if (before.from == before.to || after.from == after.to || m_stop.stop_requested())
        return;
    const auto idsOf = [](const DiffText &text, const std::vector<int> &kept, TokenRange range, std::vector<int> &places) {
        std::vector<int> ids;
        for (int i = range.from; i < range.to; ++i) {
            if (kept[static_cast<std::size_t>(i)] == TokenAlignment::Moved)
                continue;
            ids.push_back(text.at(i).id);
            places.push_back(i);
        }
        return ids;
    };
    std::vector<int> beforePlaces;
    std::vector<int> afterPlaces;
    const std::vector<int> beforeIds = idsOf(m_result.before, m_result.keptAs, before, beforePlaces);
    const std::vector<int> afterIds = idsOf(m_result.after, m_result.keptFrom, after, afterPlaces);
    const std::vector<int> kept = keptEntries(beforeIds, afterIds, m_stop);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] >= 0)
            keep(beforePlaces[i], afterPlaces[static_cast<std::size_t>(kept[i])]);
    }
}

} // namespace

TokenAlignment alignTokens(QStringView oldText, QStringView newText, const std::stop_token &stop)
{
    TokenAlignment alignment;
    DiffTokenizer tokenizer;
    alignment.before = tokenizer.split(oldText);
    alignment.after = tokenizer.split(newText);
    const std::size_t before = alignment.before.tokens.size();
    const std::size_t after = alignment.after.tokens.size();
    alignment.keptAs.assign(before, TokenAlignment::Changed);
    alignment.keptFrom.assign(after, TokenAlignment::Changed);
    alignment.movedOut.assign(before, -1);
    alignment.movedIn.assign(after, -1);
    TokenAligner(alignment, stop).align();
    shiftChanges(alignment);
    mergeIslands(alignment);
    return alignment;
}

} // namespace Tempera
