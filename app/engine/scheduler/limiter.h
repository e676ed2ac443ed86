// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/enginesettings.h"
#include "app/engine/scheduler/fairqueue.h"
#include "app/engine/scheduler/lanelimits.h"
#include "app/engine/stage.h"
#include "models/core/ports/clock.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace Tempera {

/// The stage that lets through what a lane allows (see LaneLimits): the requests to one address and model with one key. The
/// others wait in order, the runs by turns (see FairQueue), and are told why. A request gives its slot back while it waits for
/// its next attempt; when that wait is over it queues again, at the place that it had.
class Limiter final : public QObject, public Stage
{
public:
    /// `next` and `clock` outlive it.
    Limiter(Stage &next, const Clock &clock, const EngineSettings &settings);
    ~Limiter() override;

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// For what starts from now on; what waits may start at once.
    void setSettings(const EngineSettings &settings);

private:
    using Id = FairQueue::Id;
    class Waiting;
    /// Why a request waits, and until when (monotonic): a length of time would be another one at each look at the clock.
    struct Reason {
        WaitCause cause = WaitCause::Slots;
        std::optional<std::chrono::microseconds> until; ///< Nothing = until an attempt has ended.
    };
    struct Lane {
        Endpoint endpoint;
        FairQueue queue; ///< Those that wait for their turn.
        LaneLimits limits;
        std::optional<Reason> reason;      ///< Why the first of them waits; nothing where none does.
        std::unique_ptr<ClockTimer> timer; ///< Until that may be over.
        int members = 0;                   ///< Requests that have not ended.
        bool isPumped = false;             ///< pump() is at it.
    };

    void setLimits(Lane &lane) const;
    [[nodiscard]] Lane &laneOf(const Waiting &request);
    void pump(const QString &lane);
    void sendNext(Lane &lane);
    void waitOn(const QString &name, Lane &lane);
    void send(Waiting &request, Lane &lane);
    void pass(Waiting &request);
    void notice(Id id, std::atomic<bool> &watched, const GenerationEvent &event);
    void hear(Id id, const GenerationEvent &event);
    void answers(Id id);
    void retrying(Id id, const Event::Retrying &event);
    void requeue(Waiting &request);
    void attemptEnded(Lane &lane, Waiting &request, const GenerationEvent &how);
    static void tell(Waiting &request, const Reason &reason, std::chrono::microseconds now);
    void tellAll(const Lane &lane, const Reason &reason);
    void stopRequested(Id id);
    void ended(Id id, GenerationEvent end);
    void left(const Waiting &request);

    Stage &m_next;
    const Clock &m_clock;
    EngineSettings m_settings;
    Id m_lastId = 0;
    std::unordered_map<Id, Waiting *> m_requests; ///< Those that have not ended; owned by the caller.
    std::map<QString, Lane> m_lanes;
};

} // namespace Tempera
