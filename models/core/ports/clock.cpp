// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ports/clock.h"

#include <QBasicTimer>
#include <QObject>
#include <QTimerEvent>

#include <algorithm>
#include <limits>
#include <utility>

namespace Tempera {
namespace {

class SystemTimer final : public QObject, public ClockTimer
{
public:
    explicit SystemTimer(std::function<void()> expired) : m_expired(std::move(expired)) { }

    void start(std::chrono::milliseconds wait) override
    {
        using std::chrono::milliseconds;
        constexpr milliseconds longest(std::numeric_limits<int>::max());
        // A coarse one may be early, and an endpoint that asked to wait counts.
        m_timer.start(std::clamp(wait, milliseconds(0), longest), Qt::PreciseTimer, this);
    }
    void stop() override { m_timer.stop(); }

protected:
    void timerEvent(QTimerEvent *event) override
    {
        if (event->timerId() != m_timer.timerId())
            return QObject::timerEvent(event);
        m_timer.stop();
        const std::function<void()> expired = m_expired; // it may destroy this
        expired();
    }

private:
    std::function<void()> m_expired;
    QBasicTimer m_timer;
};

} // namespace

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::microseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::unique_ptr<ClockTimer> SystemClock::timer(std::function<void()> expired) const
{
    return std::make_unique<SystemTimer>(std::move(expired));
}

} // namespace Tempera
