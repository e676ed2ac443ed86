// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/scheduler.h"

#include "app/engine/batcher.h"

#include <utility>

namespace Tempera {

Scheduler::Scheduler(const std::vector<Backend *> &backends, const Clock &clock, const EngineSettings &settings,
                     const Attempts::Random &random, CacheStore *answers)
    : m_route(waysTo(backends, clock, settings, random)),
      m_deadline(m_route, clock, settings),
      m_limiter(m_deadline, clock, settings),
      m_cache(m_limiter, answers, [this](const GenerationRequest &request) { return answerKey(request); })
{
}

Scheduler::~Scheduler() = default;

std::vector<Route::Way> Scheduler::waysTo(const std::vector<Backend *> &backends, const Clock &clock,
                                          const EngineSettings &settings, const Attempts::Random &random)
{
    std::vector<Route::Way> ways;
    for (Backend *backend : backends) {
        m_pools.push_back(std::make_unique<Pool>(*backend, clock, settings));
        m_attempts.push_back(std::make_unique<Attempts>(*m_pools.back(), clock, settings, random));
        ways.push_back({backend, m_attempts.back().get()});
    }
    return ways;
}

QByteArray Scheduler::answerKey(const GenerationRequest &request) const
{
    const Backend *backend = m_route.backendFor(request.endpoint);
    return backend ? backend->answerKey(request) : QByteArray();
}

void Scheduler::submit(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    const quint64 id = ++m_lastId;
    m_jobs.emplace(id, nullptr);
    auto job = m_cache.start(request, std::move(stop), [this, id, sink = std::move(sink)](GenerationEvent event) {
        if (!isEnd(event))
            return sink(std::move(event));
        sink(std::move(event));
        m_jobs.erase(id);
    });
    if (const auto it = m_jobs.find(id); it != m_jobs.end()) // else it has ended
        it->second = std::move(job);
}

void Scheduler::dropAll()
{
    m_jobs.clear();
}

void Scheduler::setSettings(const EngineSettings &settings)
{
    for (const std::unique_ptr<Pool> &pool : m_pools)
        pool->setSettings(settings);
    for (const std::unique_ptr<Attempts> &attempts : m_attempts)
        attempts->setSettings(settings);
    m_deadline.setSettings(settings);
    m_limiter.setSettings(settings);
}

} // namespace Tempera
