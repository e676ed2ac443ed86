// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace Tempera {

/// How much of the waiting prompts a step may take on, so that the streams beside them keep their pace: as much as
/// makes the step three quarters longer than one without, for no stream is to wait three times as long as usual, not even on
/// a machine that has something else to do. Learns from the steps how long each part takes, also while every step holds
/// some of a prompt: by normalised least mean squares (B. Widrow, S. D. Stearns, Adaptive Signal Processing, 1985,
/// chapter 6), so that what a step with little of a prompt takes longer than expected is put down to the streams, and what
/// one with much does, to the prompts.
class Pace
{
public:
    using Seconds = std::chrono::duration<double>;

    /// A step took so long; it held a token for each of `streams`, and `others` other tokens.
    void note(Seconds time, int streams, int others);
    /// Other tokens for the next step beside streams.
    [[nodiscard]] int chunk() const;

private:
    double m_usual = 0;    ///< Seconds of a step with streams alone; 0 = not known yet.
    double m_perToken = 0; ///< Seconds that another token adds.
};

} // namespace Tempera
