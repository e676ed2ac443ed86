// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/judging/blinddeck.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace Tempera {

BlindDeck::BlindDeck(const std::vector<BlindPair> &pairs, std::vector<JudgedPair> judged, double alpha)
    : m_alpha(alpha), m_judged(std::move(judged))
{
    std::set<int> over;
    for (const JudgedPair &pair : m_judged)
        over.insert(pair.first.caseIndex);
    std::ranges::copy_if(pairs, std::back_inserter(m_open),
                         [&over](const BlindPair &pair) { return !over.contains(pair.first.caseIndex); });
}

std::optional<BlindPair> BlindDeck::current() const
{
    return m_open.empty() ? std::nullopt : std::optional(m_open.front());
}

std::optional<BlindPair> BlindDeck::next() const
{
    return m_open.size() < 2 ? std::nullopt : std::optional(m_open[1]);
}

JudgedPair BlindDeck::record(Preference preference, bool byHand)
{
    const BlindPair pair = m_open.front();
    m_open.pop_front();
    JudgedPair judged{pair.first, pair.second, preference, pair.secondIsLeft, byHand, 1};
    if (!m_judged.empty())
        judged.number = m_judged.back().number + 1;
    m_judged.push_back(judged);
    return judged;
}

JudgedPair BlindDeck::choose(BlindChoice choice)
{
    Preference preference = choice == BlindChoice::Tie ? Preference::Tie : Preference::Skipped;
    if (choice == BlindChoice::Left || choice == BlindChoice::Right) {
        const bool isSecond = (choice == BlindChoice::Left) == m_open.front().secondIsLeft;
        preference = isSecond ? Preference::Second : Preference::First;
    }
    const JudgedPair judged = record(preference, true);
    m_byHand.push_back(judged.number);
    return judged;
}

JudgedPair BlindDeck::takeAsIdentical()
{
    return record(Preference::Tie, false);
}

std::optional<JudgedPair> BlindDeck::undo()
{
    if (m_byHand.empty())
        return std::nullopt;
    const auto found = std::ranges::find(m_judged, m_byHand.back(), &JudgedPair::number);
    m_byHand.pop_back();
    const JudgedPair taken = *found;
    m_judged.erase(found);
    m_open.push_front({taken.first, taken.second, taken.secondWasLeft});
    return taken;
}

} // namespace Tempera
