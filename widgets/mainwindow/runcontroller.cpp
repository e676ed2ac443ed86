// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/runcontroller.h"

#include "models/core/counted.h"
#include "models/session/backgroundruns.h"
#include "models/session/resume.h"
#include "widgets/common/selection.h"
#include "widgets/compare/runview.h"

#include <QIcon>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int searchedRuns = 500;        ///< Newest runs that are looked through for those of a file.
constexpr qsizetype joinedRuns = 8;      ///< Partial runs whose answers are put together.
constexpr qsizetype wholeScopes = 2;     ///< That many of the scopes are about all cells; they are first.
constexpr qsizetype lookedAtCases = 200; ///< Whose checks are looked for while somebody types; see raceObstacle().
constexpr int mostShownCells = 20000;    ///< A larger run is opened only when it is asked for.

/// Whether each place of the experiment could have its answer in these cells.
bool isWhole(const Experiment &experiment, int cells)
{
    const auto places = std::max<qsizetype>(1, experiment.cases.size()) * experiment.prompts.size() * experiment.variants.size()
                        * experiment.repeat;
    return cells >= places;
}

} // namespace

RunController::RunController(const WindowContext &context, Session &session, Selection &selection, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_session(session),
      m_selection(selection),
      m_background(new BackgroundRuns(this)),
      m_run(new QAction(QIcon::fromTheme(u"media-playback-start"_s), tr("&Run"), this)),
      m_stop(new QAction(QIcon::fromTheme(u"media-playback-stop"_s), tr("&Stop"), this)),
      m_resume(new QAction(QIcon::fromTheme(u"media-seek-forward"_s), tr("Res&ume Run"), this))
{
    m_run->setObjectName(u"run"_s);
    m_run->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_run->setToolTip(tr("Run every variant on every case, or only the variants that were added since (Ctrl+Return)"));
    m_stop->setObjectName(u"stop"_s);
    m_stop->setShortcut(Qt::SHIFT | Qt::Key_Escape);
    m_stop->setToolTip(tr("Stop what is running; finished answers stay (Esc in the answers, Shift+Esc anywhere)"));
    m_resume->setObjectName(u"run_resume"_s);
    m_resume->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    m_resume->setToolTip(tr("Ask what a stopped or interrupted run has not asked yet; its finished answers stay"));
    addScope(u"run_all"_s, tr("Run &All"), Qt::CTRL | Qt::ALT | Qt::Key_Return, RunScope::Kind::All);
    m_race = new QAction(tr("Race (Stop When &Decided)"), this);
    m_race->setObjectName(u"run_race"_s);
    m_race->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_R);
    connect(m_race, &QAction::triggered, this, &RunController::race);
    addScope(u"run_missing"_s, tr("Run &Missing and Failed"), {}, RunScope::Kind::MissingAndFailed);
    addScope(u"run_case"_s, tr("Run This &Case"), {}, RunScope::Kind::Case);
    addScope(u"run_variant"_s, tr("Run This &Variant"), {}, RunScope::Kind::Variant);
    addScope(u"run_cell"_s, tr("Run This C&ell"), {}, RunScope::Kind::Cell);
    connect(m_run, &QAction::triggered, this, qOverload<>(&RunController::run));
    connect(m_stop, &QAction::triggered, this, &RunController::stop);
    connect(m_resume, &QAction::triggered, this, [this] { resumeRun((m_viewing ? m_view->session() : m_session).runId()); });
    connect(&session, &Session::finished, this, [this] {
        update();
        Q_EMIT ended();
    });
    connect(&session, &Session::branchesRunning, this, &RunController::update);
    connect(&session, &Session::planningChanged, this, &RunController::update);
    connect(&session, &Session::refused, this, &RunController::failed);
    connect(&session, &Session::begun, this, [this] {
        update();
        Q_EMIT started();
    });
    connect(m_background, &BackgroundRuns::changed, this, [this] {
        update();
        Q_EMIT backgroundRunsChanged();
        Q_EMIT ended();
    });
    connect(m_background, &BackgroundRuns::storageFailed, &session, &Session::storageFailed);
    connect(context.document, &ExperimentDocument::replaced, this, &RunController::changeExperiment);
    connect(context.document, &ExperimentDocument::saved, this, &RunController::rememberName);
    connect(context.document, &ExperimentDocument::experimentChanged, this, [this] {
        m_session.follow(m_context.document->experiment());
        updateRace();
        update();
    });
    updateRace();
    m_session.follow(context.document->experiment());
    update();
}

void RunController::addScope(const QString &name, const QString &text, const QKeySequence &key, RunScope::Kind kind)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, kind] { run(RunScope{kind, m_selection.key()}); });
    m_scopes += action;
}

/// Where everything has its answer but variants that are new, only those are run.
RunScope RunController::usualScope() const
{
    const ResultLookup &lookup = m_session.lookup();
    const ListChanges variants = m_session.lookup().variantChanges();
    const RunTotals &totals = m_session.totals();
    const bool othersAreAnswered =
        !m_session.runId().isNull() && !m_session.endedEarly() && totals.failed == 0 && totals.notNeeded == 0;
    const bool othersAreSame = !lookup.promptChanges().any() && !lookup.caseChanges().any() && variants.changed == 0
                               && !lookup.defaultsChanged()
                               && m_session.experiment().repeat == m_context.document->experiment().repeat;
    const bool onlyAdded = othersAreAnswered && othersAreSame && variants.added > 0
                           && variants.added < m_context.document->experiment().variants.size();
    return {onlyAdded ? RunScope::Kind::MissingAndFailed : RunScope::Kind::All, {}};
}

void RunController::run()
{
    run(usualScope());
}

void RunController::run(const RunScope &scope)
{
    start(scope, std::nullopt);
}

void RunController::race()
{
    start(RunScope(), m_raceSettings ? m_raceSettings() : RaceSettings());
}

void RunController::start(const RunScope &scope, const std::optional<RaceSettings> &race)
{
    if (m_session.isRunning() || m_session.isPlanning())
        return;
    leaveView();
    RunOptions wish;
    wish.scope = scope;
    wish.race = race;
    throughGate(wish);
}

void RunController::throughGate(const RunOptions &wish)
{
    if (m_gate)
        m_gate([this, wish] { begin(wish); });
    else
        begin(wish);
}

QList<QAction *> RunController::scopeActions() const
{
    QList<QAction *> all = m_scopes;
    all.insert(1, m_race); // beside the other one that is about all cells
    return all;
}

/// What the open experiment says of a race.
void RunController::updateRace()
{
    m_raceObstacle = raceObstacle(m_context.document->experiment(), lookedAtCases);
    m_race->setToolTip(m_raceObstacle.value_or(
        tr("Run the cases in random order, and stop when it is decided how each variant compares with the baseline; what is left "
           "is not asked")));
    m_race->setStatusTip(m_race->toolTip());
}

/// `wish` says what is run; how, the window knows.
void RunController::begin(const RunOptions &wish)
{
    if (m_session.isRunning() || m_session.isPlanning())
        return;
    const QList<RefusedFile> &refused = m_context.document->refused();
    if (const auto needed = std::ranges::find_if(refused, &RefusedFile::isNeeded); needed != refused.end()) {
        Q_EMIT failed(needed->error); // without it this is not the experiment that was meant
        return;
    }
    const quint64 asked = ++m_asked;
    RunOptions options = wish;
    options.experimentPath = m_context.document->origin();
    options.experimentYaml = m_context.document->keptText();
    options.plan.wantTrace = true; // the lens lives on it
    // Who asks for one answer again wants to have it asked for.
    if (wish.scope.kind == RunScope::Kind::All || wish.scope.kind == RunScope::Kind::MissingAndFailed)
        options.cache = CacheUse::Settled;
    if (options.resume)
        takePlanOptions(options.resume->stored.run.planOptions, options);
    withLimits(options, [this, asked, experiment = m_context.document->experiment()](const RunOptions &limited) {
        if (asked == m_asked && !m_session.isRunning() && !m_session.isPlanning())
            startOwn(experiment, limited);
    });
}

void RunController::startOwn(const Experiment &experiment, const RunOptions &options)
{
    const bool isPilot = !options.plan.caseIndexes.isEmpty() && !options.resume;
    Q_EMIT pilotBegins(isPilot);
    const Result<void> begun = m_session.run(experiment, options);
    update();
    if (!begun) {
        Q_EMIT pilotBegins(false);
        Q_EMIT failed(begun.error());
    } else if (!m_session.isPlanning()) {
        Q_EMIT started();
    }
}

void RunController::alsoStop(std::function<bool()> isRunning, std::function<void()> stop)
{
    m_otherRuns = std::move(isRunning);
    m_stopOther = std::move(stop);
}

void RunController::stop()
{
    if (isViewing()) {
        m_view->session().stop();
    } else {
        m_session.stop();
        if (m_stopOther)
            m_stopOther();
    }
    update();
}

void RunController::stopOnEscape(QWidget *answers)
{
    auto *escape = new QShortcut(Qt::Key_Escape, answers);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this, answers] {
        const int paid = m_stop->isEnabled() ? paidRequests() : 0;
        if (paid == 0)
            stop();
        else
            askToStop(answers->window(), paid);
    });
}

/// Requests under way for which somebody may have to pay.
int RunController::paidRequests() const
{
    const Session &seen = m_viewing ? m_view->session() : m_session;
    const auto isPaid = [&seen](int index) {
        const Cell *cell = seen.bodyInMemory(index);
        const EndpointKind kind = cell ? cell->request.endpoint.kind : EndpointKind::Local;
        if (kind == EndpointKind::Local || kind == EndpointKind::Echo || kind == EndpointKind::Script)
            return false;
        const Price price = providerOf(cell->request).capabilities.price;
        return price.inputPerMillion != Money() || price.outputPerMillion != Money(); // what is unknown may cost
    };
    return static_cast<int>(std::ranges::count_if(seen.underWay(), isPaid));
}

/// Stopping does not give back what was asked for already, so one key alone must not do it.
void RunController::askToStop(QWidget *window, int paid)
{
    if (m_question)
        return;
    const QString what = counted(tr("%n running request(s) may cost money.", nullptr, paid), paid);
    m_question = new QMessageBox(QMessageBox::Question, tr("Stop the Run?"), what, QMessageBox::NoButton, window);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setObjectName(u"askToStop"_s);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(
        tr("What they have cost so far must still be paid, and running them again costs again. Finished answers are kept in any "
           "case."));
    QPushButton *stopButton = m_question->addButton(tr("&Stop the Run"), QMessageBox::DestructiveRole);
    QPushButton *keepGoing = m_question->addButton(tr("&Keep Running"), QMessageBox::RejectRole);
    m_question->setDefaultButton(keepGoing);
    m_question->setEscapeButton(keepGoing);
    connect(stopButton, &QPushButton::clicked, this, &RunController::stop);
    m_question->open();
}

void RunController::stopRun(const QUuid &run)
{
    if (m_session.runId() == run)
        m_session.stop();
    else if (m_view && m_view->session().runId() == run)
        m_view->session().stop();
    else
        m_background->stop(run);
}

/// Another experiment was opened: no answer of the one before is shown for it.
void RunController::changeExperiment()
{
    leaveView();
    m_background->put(m_session.release());
    m_session.follow(m_context.document->experiment());
    showLastRun();
    updateRace();
    update();
    Q_EMIT ended();
}

/// A run keeps the name that its experiment had then.
void RunController::rememberName()
{
    if (!m_session.runId().isNull())
        m_lastRuns.insert(m_context.document->origin(), m_session.runId());
}

void RunController::showLastRun()
{
    const QString origin = m_context.document->origin();
    const quint64 asked = ++m_asked;
    if (origin.isEmpty())
        return;
    const QUuid renamed = m_lastRuns.value(origin);
    std::unique_ptr<HeldRun> held = m_background->takeOf(origin);
    if (!held)
        held = m_background->take(renamed);
    if (held) {
        m_session.show(std::move(held));
        return;
    }
    m_context.session.store->listRuns(searchedRuns, this, [this, origin, renamed, asked](const Result<QList<RunSummary>> &runs) {
        if (asked != m_asked)
            return;
        if (!runs) {
            Q_EMIT failed(runs.error());
            return;
        }
        QList<QUuid> own;
        for (const RunSummary &each : *runs) {
            const bool belongs = each.run.experimentPath == origin || each.run.id == renamed;
            if (belongs && each.storedCells > 0 && each.storedCells <= mostShownCells && own.size() < joinedRuns)
                own += each.run.id;
        }
        loadNext(own, asked);
    });
}

/// Shows the newest of these runs, with what older ones have beside it.
void RunController::loadNext(QList<QUuid> runs, quint64 asked)
{
    if (runs.isEmpty())
        return;
    const QUuid newest = runs.takeFirst();
    m_context.session.store->loadRun(newest, this, [this, runs, asked](const Result<StoredRun> &stored) {
        if (asked != m_asked || m_session.isRunning() || m_session.isPlanning())
            return;
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        readExperimentOf(stored->run, [this, run = *stored, runs, asked](const Result<LoadedExperiment> &loaded) {
            if (asked != m_asked || m_session.isRunning() || m_session.isPlanning())
                return;
            if (loaded)
                joinRun(run, *loaded, runs, asked);
            else
                Q_EMIT failed(loaded.error());
        });
    });
}

void RunController::joinRun(const StoredRun &stored, const LoadedExperiment &loaded, const QList<QUuid> &older, quint64 asked)
{
    if (m_session.runId().isNull())
        m_session.restore(stored, loaded.experiment);
    else
        m_session.addEarlier(stored, loaded.experiment);
    update();
    if (!isWhole(m_session.experiment(), m_session.size()))
        loadNext(older, asked);
}

void RunController::update()
{
    const bool running = m_session.isRunning() || m_session.isPlanning();
    const bool canRun = !running && !m_context.document->experiment().variants.isEmpty();
    m_run->setEnabled(canRun);
    // The case, variant and cell that are chosen are not those of a run that is looked at.
    for (qsizetype i = 0; i < m_scopes.size(); ++i)
        m_scopes.at(i)->setEnabled(canRun && (!m_viewing || i < wholeScopes));
    m_race->setEnabled(canRun && !m_raceObstacle);
    const Session &seen = m_viewing ? m_view->session() : m_session;
    m_resume->setEnabled(!running && !seen.isPlanning() && seen.isResumable());
    if (m_question && paidRequests() == 0) // it ended while we asked
        m_question->close();
    m_stop->setEnabled(seen.isRunning() || seen.isPlanning() || seen.hasRunningBranches()
                       || (!m_viewing && m_otherRuns && m_otherRuns()));
}

} // namespace Tempera
