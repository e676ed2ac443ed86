// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace Tempera {

/// A timer that runs on a Clock. Lives on the thread that made it, which has an event loop and outlives it.
class ClockTimer
{
public:
    virtual ~ClockTimer() = default;
    /// Calls back once, `wait` from now; never earlier, never from inside this call. What was started before is forgotten.
    /// Less than zero counts as zero.
    virtual void start(std::chrono::milliseconds wait) = 0;
    /// It does not call back until it is started again.
    virtual void stop() = 0;
};

/// Time as a dependency that is passed in, so that tests control it. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall-clock time in UTC, for records.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Never goes back; only differences mean something.
    [[nodiscard]] virtual std::chrono::microseconds monotonic() const = 0;
    /// A timer that stands still until it is started. Destroyed it is silent; `expired` may destroy it. The clock outlives it.
    [[nodiscard]] virtual std::unique_ptr<ClockTimer> timer(std::function<void()> expired) const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::microseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<ClockTimer> timer(std::function<void()> expired) const override;
};

} // namespace Tempera
