// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

#include <time.h>

namespace Tempera {

/// What a clock of the machine shows; zero where there is no such clock (any more).
[[nodiscard]] inline std::chrono::nanoseconds clockTime(clockid_t clock)
{
    timespec time{};
    if (clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// How long the calling thread has had a core.
[[nodiscard]] inline std::chrono::nanoseconds threadTime()
{
    return clockTime(CLOCK_THREAD_CPUTIME_ID);
}

} // namespace Tempera
