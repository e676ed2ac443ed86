// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <memory>

namespace Tempera {

/// Wakes one sleeping thread, from any thread, without a lock: it may be raised inside a stop callback.
class WakeSignal
{
public:
    /// To be read before looking for work; sleep() with it returns at once if a wake() came after.
    [[nodiscard]] unsigned seen() const { return m_count.load(std::memory_order_acquire); }
    void wake()
    {
        m_count.fetch_add(1, std::memory_order_acq_rel);
        m_count.notify_all();
    }
    void sleep(unsigned seen) const { m_count.wait(seen, std::memory_order_acquire); }

private:
    std::atomic<unsigned> m_count{0};
};

} // namespace Tempera
