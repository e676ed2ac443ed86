// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/liveestimate.h"
#include "models/items/livepromptreview.h"
#include "models/items/promptfaultsmodel.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/questionbar.h"
#include "widgets/common/selection.h"
#include "widgets/compare/answerviewmenu.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/runview.h"
#include "widgets/compare/variantactions.h"
#include "widgets/context/dialogs.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/lens/lensstate.h"
#include "widgets/library/librarypanel.h"
#include "widgets/mainwindow/baselineruns.h"
#include "widgets/mainwindow/batchviews.h"
#include "widgets/mainwindow/costviews.h"
#include "widgets/mainwindow/filecontroller.h"
#include "widgets/mainwindow/keyentry.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/mainwindow/requestviews.h"
#include "widgets/mainwindow/runcontroller.h"
#include "widgets/mainwindow/runsbeside.h"
#include "widgets/mainwindow/statuspanel.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/renderedpane.h"
#include "widgets/scoring/scoringfaces.h"

#include <QStackedWidget>

#include <algorithm>

namespace Tempera {

void MainWindow::connectRuns()
{
    connect(m_runs, &RunController::started, m_library, &LibraryPanel::reloadRuns);
    connect(m_runs, &RunController::ended, m_library, &LibraryPanel::reloadRuns);
    connect(m_library, &LibraryPanel::runRequested, m_runs, &RunController::reopen);
    connect(m_library, &LibraryPanel::stopRequested, m_runs, &RunController::stopRun);
    connect(m_library, &LibraryPanel::resumeRequested, m_runs, &RunController::resumeRun);
    connect(m_runs, &RunController::backgroundRunsChanged, this,
            [this] { m_status->setBackgroundRuns(m_runs->backgroundRuns()); });
    m_costs->connectRuns(*m_runs);
    connectBatches();
    m_runs->setGate([this](std::function<void()> run) { beforeRun(std::move(run)); });
    connect(m_variants, &VariantActions::keyRequested, m_keys, &KeyEntry::askFor);
    connect(m_compare, &ComparePanel::keyRequested, m_keys, &KeyEntry::askFor);
    connect(m_compare, &ComparePanel::runFailedRequested, m_runs,
            [this] { m_runs->run(RunScope{RunScope::Kind::MissingAndFailed, {}}); });
    connect(m_compare, &ComparePanel::runCellRequested, m_runs,
            [this] { m_runs->run(RunScope{RunScope::Kind::Cell, m_selection->key()}); });
    connect(m_compare, &ComparePanel::requestWanted, m_requests, [this] { m_requests->show(m_compare); });
    m_runs->setRaceSettings([this] { return m_compare->grid()->raceSettings(); });
    m_runs->setViewFactory([this] { return createRunView(); });
    connect(m_runs, &RunController::viewed, this, [this] { showAnswersOf(m_runs->view()); });
    connect(m_runs, &RunController::left, this, [this] { showAnswersOf(m_compare); });
    connectStoredRuns(m_compare, m_session, this);
    for (const QAction *action : m_scoring->actions()) // they are about the open experiment, and show what came of it there
        connect(action, &QAction::triggered, m_runs, &RunController::leaveView);
}

void MainWindow::connectBatches()
{
    m_batches->setGate([this](std::function<void()> plan) { beforeRun(std::move(plan)); });
    connect(m_batches, &BatchViews::runsChanged, m_library, &LibraryPanel::reloadRuns);
    connect(m_batches, &BatchViews::runRequested, m_runs, &RunController::reopen);
    connect(m_batches, &BatchViews::merged, m_runs, &RunController::readAgain);
    connect(m_batches, &BatchViews::isOver, this, [this](const QUuid &run, const QString &text) {
        m_questions->ask(text, {{tr("&Fetch Answers"), [this, run] { m_batches->fetch(run); }}, {tr("&Later"), {}}});
    });
}

/// Says what is wrong with the prompts before anything is spent. With some of it nothing can be run; the rest is asked
/// about once.
void MainWindow::beforeRun(std::function<void()> run)
{
    m_review->whenCurrent([this, run = std::move(run)] {
        const QList<PromptFault> faults = m_review->review().faults;
        if (faults.isEmpty() || faults == m_acceptedFaults) {
            run();
            return;
        }
        const Experiment &experiment = m_review->experiment();
        const auto forbidding = std::ranges::find_if(faults, &forbidsRun, &PromptFault::kind);
        const auto show = [this](qsizetype row) { showRendered()->showFault(static_cast<int>(row)); };
        if (forbidding != faults.cend()) {
            m_messages->showText(tr("Nothing was run. %1").arg(faultSentence(experiment, *forbidding)));
            show(forbidding - faults.cbegin());
            return;
        }
        QStringList sentences;
        for (const PromptFault &fault : faults)
            sentences += faultSentence(experiment, fault);
        Dialogs::askFaults(m_context, this, sentences, [this, run, faults, show](bool anyway) {
            if (!anyway) {
                show(0);
                return;
            }
            m_acceptedFaults = faults;
            run();
        });
    });
}

/// The answers, the inspector and the commands are of one experiment: the open one, or that of a run.
void MainWindow::showAnswersOf(QWidget *answers)
{
    const bool isOwn = answers == m_compare;
    InspectorPanel *before = seenInspector();
    m_answers->setCurrentWidget(answers);
    seenInspector()->openSameSections(*before);
    m_inspectors->setCurrentWidget(seenInspector());
    m_variants->setSeen(isOwn);
    followSeen();
    Q_EMIT seenAnswers()->currentCellChanged();
}

/// A ledger that cannot be used is reported before anything is run, with a way out.
void MainWindow::watchLedger()
{
    if (!m_context.ledger.whenOpen)
        return;
    m_context.ledger.whenOpen(this, [this](const Result<void> &opened) {
        if (opened)
            return;
        m_questions->ask(
            tr("%1 Runs are kept only until the program quits. The ledger can be renamed and a new one started; nothing is "
               "deleted.")
                .arg(errorMessage(opened.error())),
            {{tr("&Set Aside and Start a New One"), [this] { setLedgerAside(); }}, {tr("&Later"), {}}});
    });
}

void MainWindow::setLedgerAside()
{
    const Result<QString> aside = m_context.ledger.setAside();
    if (aside)
        m_messages->showText(tr("The old ledger is now %1.").arg(*aside));
    else
        m_messages->showError(aside.error());
    m_library->reloadRuns();
    m_status->reloadSpent();
}

/// What a run can be compared with comes from the ledger and from files.
void MainWindow::connectStoredRuns(ComparePanel *panel, const Session *session, QObject *owner)
{
    new BaselineRuns(m_context, panel->grid()->verdict(), session, owner);
    connect(new RunsBeside(m_context, panel, session, owner), &RunsBeside::failed, m_messages, &MessageBar::showError);
}

RunView *MainWindow::createRunView()
{
    auto *view = new RunView(m_context.session, m_answers);
    m_answers->addWidget(view);
    view->compare()->answerViews()->setView(m_context.state.answers);
    view->compare()->inlineAction()->setChecked(m_context.state.inlineDifferences);
    connect(view->compare()->inlineAction(), &QAction::toggled, this, &MainWindow::setInlineDifferences);
    view->compare()->showSameFace(*m_compare);
    view->compare()->grid()->filter()->setHistory(m_compare->grid()->filter()->history());
    view->compare()->grid()->filter()->setKept(m_compare->grid()->filter()->kept());
    connect(view->compare()->answerViews(), &AnswerViewMenu::changed, this, &MainWindow::setAnswerView);
    connect(view->compare(), &ComparePanel::requestWanted, m_requests, [this, view] { m_requests->show(view->compare()); });
    connect(view, &RunView::adoptRequested, this, &MainWindow::adoptRun);
    connectStoredRuns(view->compare(), &view->session(), view);
    createRunInspector(*view);
    return view;
}

void MainWindow::createRunInspector(RunView &view)
{
    auto *estimate = new LiveEstimate(m_context.session.catalog, m_context.counter, m_context.background, &view);
    m_runInspector = new InspectorPanel(
        view.document(), view.selection(), m_context.session.catalog, *estimate, view.session(), view.lens(),
        [&view] { return view.compare()->currentCellBody(); }, m_inspectors);
    m_runInspector->setReadOnly(true);
    m_inspectors->addWidget(m_runInspector);
    connect(m_runs, &RunController::viewed, estimate, [estimate, &view] { estimate->update(view.experiment()); });
    connect(view.compare(), &ComparePanel::alternativesRequested, m_runInspector, &InspectorPanel::showToken);
    connect(&view.lens(), &LensState::failed, m_messages, &MessageBar::showError);
    connect(view.compare(), &ComparePanel::currentCellChanged, m_runInspector, &InspectorPanel::refreshCell);
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
