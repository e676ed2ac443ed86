// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace Tempera {

/// How many prompt tokens a step may evaluate beside running streams so that these keep their speed: as many as make the
/// step three quarters longer than one without. No stream should wait three times as long as usual, not even on a busy
/// machine. Learns from the steps how long streams and prompt tokens take, also while every step holds some of a prompt, by
/// normalised least mean squares (B. Widrow, S. D. Stearns, Adaptive Signal Processing, 1985, chapter 6): if a step with few
/// prompt tokens takes longer than expected, that is attributed to the streams; with many, to the prompt tokens.
class Pace
{
public:
    using Seconds = std::chrono::duration<double>;

    /// A step took `time`; it held a token for each of `streams`, and `others` prompt tokens.
    void note(Seconds time, int streams, int others);
    /// Prompt tokens for the next step beside streams.
    [[nodiscard]] int chunk() const;

private:
    double m_usual = 0;    ///< Seconds of a step without prompt tokens; 0 = not known yet.
    double m_perToken = 0; ///< Seconds that a prompt token adds.
};

} // namespace Tempera
