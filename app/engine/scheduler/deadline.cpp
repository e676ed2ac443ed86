// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/deadline.h"

#include "app/engine/batcher.h"
#include "app/engine/enginelogging.h"
#include "app/engine/scheduler/retrypolicy.h"
#include "app/engine/serveroptions.h"

#include <atomic>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Tempera {

milliseconds deadlineOf(const GenerationRequest &request, const EngineSettings &settings)
{
    if (request.timeouts.total)
        return *request.timeouts.total;
    if (request.endpoint.kind != EndpointKind::Remote)
        return milliseconds(0);
    const EndpointOptions *options = serverOptions(settings, request.endpoint.baseUrl);
    return options && options->totalLimit > milliseconds(0) ? options->totalLimit : settings.remoteDeadline;
}

/// A request that has a deadline.
class Deadline::Timed final : public BackendJob
{
public:
    Timed(const Clock &clock, milliseconds limit, QString place, std::stop_token stop, BackendSink sink)
        : m_limit(limit),
          m_place(std::move(place)),
          m_stop(std::move(stop)),
          m_sink(std::move(sink)),
          m_timer(clock.timer([this] { pass(); }))
    {
        m_timer->start(limit);
        // Runs on whatever thread asks to stop.
        m_onStop.emplace(m_stop, [inner = m_inner]() mutable { inner.request_stop(); });
    }

    void goOn() override
    {
        if (m_job)
            m_job->goOn();
    }

    void begin(Stage &next, const GenerationRequest &request)
    {
        // What passes comes on any thread, and may come while this is destroyed.
        m_job = next.start(request, m_inner.get_token(), [this, sink = m_sink, sawText = m_sawText](GenerationEvent event) {
            if (isEnd(event))
                return end(std::move(event));
            if (isVisible(event))
                *sawText = true;
            sink(std::move(event));
        });
    }

private:
    void pass()
    {
        m_isLate = true;
        std::stop_source inner = m_inner; // its end may come from inside the call, and destroy this
        inner.request_stop();             // with what was reported of the usage
    }

    void end(GenerationEvent event)
    {
        m_timer->stop();
        const BackendSink sink = std::move(m_sink);
        const auto *stopped = std::get_if<Event::Finished>(&event);
        if (!m_isLate || m_stop.stop_requested() || !stopped || stopped->reason != FinishReason::Cancelled)
            return sink(std::move(event)); // may destroy this
        if (stopped->usage.inputTokens || stopped->usage.outputTokens)
            sink(Event::UsageUpdate{stopped->usage}); // what was reported was paid, whatever came after
        sink(Event::Failed{lateError()});
    }

    [[nodiscard]] Error lateError() const
    {
        const double seconds = std::chrono::duration<double>(m_limit).count();
        qCInfo(logEngine) << "deadline of" << m_place;
        const Error error =
            failure(ErrorKind::Timeout,
                    u"not finished within %1 s, the limit for a whole request"_s.arg(QString::number(seconds)), m_place)
                .error();
        return finalError(error, *m_sawText ? Progress::SomethingVisible : Progress::NothingVisible);
    }

    milliseconds m_limit;
    QString m_place;
    std::stop_token m_stop;   ///< The caller's.
    std::stop_source m_inner; ///< Stops with the caller's, and at the deadline.
    BackendSink m_sink;
    std::shared_ptr<std::atomic<bool>> m_sawText = std::make_shared<std::atomic<bool>>(false);
    bool m_isLate = false;
    std::unique_ptr<ClockTimer> m_timer;
    std::unique_ptr<BackendJob> m_job;                                 ///< The next stage's.
    std::optional<std::stop_callback<std::function<void()>>> m_onStop; ///< Last member: goes first.
};

Deadline::Deadline(Stage &next, const Clock &clock, const EngineSettings &settings)
    : m_next(next), m_clock(clock), m_settings(settings)
{
}

std::unique_ptr<BackendJob> Deadline::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    const milliseconds limit = deadlineOf(request, m_settings);
    if (limit <= milliseconds(0))
        return m_next.start(request, std::move(stop), std::move(sink));
    auto timed = std::make_unique<Timed>(m_clock, limit, request.endpoint.shownId(), std::move(stop), std::move(sink));
    timed->begin(m_next, request);
    return timed;
}

} // namespace Tempera
