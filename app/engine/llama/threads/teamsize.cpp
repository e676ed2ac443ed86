// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/threads/teamsize.h"

#include "app/engine/llama/threads/threadtime.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Tempera {
namespace {

using namespace std::chrono_literals;

/// A thread without a core for longer than this, and for longer than this share of the time, was held up by others.
constexpr std::chrono::nanoseconds HeldUp = 200us;
constexpr double HeldUpShare = 0.2;
/// How long the machine is watched before there are more threads: its clocks are coarse.
constexpr std::chrono::nanoseconds Watch = 150ms;
constexpr std::chrono::nanoseconds LongestWatch = 5s;
/// Of the next core, how much must have been free.
constexpr double Free = 0.75;
/// Who is held up so soon after there were more, was led astray by the machine's clocks.
constexpr std::chrono::nanoseconds Soon = 500ms;

} // namespace

TeamSize::TeamSize(int most, LoadSource source) : m_source(std::move(source)), m_most(most), m_now(most), m_patience(Watch) { }

void TeamSize::addThread(pthread_t thread)
{
    clockid_t clock = 0;
    if (pthread_getcpuclockid(thread, &clock) == 0)
        m_clocks.push_back(clock);
}

std::chrono::nanoseconds TeamSize::ownTime() const
{
    std::chrono::nanoseconds sum = threadTime();
    for (const clockid_t clock : m_clocks)
        sum += clockTime(clock);
    return sum;
}

void TeamSize::beginWatch(Time now)
{
    m_watching = true;
    m_watched = now;
    m_own = ownTime();
    m_idle = m_source().value_or(0ns);
}

int TeamSize::threads(Time now)
{
    if (m_now == m_most)
        return m_now;
    if (!m_watching) {
        beginWatch(now);
        return m_now;
    }
    const std::chrono::duration<double> watched = now - m_watched;
    if (watched < m_patience)
        return m_now;
    const auto idle = m_source();
    int free = m_now + 1; // a machine that tells nothing is tried
    if (idle) {
        const std::chrono::duration<double> usable = (*idle - m_idle) + (ownTime() - m_own);
        free = static_cast<int>(std::floor(usable / watched + (1 - Free)));
    }
    beginWatch(now);
    if (free > m_now) {
        m_now = std::min(free, m_most);
        m_raised = now;
        m_watching = false;
    }
    return m_now;
}

void TeamSize::note(Time now, int threads, std::chrono::nanoseconds time, std::chrono::nanoseconds delayed)
{
    const bool heldUp =
        delayed > HeldUp && static_cast<double>(delayed.count()) > HeldUpShare * static_cast<double>(time.count());
    if (!heldUp || threads < 2 || threads > m_now)
        return;
    m_now = threads - 1;
    m_patience = m_raised != Time() && now - m_raised < Soon ? std::min(2 * m_patience, LongestWatch) : Watch;
    m_watching = false;
}

} // namespace Tempera
