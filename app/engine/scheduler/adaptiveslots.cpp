// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/adaptiveslots.h"

#include <algorithm>

namespace Tempera {

int AdaptiveSlots::allowed(int most) const
{
    const int slots = m_slots ? static_cast<int>(*m_slots) : most;
    return std::max(1, std::min(slots, most));
}

void AdaptiveSlots::overloaded(std::chrono::microseconds now, int most)
{
    if (m_halved && now - *m_halved < SettleTime)
        return;
    m_halved = now;
    m_slots = std::max(1.0, allowed(most) / 2.0);
}

void AdaptiveSlots::answered(int most)
{
    if (!m_slots)
        return;
    *m_slots += 1 / *m_slots;
    if (*m_slots >= most)
        m_slots.reset();
}

bool isOverload(const Error &error)
{
    if (error.elsewhere) // one server of several, and the others do its work
        return false;
    return error.kind == ErrorKind::RateLimited || error.httpStatus == 503 || error.httpStatus == 529;
}

} // namespace Tempera
