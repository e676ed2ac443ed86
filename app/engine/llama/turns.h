// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace Tempera {

/// Who may use the processor now. Each model's steps take all its cores, and the workers of two steps at once would
/// wait for each other's cores; so loaded models take turns, step by step, first come first served. Any thread.
class Turns
{
public:
    /// A turn, for as long as it lives.
    class Turn
    {
    public:
        explicit Turn(Turns &turns) : m_turns(turns) { m_turns.enter(); }
        ~Turn() { m_turns.leave(); }
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;

    private:
        Turns &m_turns;
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
