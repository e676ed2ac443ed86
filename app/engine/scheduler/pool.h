// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/enginesettings.h"
#include "app/engine/scheduler/poolhealth.h"
#include "app/engine/stage.h"
#include "models/core/ports/clock.h"

#include <QObject>

#include <unordered_map>

namespace Tempera {

/// The stage below the attempts that spreads requests over the servers of a pool: each attempt goes to one of them, see
/// PoolHealth. A failure that says that its server died is marked (Error::elsewhere) where another one can take the request over
/// at once; the attempts do so. Who answered is a note of the result. Requests to an endpoint that is no pool pass untouched.
class Pool final : public QObject, public Stage
{
public:
    /// `backend` and `clock` outlive its jobs; it outlives all threads of the backend.
    Pool(Stage &backend, const Clock &clock, const EngineSettings &settings);
    ~Pool() override;

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// For the attempts from now on.
    void setSettings(const EngineSettings &settings) { m_servers = settings.endpoints; }

private:
    using Id = quint64;
    class Served;

    [[nodiscard]] QList<QUrl> serversOf(const Endpoint &endpoint) const;
    void answerBegins(Id id);
    void ended(Id id, GenerationEvent end, bool isAnyVisible);
    [[nodiscard]] bool canMove(const Served &served, const Error &error, bool isAnyVisible) const;

    Stage &m_backend;
    const Clock &m_clock;
    QHash<QUrl, EndpointOptions> m_servers;
    PoolHealth m_health;
    Id m_lastId = 0;
    std::unordered_map<Id, Served *> m_served; ///< Those that have not ended; owned by the caller.
};

} // namespace Tempera
