// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclock.h"

#include <QObject>
#include <QThread>
#include <QTimeZone>

#include <algorithm>
#include <optional>
#include <utility>

namespace Tempera {

using std::chrono::microseconds;
using std::chrono::milliseconds;

class FakeClock::FakeTimer final : public QObject, public ClockTimer
{
public:
    FakeTimer(const FakeClock &clock, std::function<void()> expired) : m_clock(clock), m_expired(std::move(expired))
    {
        const std::scoped_lock lock(m_clock.m_mutex);
        m_clock.m_timers.push_back(this);
    }
    ~FakeTimer() override
    {
        const std::scoped_lock lock(m_clock.m_mutex);
        std::erase(m_clock.m_timers, this);
    }

    void start(milliseconds wait) override
    {
        const std::scoped_lock lock(m_clock.m_mutex);
        ++m_starts;
        due = m_clock.m_monotonic + std::max(wait, milliseconds(0));
    }
    void stop() override
    {
        const std::scoped_lock lock(m_clock.m_mutex);
        ++m_starts;
        due.reset();
    }
    /// Under the lock: from now on only an expire() with this number calls back.
    [[nodiscard]] quint64 take()
    {
        due.reset();
        return m_starts;
    }
    void expire(quint64 start)
    {
        {
            const std::scoped_lock lock(m_clock.m_mutex);
            if (start != m_starts)
                return; // stopped or started again meanwhile
        }
        const std::function<void()> expired = m_expired; // it may destroy this
        expired();
    }

    std::optional<microseconds> due; ///< Under the clock's lock.

private:
    const FakeClock &m_clock;
    std::function<void()> m_expired;
    quint64 m_starts = 0;
};

FakeClock::FakeClock() : m_now(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::UTC) { }

QDateTime FakeClock::now() const
{
    const std::scoped_lock lock(m_mutex);
    return m_now;
}

microseconds FakeClock::monotonic() const
{
    const std::scoped_lock lock(m_mutex);
    return m_monotonic;
}

std::unique_ptr<ClockTimer> FakeClock::timer(std::function<void()> expired) const
{
    return std::make_unique<FakeTimer>(*this, std::move(expired));
}

int FakeClock::runningTimers() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::ranges::count_if(m_timers, [](const FakeTimer *timer) { return timer->due.has_value(); }));
}

FakeClock::FakeTimer *FakeClock::nextDue(microseconds until) const
{
    FakeTimer *next = nullptr;
    for (FakeTimer *timer : m_timers) {
        if (timer->due && *timer->due <= until && (!next || *timer->due < *next->due))
            next = timer;
    }
    return next;
}

void FakeClock::moveTo(microseconds moment)
{
    const auto start = std::chrono::duration_cast<milliseconds>(m_monotonic);
    m_now = m_now.addDuration(std::chrono::duration_cast<milliseconds>(moment) - start);
    m_monotonic = moment;
}

void FakeClock::advance(microseconds time)
{
    std::unique_lock lock(m_mutex);
    const microseconds end = m_monotonic + time;
    while (FakeTimer *timer = nextDue(end)) {
        moveTo(std::max(m_monotonic, *timer->due));
        const quint64 start = timer->take();
        if (timer->thread() != QThread::currentThread()) {
            QMetaObject::invokeMethod(timer, [timer, start] { timer->expire(start); }, Qt::QueuedConnection);
            continue;
        }
        lock.unlock();
        timer->expire(start);
        lock.lock();
    }
    moveTo(end);
}

} // namespace Tempera
