// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/lane/pace.h"

#include <algorithm>

namespace Tempera {
namespace {

constexpr int First = 8; // before anything is known
constexpr int Least = 4;
constexpr int Most = 128;
/// Of a step without other tokens, what they may add to it.
constexpr double Share = 0.75;
/// Share of a new measurement in what is remembered.
constexpr double Weight = 0.2;
/// Of a step, what each of its parts takes at least.
constexpr double LeastPart = 0.01;
/// A step that takes longer than this times what is expected was interrupted, and counts as one that took so long.
constexpr double Interrupted = 2;

} // namespace

void Pace::note(Seconds time, int streams, int others)
{
    if (streams == 0)
        return;
    if (m_usual <= 0) {
        if (others == 0) {
            m_usual = time.count();
            m_perToken = Share * m_usual / First; // until it shows
        }
        return;
    }
    const double expected = m_usual + m_perToken * others;
    const double missed = std::min(time.count(), Interrupted * expected) - expected;
    const double much = static_cast<double>(others) / First;
    const double learnt = Weight * missed / (1 + much * much);
    m_usual = std::max(m_usual + learnt, LeastPart * expected);
    m_perToken = std::max(m_perToken + learnt * much / First, LeastPart * expected / Most);
}

int Pace::chunk() const
{
    if (m_usual <= 0)
        return First;
    return static_cast<int>(std::clamp(Share * m_usual / m_perToken, double{Least}, double{Most}));
}

} // namespace Tempera
