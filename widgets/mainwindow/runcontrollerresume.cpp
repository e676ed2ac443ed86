// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/backgroundruns.h"
#include "models/session/resume.h"
#include "models/session/spentbefore.h"
#include "models/stats/resampling.h"
#include "widgets/compare/runview.h"
#include "widgets/mainwindow/runcontroller.h"

#include <QRandomGenerator>

#include <utility>

namespace Tempera {

void RunController::resumeRun(const QUuid &run)
{
    if (run.isNull() || m_session.isRunning() || m_session.isPlanning())
        return;
    if (m_background->has(run)) { // it goes on already
        reopen(run);
        return;
    }
    loadRunToResume(*m_context.session.store, run, this, [this](const Result<RunToResume> &stored) {
        if (stored)
            resumeStored(*stored);
        else
            Q_EMIT failed(stored.error());
    });
}

/// Whether a run is of the open experiment. One that was never saved is only while it is shown there.
bool RunController::isOwn(const RunRecord &run) const
{
    return run.id == m_session.runId() || (!run.experimentPath.isEmpty() && run.experimentPath == m_context.document->origin());
}

void RunController::resumeStored(RunToResume run)
{
    const RunRecord record = run.stored.run;
    if (record.state == RunState::Running) {
        Q_EMIT failed(failure(ErrorKind::Usage, tr("This run is under way in another program.")).error());
        return;
    }
    readExperimentOf(record, [this, run = std::move(run)](const Result<LoadedExperiment> &loaded) { resumeRead(run, loaded); });
}

void RunController::resumeRead(RunToResume run, const Result<LoadedExperiment> &loaded)
{
    if (m_session.isRunning() || m_session.isPlanning())
        return;
    const RunRecord record = run.stored.run;
    const bool isKnown = loaded && loaded->refused.isEmpty();
    if (isKnown)
        run.then = loaded->experiment;
    const auto resume = std::make_shared<const RunToResume>(std::move(run));
    if (isOwn(record))
        resumeOwn(resume);
    else if (loaded)
        resumeViewed(resume, *loaded);
    else
        Q_EMIT failed(loaded.error());
}

void RunController::resumeOwn(const std::shared_ptr<const RunToResume> &resume)
{
    leaveView();
    RunOptions wish;
    wish.resume = resume;
    throughGate(wish);
}

/// By what its file holds now; as it was run where there is no such file.
void RunController::resumeViewed(const std::shared_ptr<const RunToResume> &resume, const LoadedExperiment &loaded)
{
    const StoredRun &stored = resume->stored;
    const std::optional<Experiment> now = experimentOf(stored.run.experimentPath);
    ensureView()->show(stored, loaded, now);
    m_viewing = true;
    RunOptions options;
    options.experimentPath = stored.run.experimentPath;
    options.plan.wantTrace = true;
    options.cache = CacheUse::Settled;
    options.resume = resume;
    takePlanOptions(stored.run.planOptions, options);
    Q_EMIT viewed();
    withLimits(options, [this, run = stored.run.id, experiment = now.value_or(loaded.experiment)](const RunOptions &limited) {
        if (m_viewing && m_view->session().runId() == run)
            startViewed(experiment, limited);
    });
}

void RunController::startViewed(const Experiment &experiment, const RunOptions &options)
{
    const Result<void> begun = m_view->session().run(experiment, options);
    m_view->updateBanner();
    update();
    if (!begun)
        Q_EMIT failed(begun.error());
    else if (!m_view->session().isPlanning())
        Q_EMIT started();
}

/// What all runs together may spend, and what was spent of it, goes with the run. Nothing is run where that cannot be told.
void RunController::withLimits(RunOptions options, std::function<void(const RunOptions &)> run)
{
    options.maxCost = m_budget;
    if (m_context.limits)
        options.limits = m_context.limits();
    if (options.limits.isUnlimited()) {
        run(options);
        return;
    }
    loadSpentBefore(m_context.session, options.limits, this,
                    [this, options, run = std::move(run)](const Result<SpentBefore> &before) {
                        if (!before) {
                            Q_EMIT failed(before.error());
                            return;
                        }
                        RunOptions limited = options;
                        limited.spentBefore = *before;
                        run(limited);
                    });
}

void RunController::runPilot(int cases)
{
    if (m_session.isRunning() || m_session.isPlanning())
        return;
    leaveView();
    const auto all = static_cast<std::size_t>(m_context.document->experiment().cases.size());
    StatsRandom random(QRandomGenerator::global()->generate64());
    RunOptions wish;
    for (const std::size_t index : randomOrder(all, random)) {
        if (wish.plan.caseIndexes.size() < cases)
            wish.plan.caseIndexes += static_cast<int>(index);
    }
    throughGate(wish);
}

} // namespace Tempera
