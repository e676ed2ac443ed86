// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "models/core/ports/clock.h"
#include "models/core/textgaps.h"

#include <atomic>
#include <optional>

namespace Tempera {

/// One try of one request, between the backend's thread and the scheduler: lets events pass, notes when the first text
/// came, and takes the end out. Any thread.
class Attempt
{
public:
    /// `pass` gets all events but the end, `ended` gets the end, once; both on the backend's thread.
    Attempt(const Clock &clock, BackendSink pass, BackendSink ended);

    void take(GenerationEvent event);

    /// From the start of the attempt to its first visible text.
    [[nodiscard]] std::optional<std::chrono::microseconds> firstToken() const;
    /// Between the pieces of visible text; nothing before the end was taken out.
    [[nodiscard]] std::optional<TextGaps> gaps() const;
    [[nodiscard]] std::chrono::microseconds started() const { return m_started; }

private:
    const Clock &m_clock;
    BackendSink m_pass;
    BackendSink m_ended;
    std::chrono::microseconds m_started;
    std::atomic<std::int64_t> m_firstToken = -1; ///< Microseconds after the start; −1 = none yet.
    GapRecord m_gaps;                            ///< The backend's, until it is over.
    std::atomic<bool> m_over = false;
};

} // namespace Tempera
