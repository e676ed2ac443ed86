// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/changeshift.h"

#include "models/text/tokenblocks.h"

#include <algorithm>

namespace Tempera {
namespace {

/// What changed on one side only, seen from that side.
class ChangeShifter
{
public:
    ChangeShifter(const DiffText &text, std::vector<int> &mine, std::vector<int> &others)
        : m_text(text), m_mine(mine), m_others(others)
    {
    }

    void shiftAll();

private:
    [[nodiscard]] int size() const { return static_cast<int>(m_mine.size()); }
    [[nodiscard]] int partner(int i) const { return m_mine[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int id(int i) const { return m_text.at(i).id; }
    [[nodiscard]] bool isOneSided(TokenRange change) const;
    [[nodiscard]] int score(int from, int to) const;
    [[nodiscard]] TokenRange shifted(TokenRange change);
    void hand(int from, int to);

    const DiffText &m_text;
    std::vector<int> &m_mine;   ///< Partner of each token, see TokenAlignment.
    std::vector<int> &m_others; ///< The other way round.
};

/// Nothing changed at that place in the other text: the tokens around have neighbours as partners.
bool ChangeShifter::isOneSided(TokenRange change) const
{
    const int left = change.from == 0 ? -1 : partner(change.from - 1);
    const int right = change.to == size() ? static_cast<int>(m_others.size()) : partner(change.to);
    const bool isKeptAround = (change.from == 0 || left >= 0) && (change.to == size() || right >= 0);
    return isKeptAround && left + 1 == right;
}

int ChangeShifter::score(int from, int to) const
{
    const QStringView first = m_text.textOf(from);
    const bool opens = first.size() == 1 && QStringView(u"([{“«「").contains(first[0]);
    return 2 * seamBefore(m_text, from) + 2 * seamBefore(m_text, to) + (opens ? 1 : 0);
}

/// The token at `from` was changed and is kept from now on, instead of the one at `to`.
void ChangeShifter::hand(int from, int to)
{
    const int other = partner(to);
    m_mine[static_cast<std::size_t>(from)] = other;
    m_others[static_cast<std::size_t>(other)] = from;
    m_mine[static_cast<std::size_t>(to)] = TokenAlignment::Changed;
}

TokenRange ChangeShifter::shifted(TokenRange change)
{
    constexpr int furthest = 200; // tokens; a text that only repeats itself reads the same everywhere
    const auto [from, to] = change;
    int up = 0;
    while (up < furthest && from - up > 0 && partner(from - up - 1) >= 0 && id(from - up - 1) == id(to - up - 1))
        ++up;
    int down = 0;
    while (down < furthest && to + down < size() && partner(to + down) >= 0 && id(from + down) == id(to + down))
        ++down;
    int best = 0;
    int bestScore = -1;
    for (int shift = -up; shift <= down; ++shift) {
        const int here = score(from + shift, to + shift);
        if (here >= bestScore) {
            best = shift;
            bestScore = here;
        }
    }
    for (int i = 0; i < -best; ++i)
        hand(to - i - 1, from - i - 1);
    for (int i = 0; i < best; ++i)
        hand(from + i, to + i);
    return {from + best, to + best};
}

void ChangeShifter::shiftAll()
{
    for (int i = 0; i < size(); ++i) {
        if (partner(i) != TokenAlignment::Changed)
            continue;
        TokenRange change{i, i};
        while (change.to < size() && partner(change.to) == TokenAlignment::Changed)
            ++change.to;
        i = std::max(change.to, isOneSided(change) ? shifted(change).to : 0);
    }
}

bool isProseSign(QStringView token)
{
    return token.size() == 1 && QStringView(u".,;!?…'’‘-–—，。、；！？").contains(token[0]);
}

/// A walk through both texts that knows the words of the last change and of the island after it.
class IslandMerger
{
public:
    explicit IslandMerger(TokenAlignment &alignment) : m_alignment(alignment) { }
    void merge();

private:
    struct Change {
        int deleted = 0; ///< Words.
        int inserted = 0;
        /// How many it rewrites; what was only inserted or only deleted leaves the text around it as it is.
        [[nodiscard]] int rewritten() const { return deleted > 0 && inserted > 0 ? std::max(deleted, inserted) : 0; }
    };
    [[nodiscard]] static int wordsIn(const DiffText &text, const std::vector<int> &kept, int from, int to, bool &isMoved);
    [[nodiscard]] Change changeAt(int before, int after, int nextBefore, int nextAfter);
    [[nodiscard]] bool isIsland(int from, int to, const Change &left, const Change &right) const;
    void drop(int from, int to);

    TokenAlignment &m_alignment;
};

int IslandMerger::wordsIn(const DiffText &text, const std::vector<int> &kept, int from, int to, bool &isMoved)
{
    int words = 0;
    for (int i = from; i < to; ++i) {
        isMoved = isMoved || kept[static_cast<std::size_t>(i)] == TokenAlignment::Moved;
        words += text.at(i).kind == DiffTokenKind::Word ? 1 : 0;
    }
    return words;
}

/// What lies between the tokens before these places and the tokens at the next ones. A moved block is no rewritten one.
IslandMerger::Change IslandMerger::changeAt(int before, int after, int nextBefore, int nextAfter)
{
    bool isMoved = false;
    Change change;
    change.deleted = wordsIn(m_alignment.before, m_alignment.keptAs, before, nextBefore, isMoved);
    change.inserted = wordsIn(m_alignment.after, m_alignment.keptFrom, after, nextAfter, isMoved);
    return isMoved ? Change() : change;
}

bool IslandMerger::isIsland(int from, int to, const Change &left, const Change &right) const
{
    constexpr int mostWords = 2;
    int words = 0;
    for (int i = from; i < to; ++i) {
        const DiffTokenKind kind = m_alignment.before.at(i).kind;
        if (kind == DiffTokenKind::LineEnd || (kind == DiffTokenKind::Sign && !isProseSign(m_alignment.before.textOf(i))))
            return false;
        if (kind == DiffTokenKind::Word && ++words > mostWords)
            return false;
    }
    const int least = std::max(1, words);
    return left.rewritten() >= least && right.rewritten() >= least;
}

void IslandMerger::drop(int from, int to)
{
    for (int i = from; i < to; ++i) {
        int &kept = m_alignment.keptAs[static_cast<std::size_t>(i)];
        m_alignment.keptFrom[static_cast<std::size_t>(kept)] = TokenAlignment::Changed;
        kept = TokenAlignment::Changed;
    }
}

void IslandMerger::merge()
{
    const auto size = static_cast<int>(m_alignment.before.size());
    const auto sizeAfter = static_cast<int>(m_alignment.after.size());
    const auto kept = [this](int i) { return m_alignment.keptAs[static_cast<std::size_t>(i)]; };
    const auto nextKept = [&](int i) {
        while (i < size && kept(i) < 0)
            ++i;
        return i;
    };
    int islandFrom = nextKept(0);
    if (islandFrom == size)
        return;
    Change left = changeAt(0, 0, islandFrom, kept(islandFrom));
    while (islandFrom < size) {
        int islandTo = islandFrom + 1;
        while (islandTo < size && kept(islandTo) == kept(islandTo - 1) + 1)
            ++islandTo;
        const int next = nextKept(islandTo);
        const int afterTo = kept(islandTo - 1) + 1;
        const Change right = changeAt(islandTo, afterTo, next, next == size ? sizeAfter : kept(next));
        if (isIsland(islandFrom, islandTo, left, right)) {
            bool isMoved = false;
            const int words = wordsIn(m_alignment.before, m_alignment.keptAs, islandFrom, islandTo, isMoved);
            drop(islandFrom, islandTo);
            left = {left.deleted + words + right.deleted, left.inserted + words + right.inserted};
        } else {
            left = right;
        }
        islandFrom = next;
    }
}

} // namespace

void shiftChanges(TokenAlignment &alignment)
{
    ChangeShifter(alignment.before, alignment.keptAs, alignment.keptFrom).shiftAll();
    ChangeShifter(alignment.after, alignment.keptFrom, alignment.keptAs).shiftAll();
}

void mergeIslands(TokenAlignment &alignment)
{
    IslandMerger(alignment).merge();
}

} // namespace Tempera
