// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclock.h"

#include <QTimeZone>

namespace Tempera {

FakeClock::FakeClock() : m_now(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::UTC) { }

void FakeClock::advance(std::chrono::microseconds time)
{
    m_monotonic += time;
    m_now = m_now.addDuration(std::chrono::duration_cast<std::chrono::milliseconds>(time));
}

} // namespace Tempera
