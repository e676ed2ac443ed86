// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/runcontroller.h"

#include <QIcon>

using namespace Qt::StringLiterals;

namespace Tempera {

RunController::RunController(const WindowContext &context, Session &session, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_session(session),
      m_run(new QAction(QIcon::fromTheme(u"media-playback-start"_s), tr("&Run"), this)),
      m_stop(new QAction(QIcon::fromTheme(u"media-playback-stop"_s), tr("&Stop"), this))
{
    m_run->setObjectName(u"run"_s);
    m_run->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_run->setToolTip(tr("Run every variant on every case (Ctrl+Return)"));
    m_stop->setObjectName(u"stop"_s);
    m_stop->setShortcut(Qt::Key_Escape);
    m_stop->setToolTip(tr("Stop what is running; finished answers stay (Esc)"));
    connect(m_run, &QAction::triggered, this, &RunController::run);
    connect(m_stop, &QAction::triggered, this, &RunController::stop);
    connect(&session, &Session::finished, this, [this] {
        update();
        Q_EMIT ended();
    });
    connect(&session, &Session::branchesRunning, this, &RunController::update);
    connect(context.document, &ExperimentDocument::experimentChanged, this, &RunController::update);
    update();
}

void RunController::run()
{
    if (m_session.isRunning())
        return;
    RunOptions options;
    options.experimentPath = m_context.document->path();
    options.experimentYaml = m_context.document->fileText();
    options.plan.wantTrace = true; // the lens lives on it
    const Result<void> started = m_session.run(m_context.document->experiment(), options);
    update();
    if (!started)
        Q_EMIT failed(started.error());
    else
        Q_EMIT this->started();
}

void RunController::alsoStop(std::function<bool()> isRunning, std::function<void()> stop)
{
    m_otherRuns = std::move(isRunning);
    m_stopOther = std::move(stop);
}

void RunController::stop()
{
    m_session.stop();
    if (m_stopOther)
        m_stopOther();
    update();
}

void RunController::reopen(const QUuid &run)
{
    if (m_session.isRunning()) {
        Q_EMIT failed(failure(ErrorKind::Usage, tr("stop the running experiment first")).error());
        return;
    }
    m_context.session.store->loadRun(run, this, [this](const Result<StoredRun> &stored) {
        if (!stored)
            Q_EMIT failed(stored.error());
        else if (!m_session.isRunning())
            restore(*stored);
    });
}

void RunController::restore(const StoredRun &run)
{
    const Result<LoadedExperiment> loaded = readExperiment(run.run.experimentYaml, run.run.experimentPath, *m_context.files);
    if (!loaded) {
        Q_EMIT failed(loaded.error());
        return;
    }
    Q_EMIT reopened(*loaded, run.run.experimentPath);
    m_session.restore(run, loaded->experiment);
    update();
}

void RunController::update()
{
    const bool running = m_session.isRunning();
    m_run->setEnabled(!running && !m_context.document->experiment().variants.isEmpty());
    m_stop->setEnabled(running || m_session.hasRunningBranches() || (m_otherRuns && m_otherRuns()));
}

} // namespace Tempera
