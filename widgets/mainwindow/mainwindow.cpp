// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/mainwindow.h"

#include "models/experiment/autosave.h"
#include "models/items/liveestimate.h"
#include "models/items/livepromptreview.h"
#include "models/presets/presetstore.h"
#include "models/session/promptscoring.h"
#include "widgets/common/keyboardorder.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/plaintooltips.h"
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
#include "widgets/inspector/presetmenu.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/lens/lensstate.h"
#include "widgets/library/librarypanel.h"
#include "widgets/mainwindow/batchviews.h"
#include "widgets/mainwindow/costviews.h"
#include "widgets/mainwindow/detachedpane.h"
#include "widgets/mainwindow/filecontroller.h"
#include "widgets/mainwindow/fittingsplitter.h"
#include "widgets/mainwindow/keyentry.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/mainwindow/recovery.h"
#include "widgets/mainwindow/requestviews.h"
#include "widgets/mainwindow/runcontroller.h"
#include "widgets/mainwindow/runline.h"
#include "widgets/mainwindow/statuspanel.h"
#include "widgets/mainwindow/trustquestions.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/renderedpane.h"
#include "widgets/scoring/scoringfaces.h"

#include <KActionCollection>

#include <QCloseEvent>
#include <QDialog>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

MainWindow::MainWindow(WindowContext context, QWidget *parent)
    : QMainWindow(parent),
      m_context(std::move(context)),
      m_selection(new Selection(*m_context.document, this)),
      m_session(new Session(m_context.session, this)),
      m_lens(new LensState(*m_context.document, *m_selection, *m_session, this)),
      m_estimate(new LiveEstimate(m_context.session.catalog, m_context.counter, m_context.background, this)),
      m_review(new LivePromptReview(m_context.background, this)),
      m_files(new FileController(m_context, this)),
      m_trust(new TrustQuestions(m_context.trust, this)),
      m_runs(new RunController(m_context, *m_session, *m_selection, this)),
      m_variants(new VariantActions(m_context, *m_selection, this)),
      m_keys(new KeyEntry(m_context, this)),
      m_commands(new KActionCollection(this, u"tempera"_s))
{
    setObjectName(u"mainWindow"_s);
    new PlainToolTips(this);
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    createCentre();
    createDocks();
    createToolBar();
    createMenus();
    m_status = new StatusPanel(*m_session, m_context.session.store, m_context.session.clock, statusBar());
    connect(m_status, &StatusPanel::timeLeftChanged, m_runLine, &RunLine::setTimeLeft);
    connect(m_status, &StatusPanel::spendRequested, m_costs, &CostViews::showSpend);
    connectPanels();
    connectFailures();
    m_panes = new PaneLayout(this, {m_library, m_prompt, m_answers, m_inspectors});
    m_panes->restore(m_context.state);
    m_answersWindow->restore(m_context.state.detached);
    keepDialogs(this);
    updateTitle();
    m_library->setRecentFiles(m_files->recentFiles());
    m_estimate->update(m_context.document->experiment());
    updateReview();
}

MainWindow::~MainWindow()
{
    m_answersWindow->hide();
    hide(); // views that are hidden measure themselves once more: while there is still what they show
    // A cell that is being typed is written when its editor goes, which is after the window's own part.
    m_context.document->disconnect(this);
    // Dialogs refer to the commands and the session: one that is still open is destroyed before them.
    qDeleteAll(findChildren<QDialog *>(Qt::FindDirectChildrenOnly));
    delete m_runInspector; // it refers to the view
    // Handles of running generations are destroyed before anything that shows them.
    delete m_batches;
    delete m_runs->view();
    delete m_runs;
    delete m_session;
}

void MainWindow::createCentre()
{
    auto *centre = new QWidget(this);
    m_messages = new MessageBar(centre);
    m_questions = new QuestionBar(centre);
    m_recovery = new Recovery(m_context, *m_files, *m_questions, this);
    m_prompt = new PromptPanel(*m_context.document, *m_selection, *m_session, *m_review, m_context.counter, centre);
    m_compare =
        new ComparePanel(*m_context.document, *m_selection, *m_session, m_variants, *m_lens, m_context.background, centre);
    m_compare->setRunStore(m_context.session.store);
    m_costs = new CostViews(m_context, *m_session, *m_compare, this);
    m_batches = new BatchViews(m_context, this);
    m_requests = new RequestViews(m_context, this);
    m_scoring = new ScoringFaces(m_context.session, *m_context.document, *m_selection, *m_compare, this);
    auto *splitter = new FittingSplitter(centre);
    splitter->setObjectName(u"centre"_s);
    splitter->addWidget(m_prompt);
    m_answers = new QStackedWidget(splitter);
    m_answers->addWidget(m_compare);
    splitter->addWidget(m_answers);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    m_answersWindow = new DetachedPane(splitter, m_answers, this);
    m_answersWindow->setWindowTitle(tr("Compare — Tempera"));
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_questions);
    column->addWidget(splitter, 1);
    setCentralWidget(centre);
}

void MainWindow::createDocks()
{
    m_library = new LibraryPanel(m_context, this);
    m_inspectors = new QStackedWidget(this);
    m_inspector = new InspectorPanel(
        *m_context.document, *m_selection, m_context.session.catalog, *m_estimate, *m_session, *m_lens,
        [this] { return m_compare->currentCellBody(); }, m_inspectors);
    m_inspectors->addWidget(m_inspector);
    auto *presets = new PresetStore(m_context.files, m_context.presetFile, this);
    m_inspector->sampling()->presets()->setStore(presets, [this](std::function<void(const QString &)> callback) {
        Dialogs::askForFile(m_context, this, FilePurpose::OpenPreset, {}, std::move(callback));
    });
    if (presets->problem())
        m_messages->showError(*presets->problem());
    const auto addDock = [this](const QString &name, const QString &title, QWidget *panel, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        dock->setWidget(panel);
        dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
        addDockWidget(area, dock);
        return dock;
    };
    QDockWidget *left = addDock(u"libraryDock"_s, tr("Library"), m_library, Qt::LeftDockWidgetArea);
    QDockWidget *right = addDock(u"inspectorDock"_s, tr("Inspector"), m_inspectors, Qt::RightDockWidgetArea);
    resizeDocks({left, right}, {220, 320}, Qt::Horizontal);
}

void MainWindow::createToolBar()
{
    QToolBar *bar = addToolBar(tr("Run"));
    bar->setObjectName(u"runBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(m_runs->runAction());
    auto *scopes = new QMenu(bar);
    scopes->setToolTipsVisible(true); // which say why one cannot be had
    scopes->addActions(m_runs->scopeActions());
    scopes->addAction(m_runs->resumeAction());
    if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(m_runs->runAction()))) {
        button->setObjectName(u"runButton"_s);
        button->setMenu(scopes);
        button->setPopupMode(QToolButton::MenuButtonPopup);
    }
    bar->addAction(m_runs->stopAction());
    bar->addSeparator();
    m_repeat = new QSpinBox(bar);
    m_repeat->setObjectName(u"repeat"_s);
    m_repeat->setRange(1, mostRepeats);
    m_repeat->setPrefix(tr("repeat ×"));
    m_repeat->setAccessibleName(tr("How often each cell is run"));
    m_repeat->setToolTip(m_repeat->accessibleName());
    m_repeat->setValue(m_context.document->experiment().repeat);
    connect(m_repeat, &QSpinBox::valueChanged, this, &MainWindow::setRepeat);
    bar->addWidget(m_repeat);
    bar->addSeparator();
    m_estimate->follow(*m_session);
    m_runLine = new RunLine(*m_estimate, *m_session, bar);
    m_runLine->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_runLine->setBudget(m_context.state.budget);
    m_runs->setBudget(m_context.state.budget);
    connect(m_runLine, &RunLine::budgetChanged, this, [this] {
        m_context.state.budget = m_runLine->budget();
        m_runs->setBudget(m_context.state.budget);
    });
    bar->addWidget(m_runLine);
}

void MainWindow::connectPanels()
{
    ExperimentDocument *document = m_context.document;
    connect(document, &ExperimentDocument::experimentChanged, this, [this, document] {
        m_estimate->update(document->experiment());
        updateReview();
        const QSignalBlocker quiet(m_repeat);
        if (m_repeat->value() != document->experiment().repeat) // else it is being typed there
            m_repeat->setValue(document->experiment().repeat);
    });
    connect(m_selection, &Selection::changed, this, &MainWindow::updateReview);
    connect(document, &ExperimentDocument::modifiedChanged, this, &MainWindow::updateTitle);
    connect(m_compare, &ComparePanel::currentCellChanged, m_inspector, &InspectorPanel::refreshCell);
    connect(m_compare, &ComparePanel::evidenceChanged, m_prompt->rendered(), &RenderedPane::setEvidence);
    connect(m_files, &FileController::recentFilesChanged, this, [this] {
        m_library->setRecentFiles(m_files->recentFiles());
        rememberState();
    });
    connect(m_prompt, &PromptPanel::importRequested, this, &MainWindow::askImport);
    connect(m_prompt, &PromptPanel::importDropped, this,
            [this](const QString &path) { m_prompt->importCases(path, m_context.readTable); });
    connect(m_library, &LibraryPanel::openRequested, m_files, &FileController::open);
    connect(m_library, &LibraryPanel::modelRequested, m_runs, &RunController::leaveView); // the column is to be seen
    connect(m_library, &LibraryPanel::modelRequested, m_variants, &VariantActions::addEndpoint);
    connect(m_compare, &ComparePanel::alternativesRequested, m_inspector, &InspectorPanel::showToken);
    m_runs->alsoStop([this] { return m_scoring->isRunning() || m_lens->promptScoring().isRunning(); },
                     [this] {
                         m_scoring->stop();
                         m_lens->promptScoring().stop();
                     });
    connect(&m_lens->promptScoring(), &PromptScoring::progressChanged, m_runs, &RunController::update);
    connect(m_scoring, &ScoringFaces::runningChanged, m_runs, &RunController::update);
    m_runs->stopOnEscape(m_answers);
    m_compare->answerViews()->setView(m_context.state.answers);
    m_compare->grid()->filter()->setKept(m_context.state.filters);
    m_compare->grid()->filter()->setHistory(m_context.state.filterHistory);
    connect(m_compare->answerViews(), &AnswerViewMenu::changed, this, &MainWindow::setAnswerView);
    m_compare->inlineAction()->setChecked(m_context.state.inlineDifferences);
    connect(m_compare->inlineAction(), &QAction::toggled, this, &MainWindow::setInlineDifferences);
    connectRuns();
}

void MainWindow::connectFailures()
{
    connect(m_files, &FileController::failed, m_messages, &MessageBar::showError);
    connect(m_files, &FileController::warned, m_messages, &MessageBar::showText);
    connect(m_files, &FileController::opened, m_messages, &QWidget::hide);
    connect(m_files, &FileController::filesRefused, m_trust, &TrustQuestions::askAboutFiles);
    connect(m_trust, &TrustQuestions::allowed, m_files, &FileController::readAgain);
    connect(m_trust, &TrustQuestions::failed, m_messages, &MessageBar::showError);
    connect(m_recovery, &Recovery::failed, m_messages, &MessageBar::showError);
    connect(m_recovery, &Recovery::told, m_messages, &MessageBar::showText);
    connect(m_runs, &RunController::failed, m_messages, &MessageBar::showError);
    connect(m_runs, &RunController::started, m_messages, &QWidget::hide);
    connect(m_library, &LibraryPanel::failed, m_messages, &MessageBar::showError);
    connect(m_lens, &LensState::failed, m_messages, &MessageBar::showError);
    connect(m_costs, &CostViews::failed, m_messages, &MessageBar::showError);
    connect(m_batches, &BatchViews::failed, m_messages, &MessageBar::showError);
    connect(m_batches, &BatchViews::told, m_messages, &MessageBar::showText);
    connect(m_scoring, &ScoringFaces::failed, m_messages, &MessageBar::showError);
    connect(m_session, &Session::storageFailed, m_messages, &MessageBar::showError);
}

void MainWindow::updateReview()
{
    m_review->update(m_context.document->experiment(), m_selection->key());
}

void MainWindow::setVisible(bool visible)
{
    if (visible && !m_painted)
        m_compare->settle();
    QMainWindow::setVisible(visible);
}

void MainWindow::updateTitle()
{
    const QString path = m_context.document->path();
    const QString name = path.isEmpty() ? tr("New experiment") : QFileInfo(path).fileName();
    setWindowTitle(u"%1[*] — Tempera"_s.arg(name));
    setWindowModified(m_context.document->isModified());
}

void MainWindow::setRepeat(int repeat)
{
    Experiment next = m_context.document->experiment();
    next.repeat = repeat;
    m_context.document->edit(std::move(next), tr("Change the repeats"), u"repeat"_s);
}

void MainWindow::setColours(ColourScheme scheme)
{
    m_context.state.colours = scheme;
    applyColourScheme(scheme);
    rememberState();
}

void MainWindow::setAnswerView(AnswerView view)
{
    m_context.state.answers = view;
    m_compare->answerViews()->setView(view);
    if (RunView *viewed = m_runs->view())
        viewed->compare()->answerViews()->setView(view);
    rememberState();
}

void MainWindow::setInlineDifferences(bool shown)
{
    m_context.state.inlineDifferences = shown;
    m_compare->inlineAction()->setChecked(shown);
    if (RunView *viewed = m_runs->view())
        viewed->compare()->inlineAction()->setChecked(shown);
    rememberState();
}

void MainWindow::rememberState()
{
    m_panes->save(m_context.state);
    m_context.state.detached = m_answersWindow->place();
    m_context.state.filters = m_compare->grid()->filter()->kept();
    m_context.state.filterHistory = m_compare->grid()->filter()->history();
    if (m_context.saveState)
        m_context.saveState(m_context.state);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return focusInReadingOrder(*this, next);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_batches->isSending()) { // what costs money is to be known before the window goes
        event->ignore();
        m_messages->showText(tr("Batches are being sent. The window closes when it is known what came of it."));
        connect(m_batches, &BatchViews::sendingEnded, this, &QWidget::close,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection | Qt::SingleShotConnection));
        return;
    }
    if (!m_closing && m_context.document->isModified()) {
        event->ignore();
        m_files->whenSafe([this] {
            m_closing = true;
            // A second close() inside the first one would be taken for the first.
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
        return;
    }
    m_closing = false;
    if (m_context.autosave)
        m_context.autosave->end();
    rememberState();
    m_answersWindow->hide();
    event->accept();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (m_painted)
        return;
    m_painted = true;
    QTimer::singleShot(0, this, [this] {
        Q_EMIT firstPainted();
        // The display is sent the icon in all its sizes, which takes as long as the window's own creation.
        setWindowIcon(QIcon(u":/tempera/icons/tempera.svg"_s));
        watchLedger(); // it opens beside the window, but not beside the first picture
        m_status->reloadSpent();
        m_batches->follow();
        m_recovery->lookForUntitled();
    });
}

} // namespace Tempera
