// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/backgroundruns.h"
#include "widgets/compare/runview.h"
#include "widgets/context/experimentreading.h"
#include "widgets/mainwindow/runcontroller.h"

namespace Tempera {
namespace {

/// Cells of a run that are read before it is shown; the session reads the others.
constexpr int firstCells = 1'000;

} // namespace

bool RunController::isViewing() const
{
    return m_viewing;
}

int RunController::backgroundRuns() const
{
    return m_background->count();
}

RunView *RunController::ensureView()
{
    if (!m_view) {
        m_view = m_makeView();
        connect(m_view, &RunView::leaveRequested, this, &RunController::leaveView);
        connect(m_view, &RunView::resumeRequested, m_resume, &QAction::trigger);
        connect(&m_view->session(), &Session::planningChanged, this, &RunController::update);
        connect(&m_view->session(), &Session::refused, this, &RunController::failed);
        connect(&m_view->session(), &Session::begun, this, [this] {
            update();
            Q_EMIT started();
        });
        connect(&m_view->session(), &Session::branchesRunning, this, &RunController::update);
        connect(&m_view->session(), &Session::storageFailed, &m_session, &Session::storageFailed);
        connect(&m_view->session(), &Session::finished, this, [this] {
            update();
            Q_EMIT ended();
        });
    }
    m_background->put(m_view->release());
    return m_view;
}

/// What the file of a run holds today; the open experiment where it is its own. Nothing where scripts make its tests: nobody waits
/// for them here.
std::optional<Experiment> RunController::experimentOf(const QString &path) const
{
    if (!path.isEmpty() && path == m_context.document->origin())
        return m_context.document->experiment();
    const Result<QByteArray> text = path.isEmpty() ? failure(ErrorKind::File, {}) : m_context.files->read(path);
    if (!text)
        return std::nullopt;
    const Result<LoadedExperiment> loaded =
        readExperiment(*text, path, *m_context.files, m_context.trust.foldersOf(path), {}, TestScripts::Leave);
    return loaded && !loaded->needsScripts ? std::optional(loaded->experiment) : std::nullopt;
}

void RunController::reopen(const QUuid &run)
{
    if (m_session.runId() == run && m_session.isRunning()) {
        leaveView(); // it is what the open experiment shows
        return;
    }
    if (m_view && m_view->session().runId() == run) {
        m_viewing = true;
        Q_EMIT viewed();
        return;
    }
    if (std::unique_ptr<HeldRun> held = m_background->take(run)) {
        const QString path = held->run->record().experimentPath;
        ensureView()->show(std::move(held), experimentOf(path));
        m_viewing = true;
        update();
        Q_EMIT viewed();
        return;
    }
    m_context.session.store->loadPage(run, {.after = {}, .limit = firstCells}, this, [this](const Result<StoredRun> &stored) {
        if (!stored)
            Q_EMIT failed(stored.error());
        else
            viewStored(*stored);
    });
}

/// Hands over what was run, at once or later. Where that is the open experiment as it is, its data need not be read once more.
void RunController::readExperimentOf(const RunRecord &run, std::function<void(const Result<LoadedExperiment> &)> callback)
{
    const ExperimentDocument &open = *m_context.document;
    const bool isOpen = !run.experimentPath.isEmpty() && run.experimentPath == open.origin() && !open.isModified()
                        && !run.experimentYaml.isEmpty() && run.experimentYaml == open.keptText();
    if (isOpen)
        callback(LoadedExperiment{.experiment = open.experiment(), .warnings = {}, .source = {}, .refused = open.refused()});
    else
        readForWindow(m_context, run.experimentYaml, run.experimentPath, this, std::move(callback));
}

void RunController::viewStored(const StoredRun &run)
{
    const quint64 number = ++m_viewAsked;
    readExperimentOf(run.run, [this, run, number](const Result<LoadedExperiment> &loaded) {
        if (number != m_viewAsked)
            return;
        if (!loaded) {
            Q_EMIT failed(loaded.error());
            return;
        }
        // An experiment that was never saved can only be the open one.
        const bool isOwn = run.run.id == m_session.runId();
        ensureView()->show(run, *loaded, isOwn ? m_context.document->experiment() : experimentOf(run.run.experimentPath));
        m_viewing = true;
        update();
        Q_EMIT viewed();
    });
}

void RunController::leaveView()
{
    if (!m_viewing)
        return;
    m_viewing = false;
    m_background->put(m_view->release());
    update();
    Q_EMIT left();
}

void RunController::adoptViewed()
{
    if (!m_viewing)
        return;
    const QUuid run = m_view->session().runId();
    leaveView();
    if (m_session.runId() != run)
        showRun(run);
}

void RunController::readAgain(const RunRecord &run)
{
    const QUuid shown = m_session.runId();
    const bool isIdle = !m_session.isRunning() && !m_session.isPlanning();
    if (isIdle && (shown == run.id || (shown.isNull() && isOwn(run))))
        showRun(run.id);
    if (!m_view || m_view->session().runId() != run.id || m_view->session().isRunning())
        return;
    m_background->put(m_view->release());
    if (m_viewing)
        reopen(run.id);
}

void RunController::showRun(const QUuid &run)
{
    const quint64 asked = ++m_asked;
    m_background->put(m_session.release());
    if (std::unique_ptr<HeldRun> held = m_background->take(run)) {
        m_session.show(std::move(held));
        update();
        return;
    }
    loadNext({run}, asked);
}

} // namespace Tempera
