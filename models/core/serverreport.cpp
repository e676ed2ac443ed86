// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/serverreport.h"

using std::chrono::milliseconds;

namespace Tempera {

std::optional<ClockDifference> clockDifference(const QDateTime &date, const QDateTime &asked, const QDateTime &answered)
{
    constexpr milliseconds halfSecond{500};
    if (!date.isValid() || !asked.isValid() || !answered.isValid())
        return std::nullopt;
    const milliseconds between{asked.msecsTo(answered)};
    const milliseconds untilDate{asked.msecsTo(date)};
    return ClockDifference{untilDate + halfSecond - between / 2, halfSecond + std::chrono::abs(between) / 2};
}

} // namespace Tempera
