// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/enginesettings.h"
#include "models/core/ports/clock.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <unordered_map>
#include <vector>

namespace Tempera {

class Attempt;

/// Decides what runs: a queue with slots for each endpoint, first come first served, and the retries. Engine thread;
/// only the sinks that it hands to backends are called from other threads.
class Scheduler final : public QObject
{
public:
    /// Gives a number in [0, 1) for the jitter of retries.
    using Random = std::function<double()>;

    Scheduler(std::vector<Backend *> backends, const Clock &clock, const EngineSettings &settings, Random random);
    ~Scheduler() override;

    /// The sink gets exactly one Finished or Failed as last event, cancelled or not.
    void submit(const GenerationRequest &request, std::stop_token stop, BackendSink sink);
    /// Forgets all work; sinks stay silent.
    void dropAll();
    void setSettings(const EngineSettings &settings);

    [[nodiscard]] Backend *backendFor(const Endpoint &endpoint) const;

private:
    using Id = quint64;
    struct Entry;
    /// The requests to one endpoint.
    struct Lane {
        std::deque<Id> waiting; ///< May name entries that are gone.
        int running = 0;        ///< Taken slots; a request that waits for its retry keeps its slot.
    };

    [[nodiscard]] std::chrono::milliseconds deadlineOf(const GenerationRequest &request) const;
    [[nodiscard]] int slotsFor(const Endpoint &endpoint) const;
    void pump(const QString &lane);
    void launch(Entry &entry);
    void attemptEnded(Id id, int attempt, const GenerationEvent &end);
    void attemptFailed(Entry &entry, const Error &error);
    void retryLater(Entry &entry, const Error &cause, std::chrono::milliseconds wait);
    void startDeadline(Entry &entry);
    void deadlinePassed(Id id);
    void failLate(Entry &entry);
    void stopRequested(Id id);
    void finish(Entry &entry, GenerationEvent end);
    [[nodiscard]] Timings timingsOf(const Entry &entry, const Event::Finished &finished) const;
    [[nodiscard]] Event::Finished cancelled(const Entry &entry) const;

    std::vector<Backend *> m_backends;
    const Clock &m_clock;
    EngineSettings m_settings;
    Random m_random;
    Id m_lastId = 0;
    std::unordered_map<Id, std::unique_ptr<Entry>> m_entries;
    QHash<QString, Lane> m_lanes;
};

/// Why an endpoint cannot be used: nothing here speaks its kind.
[[nodiscard]] Error noBackendError(const Endpoint &endpoint);

} // namespace Tempera
