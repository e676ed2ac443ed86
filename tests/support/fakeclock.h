// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/clock.h"

#include <mutex>
#include <vector>

namespace Tempera {

/// A clock that stands still until a test moves it. Starts at 2026-01-01T00:00:00Z. Any thread.
class FakeClock final : public Clock
{
public:
    FakeClock();
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::microseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<ClockTimer> timer(std::function<void()> expired) const override;
    /// Moves from one timer that is due to the next. Those of the calling thread call back before it returns, others
    /// on their own thread.
    void advance(std::chrono::microseconds time);
    /// How many timers have been started and neither stopped nor expired.
    [[nodiscard]] int runningTimers() const;

private:
    class FakeTimer;

    void moveTo(std::chrono::microseconds moment);
    [[nodiscard]] FakeTimer *nextDue(std::chrono::microseconds until) const;

    mutable std::mutex m_mutex;
    mutable std::vector<FakeTimer *> m_timers;
    QDateTime m_now;
    std::chrono::microseconds m_monotonic{0};
};

} // namespace Tempera
