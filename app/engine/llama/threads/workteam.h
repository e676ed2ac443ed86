// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/threads/teamsize.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <thread>

namespace Tempera {

/// Threads that evaluate llama.cpp's graphs together, in place of OpenMP's. They wait for each other hundreds of times in
/// a graph: for a moment awake, then asleep, so that a thread whose core somebody else has can come to the core of one
/// that waits; and while others keep cores busy the team leaves those cores out. run() is for one thread at a time.
class WorkTeam
{
public:
    using Work = void (*)(void *);

    /// `most` threads, the caller of run() among them; at least 1. The others start when they are first needed.
    explicit WorkTeam(int most);
    ~WorkTeam();
    WorkTeam(const WorkTeam &) = delete;
    WorkTeam &operator=(const WorkTeam &) = delete;

    /// Calls `work` with `data` once on each of up to `wanted` threads at the same time. Returns when all have returned.
    void run(Work work, void *data, int wanted);
    /// For the threads of the current run: waits until all of them have come here.
    void meet();
    /// Threads of the current run.
    [[nodiscard]] int size() const { return m_size; }
    /// Threads that it was called with: the same whatever else the machine does. What is to round equally is cut by this.
    [[nodiscard]] int wanted() const { return m_wanted; }

    /// The team whose run the calling thread is part of; null = none.
    [[nodiscard]] static WorkTeam *current();
    /// The calling thread's number in it, from 0; 0 is the caller of run().
    [[nodiscard]] static int index();

    /// While this lives, the calling thread's parallel work in llama.cpp is the team's.
    class Use
    {
    public:
        explicit Use(WorkTeam &team);
        ~Use();
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;
    };
    /// The team that the calling thread uses; null = none.
    [[nodiscard]] static WorkTeam *inUse();

private:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr std::size_t CacheLine = 64;

    struct alignas(CacheLine) Member {
        std::atomic<unsigned> orders{0};     ///< Runs that it was called to.
        std::chrono::nanoseconds slept{0};   ///< In this run, because another one was not there yet.
        std::chrono::nanoseconds delayed{0}; ///< In this run, although there was work.
        std::jthread thread;                 ///< None for the caller.
    };

    void serve(Member &member, int index, const std::stop_token &stop);
    void takePart(Member &member, int index);
    void hire(int size);

    std::deque<Member> m_members;
    TeamSize m_allowed;
    Work m_work = nullptr;
    void *m_data = nullptr;
    int m_size = 1;
    int m_wanted = 1;
    Time m_began;
    alignas(CacheLine) std::atomic<unsigned> m_phase{0}; ///< Meetings so far.
    alignas(CacheLine) std::atomic<int> m_come{0};       ///< To the present one.
};

} // namespace Tempera
