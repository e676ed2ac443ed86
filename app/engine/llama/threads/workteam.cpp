// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/threads/workteam.h"

#include "app/engine/llama/threads/threadtime.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace Tempera {
namespace {

using namespace std::chrono_literals;
using TeamClock = std::chrono::steady_clock;

/// Awake at a meeting: longer than neighbours differ on a machine of their own, much shorter than a turn of another
/// program on a core.
constexpr std::chrono::nanoseconds AwakeAtMeeting = 100us;
/// Awake until the next run: longer than it takes to choose a token.
constexpr std::chrono::nanoseconds AwakeBetweenRuns = 2ms;
constexpr int PausesPerLook = 16;

thread_local WorkTeam *usedTeam = nullptr;
thread_local WorkTeam *presentTeam = nullptr;
thread_local int presentIndex = 0;

void pauseAwake()
{
#if defined(__x86_64__)
    for (int i = 0; i < PausesPerLook; ++i)
        _mm_pause();
#else
    std::this_thread::yield();
#endif
}

/// Waits until `value` is no longer `old`. Returns how long it slept.
std::chrono::nanoseconds awaitChange(const std::atomic<unsigned> &value, unsigned old, std::chrono::nanoseconds awake)
{
    const auto isOld = [&value, old] { return value.load(std::memory_order_acquire) == old; };
    for (int i = 0; i < 4; ++i) { // mostly it is a matter of less than a look at the clock
        if (!isOld())
            return {};
        pauseAwake();
    }
    const auto until = TeamClock::now() + awake;
    while (isOld()) {
        if (const auto now = TeamClock::now(); now >= until) {
            value.wait(old, std::memory_order_acquire);
            return TeamClock::now() - now;
        }
        pauseAwake();
    }
    return {};
}

} // namespace

WorkTeam::WorkTeam(int most) : m_members(1), m_allowed(std::max(1, most)) { }

WorkTeam::~WorkTeam()
{
    for (Member &member : m_members) {
        if (!member.thread.joinable())
            continue;
        member.thread.request_stop();
        ++member.orders;
        member.orders.notify_one();
    }
}

WorkTeam *WorkTeam::current()
{
    return presentTeam;
}

int WorkTeam::index()
{
    return presentIndex;
}

WorkTeam *WorkTeam::inUse()
{
    return usedTeam;
}

WorkTeam::Use::Use(WorkTeam &team)
{
    usedTeam = &team;
}

WorkTeam::Use::~Use()
{
    usedTeam = nullptr;
}

void WorkTeam::hire(int size)
{
    while (static_cast<int>(m_members.size()) < size) {
        const auto index = static_cast<int>(m_members.size());
        Member &member = m_members.emplace_back();
        member.thread = std::jthread([this, &member, index](const std::stop_token &stop) { serve(member, index, stop); });
        m_allowed.addThread(member.thread.native_handle());
    }
}

void WorkTeam::run(Work work, void *data, int wanted)
{
    m_began = TeamClock::now();
    m_wanted = wanted;
    m_size = std::min(wanted, m_allowed.threads(m_began));
    hire(m_size);
    m_work = work;
    m_data = data;
    for (int i = 1; i < m_size; ++i) {
        std::atomic<unsigned> &orders = m_members[static_cast<std::size_t>(i)].orders;
        orders.fetch_add(1, std::memory_order_release);
        orders.notify_one();
    }
    takePart(m_members.front(), 0);
    if (m_size == 1)
        return;
    std::chrono::nanoseconds delayed{0};
    for (int i = 0; i < m_size; ++i)
        delayed = std::max(delayed, m_members[static_cast<std::size_t>(i)].delayed);
    const auto now = TeamClock::now();
    m_allowed.note(now, m_size, now - m_began, delayed);
}

void WorkTeam::serve(Member &member, int index, const std::stop_token &stop)
{
    unsigned seen = 0;
    while (true) {
        (void)awaitChange(member.orders, seen, AwakeBetweenRuns);
        if (stop.stop_requested())
            return;
        ++seen;
        takePart(member, index);
    }
}

void WorkTeam::takePart(Member &member, int index)
{
    presentTeam = this;
    presentIndex = index;
    member.slept = {};
    const auto began = TeamClock::now();
    const auto worked = threadTime();
    m_work(m_data);
    const auto present = TeamClock::now() - began - member.slept;
    member.delayed = (began - m_began) + present - (threadTime() - worked);
    presentTeam = nullptr;
    meet();
}

void WorkTeam::meet()
{
    if (m_size == 1)
        return;
    const unsigned phase = m_phase.load(std::memory_order_relaxed);
    if (m_come.fetch_add(1, std::memory_order_acq_rel) == m_size - 1) {
        m_come.store(0, std::memory_order_relaxed);
        m_phase.fetch_add(1, std::memory_order_release);
        m_phase.notify_all();
        return;
    }
    m_members[static_cast<std::size_t>(presentIndex)].slept += awaitChange(m_phase, phase, AwakeAtMeeting);
}

} // namespace Tempera
