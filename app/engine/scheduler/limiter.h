// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/enginesettings.h"
#include "app/engine/scheduler/adaptiveslots.h"
#include "app/engine/stage.h"
#include "models/core/ports/clock.h"

#include <QObject>
#include <QString>

#include <deque>
#include <map>
#include <unordered_map>

namespace Tempera {

/// The stage that lets only so many requests to one endpoint through at once; first come, first served. A request keeps its
/// slot until its last event, also while it waits for its next attempt, so that an overloaded endpoint gets less work; and one
/// that says that it is overloaded gets fewer slots for a while, see AdaptiveSlots.
class Limiter final : public QObject, public Stage
{
public:
    /// `next` and `clock` outlive it.
    Limiter(Stage &next, const Clock &clock, const EngineSettings &settings);
    ~Limiter() override;

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// Slots for what starts from now on; what waits may start at once.
    void setSettings(const EngineSettings &settings);

private:
    using Id = quint64;
    class Waiting;
    /// The requests to one endpoint.
    struct Lane {
        std::deque<Id> waiting; ///< May name requests that are gone.
        int running = 0;        ///< Taken slots.
        AdaptiveSlots slots;
        bool isPumped = false;  ///< pump() is at it.
    };

    [[nodiscard]] int mostSlots(const Endpoint &endpoint) const;
    [[nodiscard]] bool isFull(const Lane &lane, const Endpoint &endpoint) const;
    void learn(const Waiting &request, const GenerationEvent &event);
    void pump(const QString &lane);
    void pass(Waiting &request);
    void stopRequested(Id id);
    void ended(Id id, GenerationEvent end);
    void left(Id id, const QString &lane, bool hasSlot);

    Stage &m_next;
    const Clock &m_clock;
    EngineSettings m_settings;
    Id m_lastId = 0;
    std::unordered_map<Id, Waiting *> m_requests; ///< Those that have not ended; owned by the caller.
    std::map<QString, Lane> m_lanes;
};

} // namespace Tempera
