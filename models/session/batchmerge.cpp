// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchmerge.h"

#include "models/core/ports/batchservice.h"
#include "models/session/resume.h"
#include "models/session/spentbefore.h"

#include <QCoreApplication>

#include <utility>

namespace Tempera {

/// What the background does.
struct BatchMerge::Reading {
    RunToResume run;
    ReadSent read;
    Result<Experiment> sent = {};
};

BatchMerge::BatchMerge(const SessionContext &context, const BatchService &service, BatchResults results, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_answers(std::make_shared<BatchAnswers>(std::move(results))),
      m_engine(service.answering(m_answers))
{
    m_context.answers = m_engine.get();
}

BatchMerge::~BatchMerge() = default;

void BatchMerge::start(const QUuid &run, ReadSent read, const RunOptions &limits)
{
    m_limits = limits;
    loadRunToResume(*m_context.store, run, this, [this, read = std::move(read)](Result<RunToResume> stored) {
        if (stored)
            this->read(*std::move(stored), read);
        else
            fail(stored.error());
    });
}

void BatchMerge::read(RunToResume run, const ReadSent &read)
{
    if (run.stored.run.state == RunState::Running) {
        fail(
            failure(ErrorKind::Usage, QCoreApplication::translate("Batch", "This run is under way in another program.")).error());
        return;
    }
    const auto reading = std::make_shared<Reading>(std::move(run), read);
    const auto work = [reading] { reading->sent = reading->read(reading->run.stored.run); };
    if (m_context.background)
        return m_context.background->run(work, this, [this, reading] { resume(*reading); });
    work();
    resume(*reading);
}

void BatchMerge::resume(Reading &reading)
{
    if (m_isStopped) {
        Q_EMIT finished();
        return;
    }
    if (!reading.sent)
        return fail(reading.sent.error());
    const RunRecord &record = reading.run.stored.run;
    RunOptions options = m_limits;
    options.experimentPath = record.experimentPath;
    options.experimentYaml = record.experimentYaml;
    options.bodyMemory = 0; // nobody looks at them here
    options.cache = CacheUse::Never;
    takePlanOptions(record.planOptions, options);
    reading.run.then = *reading.sent;
    options.resume = std::make_shared<const RunToResume>(std::move(reading.run));
    const auto run = [this, experiment = *reading.sent](const RunOptions &limited) {
        m_session = std::make_unique<Session>(m_context);
        connect(m_session.get(), &Session::totalsChanged, this, &BatchMerge::progressed);
        connect(m_session.get(), &Session::refused, this, &BatchMerge::fail);
        connect(m_session.get(), &Session::storageFailed, this, [this](const Error &error) {
            m_session->stop(); // nothing is judged that cannot be kept
            fail(error);
        });
        connect(m_session.get(), &Session::finished, this, [this] {
            if (!m_hasFailed)
                Q_EMIT finished();
        });
        if (const Result<void> begun = m_session->run(experiment, limited); !begun)
            fail(begun.error());
    };
    if (options.limits.isUnlimited())
        return run(options);
    loadSpentBefore(m_context, options.limits, this, [this, options, run](const Result<SpentBefore> &before) {
        if (!before)
            return fail(before.error());
        RunOptions limited = options;
        limited.spentBefore = *before;
        run(limited);
    });
}

void BatchMerge::stop()
{
    m_isStopped = true;
    if (m_session && m_session->isPlanning()) {
        m_session->stop();
        Q_EMIT finished();
    } else if (m_session) {
        m_session->stop();
    }
}

RunTotals BatchMerge::totals() const
{
    return m_session ? m_session->totals() : RunTotals();
}

/// Once.
void BatchMerge::fail(const Error &error)
{
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT failed(error);
}

} // namespace Tempera
