// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>

namespace Tempera {

/// Time as a dependency that is passed in, so that tests control it. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall-clock time in UTC, for records.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Never goes back; only differences mean something.
    [[nodiscard]] virtual std::chrono::microseconds monotonic() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::microseconds monotonic() const override;
};

} // namespace Tempera
