// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <chrono>
#include <optional>

namespace Tempera {

/// Keeps requests from an endpoint that is down: closed, all pass; after some faults in a row it opens and none pass; after a
/// pause one does (half open), which closes it again when it is answered, and else makes the next pause longer (Nygard,
/// Release It!). Pure.
class CircuitBreaker
{
public:
    using Time = std::chrono::microseconds;

    static constexpr int Faults = 5; ///< In a row, then it opens.
    static constexpr std::chrono::seconds FirstPause{1};
    static constexpr std::chrono::seconds LongestPause{30}; ///< Pauses double up to this.
    /// Open for so long, what waits is not kept waiting any longer.
    static constexpr std::chrono::seconds Patience{60};

    [[nodiscard]] bool isClosed() const { return !m_opened; }
    /// Until a request may be sent; zero = now. Nothing = until the one that tries the endpoint has been heard.
    [[nodiscard]] std::optional<Time> waitFor(Time now) const;
    /// It has been open for longer than requests are kept waiting, and none is trying the endpoint.
    [[nodiscard]] bool hasGivenUp(Time now) const { return m_opened && !m_isProbing && now - *m_opened >= Patience; }
    /// When that will be, if nothing happens; only while it is open.
    [[nodiscard]] Time givesUpAt() const { return m_opened.value_or(Time(0)) + Patience; }

    /// A request is sent; whether it is the one that tries an endpoint that was down.
    bool sent();
    /// The endpoint answers.
    void answered();
    /// A request met a fault of the endpoint (see isOutage()).
    void faulted(bool wasProbe, Time now);
    /// The request that tried the endpoint ended and says nothing of it.
    void probeLeft() { m_isProbing = false; }

private:
    int m_faults = 0;             ///< In a row, while it is closed.
    std::optional<Time> m_opened; ///< Nothing = closed.
    Time m_next{0};               ///< When one may try.
    Time m_pause{0};
    bool m_isProbing = false;
};

/// Whether an attempt failed because the endpoint was not there: no connection, a broken one, a 5xx.
[[nodiscard]] bool isOutage(const Error &error);

} // namespace Tempera
