// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/pool.h"

#include "app/engine/batcher.h"
#include "app/engine/enginelogging.h"
#include "models/core/hosts.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace Tempera {
namespace {

bool isDeathOfServer(const Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::ServerFault
           || error.httpStatus >= 500;
}

PoolHealth::Outcome outcomeOf(const GenerationEvent &end)
{
    if (const auto *finished = std::get_if<Event::Finished>(&end))
        return finished->reason == FinishReason::Cancelled ? PoolHealth::Outcome::Unknown : PoolHealth::Outcome::Answered;
    const Error &error = std::get<Event::Failed>(end).error;
    if (isDeathOfServer(error))
        return PoolHealth::Outcome::Died;
    return error.httpStatus > 0 ? PoolHealth::Outcome::Answered : PoolHealth::Outcome::Unknown;
}

std::chrono::milliseconds waitAskedFor(const GenerationEvent &end)
{
    const auto *failed = std::get_if<Event::Failed>(&end);
    return failed ? failed->error.retryAfter.value_or(std::chrono::milliseconds(0)) : std::chrono::milliseconds(0);
}

QUrl withoutSlash(const QUrl &address)
{
    return address.adjusted(QUrl::StripTrailingSlash);
}

} // namespace

/// One attempt at one server.
class Pool::Served final : public BackendJob
{
public:
    Served(Pool &of, Id number, QList<QUrl> all, PoolHealth::Turn own, bool startsOver, BackendSink to)
        : pool(of), id(number), servers(std::move(all)), turn(std::move(own)), mayStartOver(startsOver), sink(std::move(to))
    {
    }
    ~Served() override
    {
        if (pool.m_served.erase(id) > 0)
            pool.m_health.end(turn, PoolHealth::Outcome::Unknown, pool.m_clock.monotonic());
    }

    Pool &pool;
    Id id;
    QList<QUrl> servers;
    PoolHealth::Turn turn;
    bool mayStartOver; ///< Also when a part of the answer is there, see RetrySettings::startsOver.
    BackendSink sink;
    std::unique_ptr<BackendJob> job; ///< Last member: goes first.
};

Pool::Pool(Stage &backend, const Clock &clock, const EngineSettings &settings)
    : m_backend(backend), m_clock(clock), m_servers(settings.endpoints)
{
}

Pool::~Pool() = default;

/// What the request says, which is what its key was asked for, else what the user has set for its address.
QList<QUrl> Pool::serversOf(const Endpoint &endpoint) const
{
    return endpoint.members.isEmpty() ? m_servers.value(withoutSlash(endpoint.baseUrl)).members : endpoint.members;
}

std::unique_ptr<BackendJob> Pool::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    const QList<QUrl> servers = request.endpoint.kind == EndpointKind::Remote ? serversOf(request.endpoint) : QList<QUrl>();
    if (servers.isEmpty())
        return m_backend.start(request, std::move(stop), std::move(sink));
    const bool areOwn = std::ranges::all_of(servers, [](const QUrl &each) { return isOwnNetwork(each.host()); });
    const Id id = ++m_lastId;
    auto served = std::make_unique<Served>(*this, id, servers, m_health.begin(servers, m_clock.monotonic()),
                                           request.retry.startsOver && areOwn, std::move(sink));
    m_served.emplace(id, served.get());
    GenerationRequest atServer = request;
    atServer.endpoint.baseUrl = served->turn.server;
    atServer.endpoint.members.clear();
    // On whatever thread the backend has. The end, and that a server is back, go through the event loop: health is known here.
    const auto heard = [this, id, pass = served->sink,
                        isAnyVisible = std::make_shared<std::atomic<bool>>(false)](GenerationEvent event) {
        if (isEnd(event)) {
            QMetaObject::invokeMethod(
                this, [this, id, event = std::move(event), seen = isAnyVisible->load()] { ended(id, event, seen); },
                Qt::QueuedConnection);
            return;
        }
        if (isVisible(event) && !isAnyVisible->exchange(true)) {
            QMetaObject::invokeMethod(this, [this, id] { answerBegins(id); }, Qt::QueuedConnection);
        }
        pass(std::move(event));
    };
    served->job = m_backend.start(atServer, std::move(stop), heard);
    return served;
}

void Pool::answerBegins(Id id)
{
    if (const auto it = m_served.find(id); it != m_served.end())
        m_health.answered(it->second->turn);
}

void Pool::ended(Id id, GenerationEvent end, bool isAnyVisible)
{
    const auto node = m_served.extract(id);
    if (node.empty())
        return;
    Served &served = *node.mapped();
    const QString server = publicAddress(served.turn.server);
    const bool wasOut = m_health.isOut(served.turn.server);
    m_health.end(served.turn, outcomeOf(end), m_clock.monotonic(), waitAskedFor(end));
    if (m_health.isOut(served.turn.server) != wasOut)
        qCInfo(logEngine) << server << (wasOut ? "is back in its pool" : "is left out of its pool");
    if (auto *failed = std::get_if<Event::Failed>(&end))
        failed->error.elsewhere = canMove(served, failed->error, isAnyVisible);
    else if (auto &finished = std::get<Event::Finished>(end); finished.reason != FinishReason::Cancelled)
        finished.notes.append({NoteKind::ServerOfPool, server});
    const BackendSink sink = std::move(served.sink);
    sink(std::move(end)); // may destroy it
}

/// What was paid is not paid again: once a part of the answer is there, only servers of one's own are asked anew. What the server
/// itself says of retrying counts; of a connection that was not made, the same may help elsewhere.
bool Pool::canMove(const Served &served, const Error &error, bool isAnyVisible) const
{
    const bool isToldNotTo = error.httpStatus > 0 && !error.shouldRetry.value_or(true);
    return isDeathOfServer(error) && !isToldNotTo && (!isAnyVisible || served.mayStartOver)
           && m_health.hasReady(served.servers, m_clock.monotonic());
}

} // namespace Tempera
