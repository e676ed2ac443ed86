// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/pace.h"

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

constexpr int First = 8; // before anything is known
constexpr int Least = 4;
constexpr int Most = 128;
/// Of a step without other tokens, what they may add to it.
constexpr double Share = 0.75;
/// Share of a new measurement in what is remembered.
constexpr double Weight = 0.2;
/// A step that takes longer than this times what is expected was interrupted, and counts as one that took so long.
constexpr double Interrupted = 2;

} // namespace

void Pace::note(Seconds time, int streams, int others)
{
    if (streams == 0)
        return;
    if (m_usual <= 0) {
        if (others == 0)
            m_usual = time.count();
        return;
    }
    if (others > 0 && m_perToken <= 0) {
        m_perToken = std::max(time.count() - m_usual, 0.01 * m_usual) / others;
        return;
    }
    const double forOthers = m_perToken * others;
    const double expected = m_usual + forOthers;
    const double missed = std::min(time.count(), Interrupted * expected) - expected;
    const double rate = Weight * missed / (m_usual * m_usual + forOthers * forOthers);
    m_usual *= std::exp(rate * m_usual);
    m_perToken *= std::exp(rate * forOthers);
}

int Pace::chunk() const
{
    if (m_perToken <= 0)
        return First;
    return static_cast<int>(std::clamp(Share * m_usual / m_perToken, double{Least}, double{Most}));
}

} // namespace Tempera
