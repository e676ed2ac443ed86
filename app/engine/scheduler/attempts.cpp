// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/attempts.h"

#include "app/engine/enginelogging.h"
#include "app/engine/scheduler/attempt.h"
#include "app/engine/scheduler/deadline.h"
#include "app/engine/scheduler/retrypolicy.h"

#include <algorithm>
#include <optional>
#include <utility>

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace Tempera {

/// A request from its first attempt to its last event.
class Attempts::Tried final : public BackendJob
{
public:
    Tried(Attempts &of, Id number, const GenerationRequest &wanted, std::stop_token stopped, BackendSink to)
        : attempts(of),
          id(number),
          request(wanted),
          stop(std::move(stopped)),
          sink(std::move(to)),
          started(of.m_clock.monotonic())
    {
    }
    ~Tried() override { attempts.m_requests.erase(id); }
    void goOn() override { attempts.launch(*this); }

    Attempts &attempts;
    Id id;
    GenerationRequest request;
    std::stop_token stop;
    BackendSink sink;
    microseconds started;
    int retries = 0;
    std::shared_ptr<Attempt> attempt;
    std::unique_ptr<BackendJob> job;                                 ///< The backend's; null between two attempts.
    std::optional<std::stop_callback<std::function<void()>>> onStop; ///< Last member: goes first.
};

Attempts::Attempts(Stage &backend, const Clock &clock, const EngineSettings &settings, Random random)
    : m_backend(backend), m_clock(clock), m_settings(settings), m_random(std::move(random))
{
}

Attempts::~Attempts() = default;

std::unique_ptr<BackendJob> Attempts::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    const Id id = ++m_lastId;
    auto tried = std::make_unique<Tried>(*this, id, request, std::move(stop), std::move(sink));
    m_requests.emplace(id, tried.get());
    // Runs on whatever thread asks to stop; only posts. Runs at once when that has happened already.
    tried->onStop.emplace(
        tried->stop, [this, id] { QMetaObject::invokeMethod(this, [this, id] { stopRequested(id); }, Qt::QueuedConnection); });
    launch(*tried);
    return tried;
}

void Attempts::launch(Tried &request)
{
    const Id id = request.id;
    const int number = request.retries;
    // The end goes through the event loop, so that a backend is never destroyed below its own feet.
    const auto ended = [this, id, number](const GenerationEvent &end) {
        QMetaObject::invokeMethod(this, [this, id, number, end] { attemptEnded(id, number, end); }, Qt::QueuedConnection);
    };
    request.attempt = std::make_shared<Attempt>(m_clock, request.sink, ended);
    request.job = m_backend.start(request.request, request.stop,
                                  [attempt = request.attempt](GenerationEvent event) { attempt->take(std::move(event)); });
}

void Attempts::attemptEnded(Id id, int attempt, const GenerationEvent &end)
{
    const auto it = m_requests.find(id);
    if (it == m_requests.end() || it->second->retries != attempt)
        return;
    Tried &request = *it->second;
    request.job.reset();
    if (const auto *failed = std::get_if<Event::Failed>(&end))
        return attemptFailed(request, failed->error);
    auto finished = std::get<Event::Finished>(end);
    finished.timings = timingsOf(request, finished);
    finish(request, std::move(finished));
}

void Attempts::attemptFailed(Tried &request, const Error &error)
{
    if (request.stop.stop_requested())
        return finish(request, cancelled(request));
    RetryState state;
    state.retriesDone = request.retries;
    state.progress = request.attempt->firstToken() ? Progress::SomethingVisible : Progress::NothingVisible;
    state.elapsed = duration_cast<milliseconds>(m_clock.monotonic() - request.started);
    const milliseconds deadline = deadlineOf(request.request, m_settings);
    const auto wait =
        retryWait(error, request.request.retry, state, m_random(),
                  deadline > milliseconds(0) ? std::min(deadline, m_settings.retryDeadline) : m_settings.retryDeadline);
    if (wait)
        return announceRetry(request, error, *wait);
    qCInfo(logEngine) << "failed:" << request.request.endpoint.shownId() << errorKindName(error.kind) << error.httpStatus;
    finish(request, Event::Failed{finalError(error, state.progress)});
}

/// goOn() begins it.
void Attempts::announceRetry(Tried &request, const Error &cause, milliseconds wait)
{
    ++request.retries;
    qCInfo(logEngine) << "retry" << request.retries << "of" << request.request.endpoint.shownId() << "in" << wait.count()
                      << "ms after" << errorKindName(cause.kind) << cause.httpStatus;
    request.sink(Event::Retrying{request.retries, wait, cause});
}

void Attempts::stopRequested(Id id)
{
    const auto it = m_requests.find(id);
    // A running job hears of it by its own token and ends itself.
    if (it != m_requests.end() && !it->second->job)
        finish(*it->second, cancelled(*it->second));
}

void Attempts::finish(Tried &request, GenerationEvent end)
{
    m_requests.erase(request.id);
    const BackendSink sink = std::move(request.sink);
    sink(std::move(end)); // may destroy the request
}

Timings Attempts::timingsOf(const Tried &request, const Event::Finished &finished) const
{
    const microseconds now = m_clock.monotonic();
    Timings timings = finished.timings;
    timings.queued = request.attempt->started() - request.started;
    if (!timings.firstToken)
        timings.firstToken = request.attempt->firstToken();
    timings.gaps = request.attempt->gaps();
    if (!timings.total)
        timings.total = now - request.attempt->started();
    const std::int64_t tokens = finished.usage.outputTokens.value_or(0);
    if (!timings.tokensPerSecond && timings.firstToken && tokens > 1 && *timings.total > *timings.firstToken) {
        const std::chrono::duration<double> streaming = *timings.total - *timings.firstToken;
        timings.tokensPerSecond = static_cast<double>(tokens - 1) / streaming.count();
    }
    return timings;
}

Event::Finished Attempts::cancelled(const Tried &request) const
{
    Event::Finished finished;
    finished.reason = FinishReason::Cancelled;
    finished.timings = timingsOf(request, finished);
    return finished;
}

} // namespace Tempera
