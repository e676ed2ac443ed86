// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/llama/task/wakesignal.h"

#include <atomic>
#include <chrono>
#include <optional>

namespace Tempera {

/// One request on its way through a model's thread. Ends its sink exactly once, whatever happens.
class LlamaJob
{
public:
    /// `wake` is raised when the job is cancelled, so that a sleeping thread notices.
    LlamaJob(GenerationRequest request, std::stop_token stop, BackendSink sink, std::shared_ptr<WakeSignal> wake);
    /// A job that was dropped on the way counts as cancelled.
    ~LlamaJob();
    LlamaJob(const LlamaJob &) = delete;
    LlamaJob &operator=(const LlamaJob &) = delete;

    [[nodiscard]] const GenerationRequest &request() const { return m_request; }
    /// Any thread.
    [[nodiscard]] bool cancelled() const { return m_dropped.load() || m_stop.stop_requested(); }
    /// Asks it to stop; any thread.
    void drop();

    /// Sends an event to the sink unless the job is cancelled or has ended.
    void say(GenerationEvent event);
    /// Reported with the end.
    void note(const Notes &notes) { m_notes += notes; }
    /// The end. A cancelled job always ends with Finished{Cancelled}, whatever was to be reported.
    void finish(Event::Finished finished);
    void fail(const Error &error);
    [[nodiscard]] bool ended() const { return m_ended; }

    /// Time since the request came to the backend.
    [[nodiscard]] std::chrono::microseconds age() const;

private:
    struct Waker {
        std::shared_ptr<WakeSignal> signal;
        void operator()() const { signal->wake(); }
    };

    GenerationRequest m_request;
    std::stop_token m_stop;
    BackendSink m_sink;
    std::atomic<bool> m_dropped{false};
    bool m_ended = false;
    Notes m_notes;
    std::chrono::steady_clock::time_point m_came = std::chrono::steady_clock::now();
    std::shared_ptr<WakeSignal> m_wake;
    std::stop_callback<Waker> m_onStop;
};

} // namespace Tempera
