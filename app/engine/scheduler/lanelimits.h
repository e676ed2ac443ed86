// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/scheduler/adaptiveslots.h"
#include "app/engine/scheduler/circuitbreaker.h"
#include "app/engine/scheduler/ratemeter.h"
#include "app/engine/scheduler/tokenforecast.h"
#include "models/core/event.h"

#include <optional>

namespace Tempera {

/// Why a lane sends nothing now.
struct LaneHold {
    WaitCause cause = WaitCause::Slots;
    std::optional<std::chrono::microseconds> wait; ///< Until it is worth asking again; nothing = until an attempt has ended.
    bool isGivenUp = false;                        ///< What waits will not be sent: see CircuitBreaker::Patience.
};

/// An attempt that was sent.
struct LaneAttempt {
    RateMeter::Id entry = 0; ///< In the meter; 0 = none.
    MeteredAmounts need{};
    bool isProbe = false; ///< Tries an endpoint that was down.
};

/// What one lane (an address, a key, a model) lets through now: slots, and for endpoints in the network what a minute allows
/// and whether they are there. Learns from how attempts end. Pure.
class LaneLimits
{
public:
    using Time = std::chrono::microseconds;

    /// `isRemote`: only such lanes have more than slots.
    void set(int mostSlots, const RateLimits &limits, bool isRemote);

    /// Nothing: it may be sent now.
    [[nodiscard]] std::optional<LaneHold> hold(const GenerationRequest &request, Time now);
    [[nodiscard]] LaneAttempt begin(const GenerationRequest &request, Time now);
    /// Its response tells of the limits.
    void told(const LaneAttempt &attempt, const ToldLimits &limits, Time now);
    /// The endpoint answers, before the end.
    void answers() { m_breaker.answered(); }

    /// How an attempt ended, each exactly once. `told` is the usage that was reported of one that failed.
    void finished(const LaneAttempt &attempt, const GenerationRequest &request, const Event::Finished &end);
    void failed(const LaneAttempt &attempt, const Error &error, const Usage &told, Time now);
    void dropped(const LaneAttempt &attempt); ///< Nobody knows.

    /// Whether the endpoint is taken to be down.
    [[nodiscard]] bool isOut() const { return !m_breaker.isClosed(); }
    /// The error of what is not sent since it is down.
    [[nodiscard]] Error outage() const;
    [[nodiscard]] int running() const { return m_running; }
    /// Whether it can be forgotten.
    [[nodiscard]] bool isIdle(Time now);

private:
    [[nodiscard]] MeteredAmounts needOf(const GenerationRequest &request) const;
    void settle(const LaneAttempt &attempt, const Usage &used);
    void judge(const LaneAttempt &attempt, const Error &error, Time now);

    int m_most = 1;
    bool m_isRemote = false;
    int m_running = 0; ///< Taken slots.
    AdaptiveSlots m_slots;
    RateMeter m_meter;
    CircuitBreaker m_breaker;
    TokenForecast m_forecast;
    Error m_lastFault;
};

} // namespace Tempera
