// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/threads/machineload.h"

#include <chrono>
#include <vector>

#include <pthread.h>

namespace Tempera {

/// How many threads are to work together now. One thread that has no core holds up all the others, so there is one fewer
/// as soon as one was held up; and more again when that many cores have been free for a while.
class TeamSize
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit TeamSize(int most, LoadSource source = machineLoad);

    /// Threads for what begins now.
    [[nodiscard]] int threads(Time now);
    /// `threads` have just worked for `time`; the one that was held up longest had no core for `delayed` of it.
    void note(Time now, int threads, std::chrono::nanoseconds time, std::chrono::nanoseconds delayed);
    /// A thread of the team beside the one that asks.
    void addThread(pthread_t thread);

private:
    [[nodiscard]] std::chrono::nanoseconds ownTime() const;
    void beginWatch(Time now);

    LoadSource m_source;
    int m_most = 1;
    int m_now = 1;
    std::vector<clockid_t> m_clocks; ///< Of the team's other threads.
    // Since the last look at the machine.
    Time m_watched;
    std::chrono::nanoseconds m_own{0};
    std::chrono::nanoseconds m_idle{0};
    Time m_raised;
    std::chrono::nanoseconds m_patience; ///< Until more are tried again.
    bool m_watching = false;
};

} // namespace Tempera
