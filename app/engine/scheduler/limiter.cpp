// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/limiter.h"

#include "app/engine/batcher.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace Tempera {

using std::chrono::microseconds;

/// A request from start() to its last event.
class Limiter::Waiting final : public BackendJob
{
public:
    Waiting(Limiter &of, Id number, const GenerationRequest &wanted, std::stop_token stopped, BackendSink to)
        : limiter(of),
          id(number),
          request(wanted),
          stop(std::move(stopped)),
          sink(std::move(to)),
          lane(providerOf(wanted).lane),
          came(of.m_clock.monotonic())
    {
    }
    ~Waiting() override { limiter.left(id, lane, waited.has_value()); }

    Limiter &limiter;
    Id id;
    GenerationRequest request;
    std::stop_token stop;
    BackendSink sink;
    QString lane;
    microseconds came;
    std::optional<microseconds> waited;                              ///< Absent until it gets its slot.
    std::unique_ptr<BackendJob> job;                                 ///< The next stage's.
    std::optional<std::stop_callback<std::function<void()>>> onStop; ///< Last member: goes first.
};

Limiter::Limiter(Stage &next, const Clock &clock, const EngineSettings &settings)
    : m_next(next), m_clock(clock), m_settings(settings)
{
}

Limiter::~Limiter() = default;

int Limiter::mostSlots(const Endpoint &endpoint) const
{
    int slots = m_settings.otherSlots;
    if (endpoint.kind == EndpointKind::Local)
        slots = m_settings.localSlots;
    else if (endpoint.kind == EndpointKind::Remote)
        slots = std::min(m_settings.httpSlots, MaxHttpSlots);
    return std::max(1, slots);
}

bool Limiter::isFull(const Lane &lane, const Endpoint &endpoint) const
{
    return lane.running >= lane.slots.allowed(mostSlots(endpoint));
}

/// From an attempt that failed, and from the end.
void Limiter::learn(const Waiting &request, const GenerationEvent &event)
{
    const auto found = m_lanes.find(request.lane);
    if (found == m_lanes.end())
        return;
    const auto *retrying = std::get_if<Event::Retrying>(&event);
    const auto *failed = std::get_if<Event::Failed>(&event);
    const auto *finished = std::get_if<Event::Finished>(&event);
    const int most = mostSlots(request.request.endpoint);
    if ((retrying && isOverload(retrying->cause)) || (failed && isOverload(failed->error)))
        found->second.slots.overloaded(m_clock.monotonic(), most);
    else if (finished && finished->reason != FinishReason::Cancelled)
        found->second.slots.answered(most);
}

std::unique_ptr<BackendJob> Limiter::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    const Id id = ++m_lastId;
    auto waiting = std::make_unique<Waiting>(*this, id, request, std::move(stop), std::move(sink));
    m_requests.emplace(id, waiting.get());
    Lane &lane = m_lanes[waiting->lane];
    lane.waiting.push_back(id);
    if (isFull(lane, request.endpoint))
        waiting->sink(Event::Queued{});
    // Runs on whatever thread asks to stop; only posts. Runs at once when that has happened already.
    waiting->onStop.emplace(waiting->stop, [this, id] {
        QMetaObject::invokeMethod(
            this, [this, id] { stopRequested(id); }, Qt::QueuedConnection);
    });
    pump(waiting->lane);
    return waiting;
}

void Limiter::setSettings(const EngineSettings &settings)
{
    m_settings = settings;
    QStringList names;
    for (const auto &[name, lane] : m_lanes)
        names.append(name);
    for (const QString &name : std::as_const(names))
        pump(name);
}

void Limiter::pump(const QString &name)
{
    const auto found = m_lanes.find(name);
    if (found == m_lanes.end() || found->second.isPumped)
        return; // a request that ends at once does not start the next from inside itself
    Lane &lane = found->second;
    lane.isPumped = true;
    while (!lane.waiting.empty()) {
        const auto it = m_requests.find(lane.waiting.front());
        if (it == m_requests.end()) { // cancelled while it waited
            lane.waiting.pop_front();
            continue;
        }
        Waiting &request = *it->second;
        if (isFull(lane, request.request.endpoint))
            break;
        lane.waiting.pop_front();
        if (request.stop.stop_requested()) // stopRequested() is on its way
            continue;
        ++lane.running;
        pass(request);
    }
    lane.isPumped = false;
    if (lane.running == 0 && lane.waiting.empty())
        m_lanes.erase(found);
}

void Limiter::pass(Waiting &request)
{
    request.waited = m_clock.monotonic() - request.came;
    const Id id = request.id;
    auto job = m_next.start(request.request, request.stop, [this, id, sink = request.sink](GenerationEvent event) {
        if (isEnd(event))
            return ended(id, std::move(event));
        if (std::holds_alternative<Event::Retrying>(event)) { // which is told on this thread, unlike the others
            if (const auto it = m_requests.find(id); it != m_requests.end())
                learn(*it->second, event);
        }
        sink(std::move(event));
    });
    if (const auto it = m_requests.find(id); it != m_requests.end()) // else it has ended
        it->second->job = std::move(job);
}

void Limiter::stopRequested(Id id)
{
    const auto it = m_requests.find(id);
    // What was passed on ends by its own token.
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
    const QString lane = request.lane;
    const bool hadSlot = request.waited.has_value();
    if (hadSlot)
        learn(request, end);
    if (auto *finished = std::get_if<Event::Finished>(&end)) {
        const microseconds waited = request.waited.value_or(m_clock.monotonic() - request.came);
        finished->timings.queued = waited + finished->timings.queued.value_or(microseconds(0));
    }
    const BackendSink sink = std::move(request.sink);
    sink(std::move(end)); // may destroy the request
    if (hadSlot)
        --m_lanes[lane].running;
    pump(lane);
}

/// It was destroyed. What waits starts later: who destroys one may be about to destroy all.
void Limiter::left(Id id, const QString &lane, bool hasSlot)
{
    if (m_requests.erase(id) == 0)
        return;
    if (hasSlot)
        --m_lanes[lane].running;
    QMetaObject::invokeMethod(
        this, [this, lane] { pump(lane); }, Qt::QueuedConnection);
}

} // namespace Tempera
