// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/attempt.h"

#include "app/engine/batcher.h"

#include <utility>

namespace Tempera {

Attempt::Attempt(const Clock &clock, BackendSink pass, BackendSink ended)
    : m_clock(clock), m_pass(std::move(pass)), m_ended(std::move(ended)), m_started(clock.monotonic())
{
}

void Attempt::take(GenerationEvent event)
{
    if (m_over)
        return;
    if (isEnd(event)) {
        if (!m_over.exchange(true))
            m_ended(std::move(event));
        return;
    }
    if (isVisible(event)) {
        const std::chrono::microseconds now = m_clock.monotonic();
        m_gaps.note(now);
        if (m_firstToken < 0)
            m_firstToken = (now - m_started).count();
    }
    m_pass(std::move(event));
}

std::optional<std::chrono::microseconds> Attempt::firstToken() const
{
    const std::int64_t first = m_firstToken;
    return first < 0 ? std::nullopt : std::optional(std::chrono::microseconds(first));
}

std::optional<TextGaps> Attempt::gaps() const
{
    return m_over ? m_gaps.gaps() : std::nullopt;
}

} // namespace Tempera
