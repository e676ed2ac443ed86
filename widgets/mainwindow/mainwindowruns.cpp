// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/comparepanel.h"
#include "widgets/compare/runview.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/mainwindow/filecontroller.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/mainwindow/runcontroller.h"
#include "widgets/mainwindow/statuspanel.h"

#include <QStackedWidget>

namespace Tempera {

void MainWindow::connectRuns()
{
    connect(m_runs, &RunController::started, m_library, &LibraryPanel::reloadRuns);
    connect(m_runs, &RunController::ended, m_library, &LibraryPanel::reloadRuns);
    connect(m_library, &LibraryPanel::runRequested, m_runs, &RunController::reopen);
    connect(m_library, &LibraryPanel::stopRequested, m_runs, &RunController::stopRun);
    connect(m_runs, &RunController::asideChanged, this, [this] { m_status->setRunsAside(m_runs->runsAside()); });
    m_runs->setViewFactory([this] { return createRunView(); });
    connect(m_runs, &RunController::viewed, this, [this] { m_answers->setCurrentWidget(m_runs->view()); });
    connect(m_runs, &RunController::left, this, [this] {
        m_answers->setCurrentWidget(m_compare);
        Q_EMIT m_compare->currentCellChanged();
    });
}

RunView *MainWindow::createRunView()
{
    auto *view = new RunView(m_context.session, m_answers);
    m_answers->addWidget(view);
    connect(view, &RunView::adoptRequested, this, &MainWindow::adoptRun);
    connect(view->compare(), &ComparePanel::currentCellChanged, this, [this, view] {
        const int cell = view->compare()->currentCell();
        if (m_answers->currentWidget() == view)
            m_inspector->showCell(cell < 0 ? nullptr : &view->session().cells().at(static_cast<std::size_t>(cell)));
    });
    return view;
}

RunView *MainWindow::runView() const
{
    return m_runs->view();
}

/// An experiment of the same file is changed, as a step that can be undone; another one is opened, without a name so that
/// it is not saved over what is there.
void MainWindow::adoptRun()
{
    const RunRecord record = m_runs->view()->session().record();
    const Experiment experiment = m_runs->view()->experiment();
    const bool isOwn = !record.experimentPath.isEmpty() && record.experimentPath == m_context.document->origin();
    if (isOwn || record.id == m_session->runId()) {
        m_runs->adoptViewed();
        m_context.document->edit(experiment, tr("Take the experiment of a run"));
        return;
    }
    m_files->whenSafe([this, experiment, run = record.id] {
        m_files->take({.experiment = experiment, .warnings = {}, .source = {}}, {});
        m_runs->showRun(run);
    });
}

} // namespace Tempera
