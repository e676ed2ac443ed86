// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/clock.h"

namespace Tempera {

/// A clock that stands still until a test moves it. Starts at 2026-01-01T00:00:00Z.
class FakeClock final : public Clock
{
public:
    FakeClock();
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::microseconds monotonic() const override { return m_monotonic; }
    void advance(std::chrono::microseconds time);

private:
    QDateTime m_now;
    std::chrono::microseconds m_monotonic{0};
};

} // namespace Tempera
