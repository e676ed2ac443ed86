// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/scheduler.h"

#include "app/engine/enginelogging.h"
#include "app/engine/scheduler/attempt.h"
#include "app/engine/scheduler/retrypolicy.h"

#include <QTimer>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace Tempera {
namespace {

/// What no wire can carry must not be left out silently.
std::optional<Error> localOnlyError(const GenerationRequest &request)
{
    if (request.endpoint.kind == EndpointKind::Local)
        return {};
    if (!request.score.empty())
        return failure(ErrorKind::BadRequest, u"only local models give the probability of a given text"_s,
                       request.endpoint.shownId())
            .error();
    if (!request.prefix.empty())
        return failure(ErrorKind::BadRequest, u"only local models can go on from the middle of an answer"_s,
                       request.endpoint.shownId())
            .error();
    return {};
}

} // namespace

/// A request from submit() to its end.
struct Scheduler::Entry {
    Id id = 0;
    GenerationRequest request;
    std::stop_token stop;         ///< The caller's.
    std::stop_source stopAttempt; ///< The backend's: stops with the caller's, and at the deadline.
    bool isLate = false;          ///< The deadline has passed.
    BackendSink sink;
    Backend *backend = nullptr;
    QString lane;
    microseconds submitted{0};
    std::optional<microseconds> firstStart; ///< Absent while it waits for its first slot.
    int retries = 0;
    std::shared_ptr<Attempt> attempt;
    std::unique_ptr<BackendJob> job;
    std::unique_ptr<QTimer> retryTimer;                              ///< Only while it waits for its next attempt.
    std::unique_ptr<QTimer> deadline;                                ///< From its first slot on, where it has a deadline.
    std::optional<std::stop_callback<std::function<void()>>> onStop; ///< Last member: goes first.
};

Error noBackendError(const Endpoint &endpoint)
{
    Error error;
    error.kind = ErrorKind::Usage;
    error.place = endpoint.shownId();
    error.detail = u"this version cannot run the provider \"%1\""_s.arg(endpoint.shownId());
    return error;
}

Scheduler::Scheduler(std::vector<Backend *> backends, const Clock &clock, const EngineSettings &settings, Random random)
    : m_backends(std::move(backends)), m_clock(clock), m_settings(settings), m_random(std::move(random))
{
}

Scheduler::~Scheduler() = default;

Backend *Scheduler::backendFor(const Endpoint &endpoint) const
{
    const auto it = std::ranges::find_if(m_backends, [&](Backend *backend) { return backend->handles(endpoint); });
    return it == m_backends.end() ? nullptr : *it;
}

int Scheduler::slotsFor(const Endpoint &endpoint) const
{
    int slots = m_settings.otherSlots;
    if (endpoint.kind == EndpointKind::Local)
        slots = m_settings.localSlots;
    else if (endpoint.kind == EndpointKind::Remote)
        slots = std::min(m_settings.httpSlots, MaxHttpSlots);
    return std::max(1, slots);
}

void Scheduler::submit(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    Backend *backend = backendFor(request.endpoint);
    if (!backend)
        return sink(Event::Failed{noBackendError(request.endpoint)});
    if (const std::optional<Error> error = localOnlyError(request))
        return sink(Event::Failed{*error});

    auto owned = std::make_unique<Entry>();
    Entry &entry = *owned;
    entry.id = ++m_lastId;
    entry.request = request;
    entry.stop = std::move(stop);
    entry.sink = std::move(sink);
    entry.backend = backend;
    entry.lane = providerOf(request).lane;
    entry.submitted = m_clock.monotonic();
    m_entries.emplace(entry.id, std::move(owned));

    Lane &lane = m_lanes[entry.lane];
    lane.waiting.push_back(entry.id);
    if (lane.running >= slotsFor(request.endpoint))
        entry.sink(Event::Queued{});
    // Runs on whatever thread asks to stop; only posts. Runs at once when that has happened already.
    entry.onStop.emplace(entry.stop, [this, id = entry.id, attempt = entry.stopAttempt]() mutable {
        attempt.request_stop();
        QMetaObject::invokeMethod(this, [this, id] { stopRequested(id); }, Qt::QueuedConnection);
    });
    pump(entry.lane);
}

void Scheduler::dropAll()
{
    m_lanes.clear();
    m_entries.clear();
}

void Scheduler::setSettings(const EngineSettings &settings)
{
    m_settings = settings;
    const QStringList lanes = m_lanes.keys();
    for (const QString &lane : lanes)
        pump(lane);
}

void Scheduler::pump(const QString &name)
{
    const auto lane = m_lanes.find(name);
    if (lane == m_lanes.end())
        return;
    while (!lane->waiting.empty()) {
        const auto it = m_entries.find(lane->waiting.front());
        if (it == m_entries.end()) { // cancelled while it waited
            lane->waiting.pop_front();
            continue;
        }
        Entry &entry = *it->second;
        if (lane->running >= slotsFor(entry.request.endpoint))
            return;
        lane->waiting.pop_front();
        if (entry.stop.stop_requested()) // stopRequested() is on its way
            continue;
        ++lane->running;
        entry.firstStart = m_clock.monotonic();
        startDeadline(entry);
        launch(entry);
    }
    if (lane->running == 0)
        m_lanes.erase(lane);
}

milliseconds Scheduler::deadlineOf(const GenerationRequest &request) const
{
    const bool isRemote = request.endpoint.kind == EndpointKind::Remote;
    return request.timeouts.total.value_or(isRemote ? m_settings.remoteDeadline : milliseconds(0));
}

void Scheduler::startDeadline(Entry &entry)
{
    const milliseconds deadline = deadlineOf(entry.request);
    if (deadline <= milliseconds(0))
        return;
    entry.deadline = std::make_unique<QTimer>();
    entry.deadline->setSingleShot(true);
    // The timer is destroyed with its entry, hence not from inside its own signal.
    QObject::connect(
        entry.deadline.get(), &QTimer::timeout, this, [this, id = entry.id] { deadlinePassed(id); }, Qt::QueuedConnection);
    entry.deadline->start(std::min(deadline, milliseconds(std::numeric_limits<int>::max())));
}

void Scheduler::deadlinePassed(Id id)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end())
        return;
    Entry &entry = *it->second;
    entry.isLate = true;
    entry.stopAttempt.request_stop(); // its end follows, with what was reported of the usage
    if (!entry.job)
        failLate(entry);
}

void Scheduler::failLate(Entry &entry)
{
    const bool isVisible = entry.attempt && entry.attempt->firstToken();
    const double seconds = std::chrono::duration<double>(deadlineOf(entry.request)).count();
    const Error error =
        failure(ErrorKind::Timeout, u"not finished within %1 s, the limit for a whole request"_s.arg(QString::number(seconds)),
                entry.request.endpoint.shownId())
            .error();
    qCInfo(logEngine) << "deadline of" << entry.request.endpoint.shownId();
    finish(entry, Event::Failed{finalError(error, isVisible ? Progress::SomethingVisible : Progress::NothingVisible)});
}

void Scheduler::launch(Entry &entry)
{
    entry.retryTimer.reset();
    const Id id = entry.id;
    const int number = entry.retries;
    // The end goes through the event loop, so that a backend is never destroyed below its own feet.
    const auto ended = [this, id, number](const GenerationEvent &end) {
        QMetaObject::invokeMethod(this, [this, id, number, end] { attemptEnded(id, number, end); }, Qt::QueuedConnection);
    };
    entry.attempt = std::make_shared<Attempt>(m_clock, entry.sink, ended);
    entry.job = entry.backend->start(entry.request, entry.stopAttempt.get_token(),
                                     [attempt = entry.attempt](GenerationEvent event) { attempt->take(std::move(event)); });
}

void Scheduler::attemptEnded(Id id, int attempt, const GenerationEvent &end)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end() || it->second->retries != attempt)
        return;
    Entry &entry = *it->second;
    entry.job.reset();
    const auto *stopped = std::get_if<Event::Finished>(&end);
    if (entry.isLate && !entry.stop.stop_requested() && stopped && stopped->reason == FinishReason::Cancelled) {
        if (stopped->usage.inputTokens || stopped->usage.outputTokens)
            entry.sink(Event::UsageUpdate{stopped->usage}); // what was reported was paid, whatever came after
        return failLate(entry);
    }
    if (const auto *failed = std::get_if<Event::Failed>(&end))
        return attemptFailed(entry, failed->error);
    auto finished = std::get<Event::Finished>(end);
    finished.timings = timingsOf(entry, finished);
    finish(entry, std::move(finished));
}

void Scheduler::attemptFailed(Entry &entry, const Error &error)
{
    if (entry.stop.stop_requested())
        return finish(entry, cancelled(entry));
    RetryState state;
    state.retriesDone = entry.retries;
    state.progress = entry.attempt->firstToken() ? Progress::SomethingVisible : Progress::NothingVisible;
    state.elapsed = duration_cast<milliseconds>(m_clock.monotonic() - *entry.firstStart);
    const milliseconds deadline = deadlineOf(entry.request);
    const auto wait =
        retryWait(error, entry.request.retry, state, m_random(),
                  deadline > milliseconds(0) ? std::min(deadline, m_settings.retryDeadline) : m_settings.retryDeadline);
    if (wait)
        return retryLater(entry, error, *wait);
    qCInfo(logEngine) << "failed:" << entry.request.endpoint.shownId() << errorKindName(error.kind) << error.httpStatus;
    finish(entry, Event::Failed{finalError(error, state.progress)});
}

void Scheduler::retryLater(Entry &entry, const Error &cause, milliseconds wait)
{
    ++entry.retries;
    qCInfo(logEngine) << "retry" << entry.retries << "of" << entry.request.endpoint.shownId() << "in" << wait.count()
                      << "ms after" << errorKindName(cause.kind) << cause.httpStatus;
    entry.sink(Event::Retrying{entry.retries, wait, cause});
    entry.retryTimer = std::make_unique<QTimer>();
    entry.retryTimer->setSingleShot(true);
    entry.retryTimer->setTimerType(Qt::PreciseTimer);
    // The timer is destroyed by launch(), hence not from inside its own signal.
    QObject::connect(
        entry.retryTimer.get(), &QTimer::timeout, this,
        [this, id = entry.id] {
            if (const auto it = m_entries.find(id); it != m_entries.end())
                launch(*it->second);
        },
        Qt::QueuedConnection);
    entry.retryTimer->start(wait);
}

void Scheduler::stopRequested(Id id)
{
    const auto it = m_entries.find(id);
    // A running job hears of it by its own token and ends itself.
    if (it != m_entries.end() && !it->second->job)
        finish(*it->second, cancelled(*it->second));
}

void Scheduler::finish(Entry &entry, GenerationEvent end)
{
    entry.sink(std::move(end));
    const QString name = entry.lane;
    if (entry.firstStart)
        --m_lanes[name].running;
    m_entries.erase(entry.id);
    pump(name);
}

Timings Scheduler::timingsOf(const Entry &entry, const Event::Finished &finished) const
{
    const microseconds now = m_clock.monotonic();
    Timings timings = finished.timings;
    timings.queued = (entry.attempt ? entry.attempt->started() : now) - entry.submitted;
    if (!entry.attempt)
        return timings;
    if (!timings.firstToken)
        timings.firstToken = entry.attempt->firstToken();
    if (!timings.total)
        timings.total = now - entry.attempt->started();
    const std::int64_t tokens = finished.usage.outputTokens.value_or(0);
    if (!timings.tokensPerSecond && timings.firstToken && tokens > 1 && *timings.total > *timings.firstToken) {
        const std::chrono::duration<double> streaming = *timings.total - *timings.firstToken;
        timings.tokensPerSecond = static_cast<double>(tokens - 1) / streaming.count();
    }
    return timings;
}

Event::Finished Scheduler::cancelled(const Entry &entry) const
{
    Event::Finished finished;
    finished.reason = FinishReason::Cancelled;
    finished.timings = timingsOf(entry, finished);
    return finished;
}

} // namespace Tempera
