// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/limiter.h"

#include "app/engine/batcher.h"
#include "app/engine/enginelogging.h"

#include <QStringList>
#include <QThread>

#include <algorithm>
#include <utility>

namespace Tempera {

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

int mostSlots(const Endpoint &endpoint, const EndpointOptions &options, const EngineSettings &settings)
{
    if (endpoint.kind == EndpointKind::Local)
        return settings.localSlots;
    if (endpoint.kind == EndpointKind::Script) // each takes a core while it runs
        return std::max(1, std::min(QThread::idealThreadCount(), settings.otherSlots));
    if (endpoint.kind != EndpointKind::Remote)
        return settings.otherSlots;
    return std::min(options.slots > 0 ? options.slots : settings.httpSlots, MaxHttpSlots);
}

/// Limits hold for each key.
QString laneNameOf(const GenerationRequest &request)
{
    return providerOf(request).lane + u'\n' + request.endpoint.keyName;
}

} // namespace

/// A request from start() to its last event.
class Limiter::Waiting final : public BackendJob
{
public:
    enum class State {
        Queued,  ///< Waits for its turn.
        Sent,    ///< Has a slot.
        Pausing, ///< Between two attempts.
        Leaving, ///< Was to be stopped when its turn came; its end is on its way.
    };

    Waiting(Limiter &of, Id number, const GenerationRequest &wanted, std::stop_token stopped, BackendSink to)
        : limiter(of),
          id(number),
          request(wanted),
          stop(std::move(stopped)),
          sink(std::move(to)),
          lane(laneNameOf(wanted)),
          came(of.m_clock.monotonic())
    {
    }
    ~Waiting() override { limiter.left(*this); }

    Limiter &limiter;
    Id id;
    GenerationRequest request;
    std::stop_token stop;
    BackendSink sink;
    QString lane;
    microseconds came;
    State state = State::Queued;
    std::optional<microseconds> waited; ///< Before its first attempt; absent until then.
    LaneAttempt attempt;                ///< The last that was sent.
    Usage usage;                        ///< What was reported of it so far.
    std::optional<Reason> told;         ///< Why it waits, as it was told last.
    std::unique_ptr<ClockTimer> pause;  ///< From the first retry on.
    std::unique_ptr<BackendJob> job;    ///< The next stage's.
    std::shared_ptr<std::atomic<bool>> isWatched = std::make_shared<std::atomic<bool>>(false); ///< Its first text is waited for.
    std::optional<std::stop_callback<std::function<void()>>> onStop;                           ///< Last member: goes first.
};

Limiter::Limiter(Stage &next, const Clock &clock, const EngineSettings &settings)
    : m_next(next), m_clock(clock), m_settings(settings)
{
}

Limiter::~Limiter() = default;

void Limiter::setLimits(Lane &lane) const
{
    const EndpointOptions options = endpointOptionsOf(m_settings, lane.endpoint);
    lane.limits.set(mostSlots(lane.endpoint, options, m_settings), options.limits, lane.endpoint.kind == EndpointKind::Remote);
}

Limiter::Lane &Limiter::laneOf(const Waiting &request)
{
    const auto [found, isNew] = m_lanes.try_emplace(request.lane);
    Lane &lane = found->second;
    if (isNew) {
        lane.endpoint = request.request.endpoint;
        setLimits(lane);
    }
    return lane;
}

void Limiter::setSettings(const EngineSettings &settings)
{
    m_settings = settings;
    QStringList names;
    for (auto &[name, lane] : m_lanes) {
        setLimits(lane);
        names.append(name);
    }
    for (const QString &name : std::as_const(names))
        pump(name);
}

std::unique_ptr<BackendJob> Limiter::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    const Id id = ++m_lastId;
    auto waiting = std::make_unique<Waiting>(*this, id, request, std::move(stop), std::move(sink));
    m_requests.emplace(id, waiting.get());
    Lane &lane = laneOf(*waiting);
    ++lane.members;
    lane.queue.add(request.run, id);
    // Runs on whatever thread asks to stop; only posts. Runs at once when that has happened already.
    waiting->onStop.emplace(
        waiting->stop, [this, id] { QMetaObject::invokeMethod(this, [this, id] { stopRequested(id); }, Qt::QueuedConnection); });
    pump(waiting->lane);
    if (m_requests.contains(id) && waiting->state == Waiting::State::Queued) // then its lane is there too
        tell(*waiting, lane.reason.value_or(Reason()), m_clock.monotonic());
    return waiting;
}

void Limiter::pump(const QString &name)
{
    const auto found = m_lanes.find(name);
    if (found == m_lanes.end() || found->second.isPumped)
        return; // a request that ends at once does not start the next from inside itself
    Lane &lane = found->second;
    lane.isPumped = true;
    sendNext(lane);
    lane.isPumped = false;
    waitOn(name, lane);
    if (lane.members == 0 && lane.limits.isIdle(m_clock.monotonic()))
        m_lanes.erase(found);
}

/// All that may go now. Those that wait learn why when they come; the first one also when that changes.
void Limiter::sendNext(Lane &lane)
{
    lane.reason.reset();
    while (!lane.queue.isEmpty()) {
        Waiting &request = *m_requests.at(lane.queue.next());
        if (request.stop.stop_requested()) { // stopRequested() is on its way
            request.state = Waiting::State::Leaving;
            lane.queue.take();
            continue;
        }
        const microseconds now = m_clock.monotonic();
        const std::optional<LaneHold> hold = lane.limits.hold(request.request, now);
        if (hold && !hold->isGivenUp) {
            lane.reason = Reason{hold->cause, hold->wait ? std::optional(now + *hold->wait) : std::nullopt};
            return tell(request, *lane.reason, now);
        }
        lane.queue.take();
        if (hold)
            ended(request.id, Event::Failed{lane.limits.outage()});
        else
            send(request, lane);
    }
}

/// Sets the alarm for what the first one waits for.
void Limiter::waitOn(const QString &name, Lane &lane)
{
    const bool isTimed = lane.reason && lane.reason->until;
    if (isTimed && !lane.timer)
        lane.timer = m_clock.timer([this, name] { pump(name); });
    if (isTimed)
        lane.timer->start(std::chrono::ceil<milliseconds>(*lane.reason->until - m_clock.monotonic()));
    else if (lane.timer)
        lane.timer->stop();
}

void Limiter::send(Waiting &request, Lane &lane)
{
    request.state = Waiting::State::Sent;
    request.told.reset();
    request.usage = {};
    request.attempt = lane.limits.begin(request.request, m_clock.monotonic());
    *request.isWatched = request.attempt.isProbe;
    if (request.waited)
        request.job->goOn();
    else
        pass(request);
}

void Limiter::pass(Waiting &request)
{
    request.waited = m_clock.monotonic() - request.came;
    const Id id = request.id;
    const bool isRemote = request.request.endpoint.kind == EndpointKind::Remote;
    auto job = m_next.start(request.request, request.stop,
                            [this, id, isRemote, sink = request.sink, watched = request.isWatched](GenerationEvent event) {
                                if (isEnd(event))
                                    return ended(id, std::move(event));
                                if (isRemote)
                                    notice(id, *watched, event);
                                if (std::holds_alternative<Event::LimitsTold>(event))
                                    return;
                                if (const auto *retry = std::get_if<Event::Retrying>(&event))
                                    return retrying(id, *retry); // told on this thread, unlike the others
                                sink(std::move(event));
                            });
    if (const auto it = m_requests.find(id); it != m_requests.end()) // else it has ended
        it->second->job = std::move(job);
}

/// On the thread of whoever answers.
void Limiter::notice(Id id, std::atomic<bool> &watched, const GenerationEvent &event)
{
    if (std::holds_alternative<Event::LimitsTold>(event) || std::holds_alternative<Event::UsageUpdate>(event))
        QMetaObject::invokeMethod(this, [this, id, event] { hear(id, event); });
    else if (watched && isVisible(event) && watched.exchange(false))
        QMetaObject::invokeMethod(this, [this, id] { answers(id); });
}

void Limiter::hear(Id id, const GenerationEvent &event)
{
    const auto it = m_requests.find(id);
    if (it == m_requests.end() || it->second->state != Waiting::State::Sent)
        return;
    Waiting &request = *it->second;
    if (const auto *told = std::get_if<Event::LimitsTold>(&event))
        m_lanes.at(request.lane).limits.told(request.attempt, told->limits, m_clock.monotonic());
    else if (const auto *update = std::get_if<Event::UsageUpdate>(&event))
        request.usage = update->usage;
}

/// An endpoint that was down has begun to answer: the others need not wait for the end of it.
void Limiter::answers(Id id)
{
    const auto it = m_requests.find(id);
    if (it == m_requests.end() || it->second->state != Waiting::State::Sent)
        return;
    const QString name = it->second->lane;
    Lane &lane = m_lanes.at(name);
    lane.limits.answers();
    tellAll(lane, Reason());
    pump(name);
}

void Limiter::retrying(Id id, const Event::Retrying &event)
{
    const auto it = m_requests.find(id);
    if (it == m_requests.end())
        return;
    Waiting &request = *it->second;
    const QString name = request.lane;
    attemptEnded(m_lanes.at(name), request, event);
    request.state = Waiting::State::Pausing;
    if (!request.pause)
        request.pause = m_clock.timer([this, &request] { requeue(request); }); // goes with the request
    request.pause->start(event.wait);                                          // before anybody hears of it
    request.sink(event);
    pump(name);
}

/// Its wait is over.
void Limiter::requeue(Waiting &request)
{
    Lane &lane = m_lanes.at(request.lane);
    const Id id = request.id;
    request.state = Waiting::State::Queued;
    lane.queue.add(request.request.run, id);
    const QString name = request.lane;
    pump(name);
    const auto it = m_requests.find(id);
    if (it != m_requests.end() && it->second->state == Waiting::State::Queued)
        tell(*it->second, lane.reason.value_or(Reason()), m_clock.monotonic());
}

/// Its slot is free, and the lane has learnt of it.
void Limiter::attemptEnded(Lane &lane, Waiting &request, const GenerationEvent &how)
{
    if (request.state != Waiting::State::Sent)
        return;
    const bool wasOut = lane.limits.isOut();
    const microseconds now = m_clock.monotonic();
    if (const auto *retrying = std::get_if<Event::Retrying>(&how))
        lane.limits.failed(request.attempt, retrying->cause, request.usage, now);
    else if (const auto *failed = std::get_if<Event::Failed>(&how))
        lane.limits.failed(request.attempt, failed->error, request.usage, now);
    else if (const auto *finished = std::get_if<Event::Finished>(&how))
        lane.limits.finished(request.attempt, request.request, *finished);
    if (wasOut == lane.limits.isOut())
        return;
    qCInfo(logEngine) << request.request.endpoint.shownId() << (wasOut ? "answers again" : "is down: one request will try it");
    tellAll(lane, wasOut ? Reason() : Reason{WaitCause::Outage, now + CircuitBreaker::FirstPause});
}

/// Each change once: another cause, or the same one for longer than was told. It is told in milliseconds.
void Limiter::tell(Waiting &request, const Reason &reason, microseconds now)
{
    const bool isSameCause = request.told && request.told->cause == reason.cause;
    if (isSameCause && (!reason.until || (request.told->until && *reason.until < *request.told->until + milliseconds(1))))
        return;
    request.told = reason;
    const microseconds wait = reason.until ? std::max(microseconds(0), *reason.until - now) : microseconds(0);
    request.sink(Event::Queued{reason.cause, std::chrono::ceil<milliseconds>(wait)});
}

void Limiter::tellAll(const Lane &lane, const Reason &reason)
{
    const microseconds now = m_clock.monotonic();
    for (const Id id : lane.queue.all()) {
        if (const auto it = m_requests.find(id); it != m_requests.end())
            tell(*it->second, reason, now);
    }
}

void Limiter::stopRequested(Id id)
{
    const auto it = m_requests.find(id);
    // What was passed on ends by its own token, also between two attempts.
    if (it == m_requests.end() || it->second->waited)
        return;
    Event::Finished finished;
    finished.reason = FinishReason::Cancelled;
    ended(id, std::move(finished));
}

void Limiter::ended(Id id, GenerationEvent end)
{
    const auto node = m_requests.extract(id);
    if (node.empty())
        return;
    Waiting &request = *node.mapped();
    const QString name = request.lane;
    Lane &lane = m_lanes.at(name);
    attemptEnded(lane, request, end);
    lane.queue.remove(request.request.run, id);
    --lane.members;
    if (request.pause)
        request.pause->stop();
    if (auto *finished = std::get_if<Event::Finished>(&end)) {
        const microseconds waited = request.waited.value_or(m_clock.monotonic() - request.came);
        finished->timings.queued = waited + finished->timings.queued.value_or(microseconds(0));
    }
    const BackendSink sink = std::move(request.sink);
    sink(std::move(end)); // may destroy the request
    pump(name);
}

/// It was destroyed. What waits starts later: who destroys one may be about to destroy all.
void Limiter::left(const Waiting &request)
{
    if (m_requests.erase(request.id) == 0)
        return;
    Lane &lane = m_lanes.at(request.lane);
    if (request.state == Waiting::State::Sent)
        lane.limits.dropped(request.attempt);
    lane.queue.remove(request.request.run, request.id);
    --lane.members;
    QMetaObject::invokeMethod(this, [this, name = request.lane] { pump(name); }, Qt::QueuedConnection);
}

} // namespace Tempera
