// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/pace.h"

#include <algorithm>

namespace Tempera {
namespace {

constexpr int First = 16; // before anything is known
constexpr int Least = 4;
constexpr int Most = 128;
/// Of a step without other tokens, what they may add to it.
constexpr double Share = 0.75;
/// Share of a new measurement in what is remembered.
constexpr double Weight = 0.2;

void learn(double &value, double measured)
{
    value = value > 0 ? value + Weight * (measured - value) : measured;
}

} // namespace

void Pace::note(Seconds time, int streams, int others)
{
    if (streams == 0)
        return;
    if (others == 0)
        learn(m_usual, time.count());
    else if (m_usual > 0)
        learn(m_perToken, std::max(time.count() - m_usual, 0.01 * m_usual) / others);
}

int Pace::chunk() const
{
    if (m_perToken <= 0)
        return First;
    return static_cast<int>(std::clamp(Share * m_usual / m_perToken, double{Least}, double{Most}));
}

} // namespace Tempera
