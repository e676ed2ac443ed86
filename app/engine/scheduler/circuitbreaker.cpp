// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/circuitbreaker.h"

#include <algorithm>

namespace Tempera {

std::optional<CircuitBreaker::Time> CircuitBreaker::waitFor(Time now) const
{
    if (!m_opened)
        return Time(0);
    if (m_isProbing)
        return std::nullopt;
    return std::max(Time(0), m_next - now);
}

bool CircuitBreaker::sent()
{
    if (m_opened)
        m_isProbing = true;
    return m_isProbing;
}

void CircuitBreaker::answered()
{
    *this = {};
}

void CircuitBreaker::faulted(bool wasProbe, Time now)
{
    if (m_opened && wasProbe) {
        m_isProbing = false;
        m_pause = std::min<Time>(2 * m_pause, LongestPause);
        m_next = now + m_pause;
    } else if (!m_opened && ++m_faults >= Faults) {
        m_opened = now;
        m_pause = FirstPause;
        m_next = now + m_pause;
    } // else it was under way when the breaker opened
}

bool isOutage(const Error &error)
{
    return error.kind == ErrorKind::Network || (error.kind == ErrorKind::ServerFault && error.httpStatus >= 500);
}

} // namespace Tempera
