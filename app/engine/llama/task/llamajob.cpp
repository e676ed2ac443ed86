// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/task/llamajob.h"

#include <utility>

namespace Tempera {

LlamaJob::LlamaJob(GenerationRequest request, std::stop_token stop, BackendSink sink, std::shared_ptr<WakeSignal> wake)
    : m_request(std::move(request)),
      m_stop(stop),
      m_sink(std::move(sink)),
      m_wake(wake),
      m_onStop(std::move(stop), Waker{std::move(wake)})
{
}

LlamaJob::~LlamaJob()
{
    drop();
    finish({});
}

void LlamaJob::drop()
{
    m_dropped.store(true);
    m_wake->wake();
}

void LlamaJob::say(GenerationEvent event)
{
    if (!m_ended && !cancelled())
        m_sink(std::move(event));
}

void LlamaJob::finish(Event::Finished finished)
{
    if (std::exchange(m_ended, true))
        return;
    if (cancelled())
        finished.reason = FinishReason::Cancelled;
    finished.notes += m_notes;
    m_sink(std::move(finished));
    m_sink = nullptr; // what it holds is free from here on
}

void LlamaJob::fail(const Error &error)
{
    if (m_ended)
        return;
    if (cancelled()) {
        finish({});
        return;
    }
    m_ended = true;
    m_sink(Event::Failed{error});
    m_sink = nullptr;
}

std::chrono::microseconds LlamaJob::age() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_came);
}

} // namespace Tempera
