// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace Tempera {

/// A mutex that is handed over in the order in which it was asked for. Each step of a model takes all cores of the
/// processor, and the threads of two steps at once would wait for each other's cores; so loaded models alternate step by
/// step. Any thread.
class FairLock
{
public:
    /// Holds the lock for as long as it lives.
    class Guard
    {
    public:
        explicit Guard(FairLock &lock) : m_lock(lock) { m_lock.enter(); }
        ~Guard() { m_lock.leave(); }
        Guard(const Guard &) = delete;
        Guard &operator=(const Guard &) = delete;

    private:
        FairLock &m_lock;
    };

private:
    void enter()
    {
        std::unique_lock lock(m_mutex);
        const std::uint64_t mine = m_next++;
        m_changed.wait(lock, [this, mine] { return m_served == mine; });
    }
    void leave()
    {
        {
            const std::scoped_lock lock(m_mutex);
            ++m_served;
        }
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_next = 0;
    std::uint64_t m_served = 0;
};

} // namespace Tempera
