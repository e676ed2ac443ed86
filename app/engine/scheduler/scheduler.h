// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/scheduler/answercache.h"
#include "app/engine/scheduler/attempts.h"
#include "app/engine/scheduler/deadline.h"
#include "app/engine/scheduler/limiter.h"
#include "app/engine/scheduler/pool.h"
#include "app/engine/scheduler/route.h"

#include <unordered_map>
#include <vector>

namespace Tempera {

/// The stages one after the other, as a request passes them: cache, limiter, deadline, route, attempts, pool. Keeps what is under
/// way. Engine thread; outlives the backends' threads.
class Scheduler final
{
public:
    /// `answers` holds those that were given before, outlives it, and may be null.
    Scheduler(const std::vector<Backend *> &backends, const Clock &clock, const EngineSettings &settings,
              const Attempts::Random &random, CacheStore *answers = nullptr);
    ~Scheduler();
    Q_DISABLE_COPY_MOVE(Scheduler)

    /// The sink gets exactly one Finished or Failed as last event, cancelled or not.
    void submit(const GenerationRequest &request, std::stop_token stop, BackendSink sink);
    /// Forgets all work; sinks stay silent.
    void dropAll();
    void setSettings(const EngineSettings &settings);

    /// Null where nobody handles it.
    [[nodiscard]] Backend *backendFor(const Endpoint &endpoint) const { return m_route.backendFor(endpoint); }

private:
    [[nodiscard]] std::vector<Route::Way> waysTo(const std::vector<Backend *> &backends, const Clock &clock,
                                                 const EngineSettings &settings, const Attempts::Random &random);
    [[nodiscard]] QByteArray answerKey(const GenerationRequest &request) const;

    std::vector<std::unique_ptr<Pool>> m_pools;        ///< One for each backend.
    std::vector<std::unique_ptr<Attempts>> m_attempts; ///< The same.
    Route m_route;
    Deadline m_deadline;
    Limiter m_limiter;
    AnswerCache m_cache;
    quint64 m_lastId = 0;
    std::unordered_map<quint64, std::unique_ptr<BackendJob>> m_jobs; ///< Last member: goes before the stages.
};

} // namespace Tempera
