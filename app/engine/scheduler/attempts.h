// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/enginesettings.h"
#include "app/engine/stage.h"
#include "models/core/ports/clock.h"

#include <QObject>

#include <unordered_map>

namespace Tempera {

/// The stage that asks the backend, asks again where that may help (see retryWait()), and measures the times. It announces each
/// further attempt (Retrying) and begins it when it is told to (BackendJob::goOn()). The only one that meets the backend's
/// threads: from here on Retrying and the last event are on the engine thread.
class Attempts final : public QObject, public Stage
{
public:
    /// Gives a number in [0, 1) for the jitter of retries.
    using Random = std::function<double()>;

    /// `backend` and `clock` outlive its jobs; it outlives all threads of the backend.
    Attempts(Stage &backend, const Clock &clock, const EngineSettings &settings, Random random);
    ~Attempts() override;

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// For the retries from now on.
    void setSettings(const EngineSettings &settings) { m_settings = settings; }

private:
    using Id = quint64;
    class Tried;

    void launch(Tried &request);
    void attemptEnded(Id id, int attempt, const GenerationEvent &end);
    void attemptFailed(Tried &request, const Error &error);
    void announceRetry(Tried &request, const Error &cause, std::chrono::milliseconds wait);
    void stopRequested(Id id);
    void finish(Tried &request, GenerationEvent end);
    [[nodiscard]] Timings timingsOf(const Tried &request, const Event::Finished &finished) const;
    [[nodiscard]] Event::Finished cancelled(const Tried &request) const;

    Stage &m_backend;
    const Clock &m_clock;
    EngineSettings m_settings;
    Random m_random;
    Id m_lastId = 0;
    std::unordered_map<Id, Tried *> m_requests; ///< Those that have not ended; owned by the caller.
};

} // namespace Tempera
