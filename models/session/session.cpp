// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/session.h"

#include "models/session/resume.h"
#include "models/session/runshelf.h"

#include <QCoreApplication>

#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

namespace {

/// Whether an answer that was made for one request is not what the other one asks for.
bool asksForAnother(const GenerationRequest &then, GenerationRequest now)
{
    now.endpoint.modelPath = then.endpoint.modelPath; // found anew at each run
    return requestKey(then) != requestKey(now);
}

bool isWanted(const RunScope &scope, const CellKey &key, const Cell *shown)
{
    switch (scope.kind) {
    case RunScope::Kind::All: break;
    case RunScope::Kind::MissingAndFailed: return !shown || shown->state != CellState::Done;
    case RunScope::Kind::Case: return key.caseIndex == scope.place.caseIndex;
    case RunScope::Kind::Variant: return key.variantIndex == scope.place.variantIndex;
    case RunScope::Kind::Cell: return key == scope.place;
    }
    return true;
}

} // namespace

struct Session::Private {
    SessionContext context;
    /// The run under way, or the last one; also a restored one.
    std::unique_ptr<SessionRun> run;
    std::unique_ptr<SessionBranches> branches; ///< Of `run`.
    std::optional<Experiment> followed;        ///< What is being edited; nothing = nobody edits.
    ResultLookup lookup;
    std::shared_ptr<Planning> planning; ///< Under way in the background; null = none.
};

/// The planning of one run. Where there is a background, nobody else touches it meanwhile but for `isStopped`.
struct Session::Planning {
    Experiment experiment;
    RunOptions options;
    std::atomic_bool isStopped = false;
    Result<std::vector<Cell>> cells = {};
    Result<ResumedCells> resumed = {}; ///< Instead of them, where a run goes on.

    void work()
    {
        Limits limits;
        limits.stop = [this] { return isStopped.load(); };
        const Result<std::unique_ptr<TemplateEngine>> templates = TemplateEngine::create(limits);
        if (!templates) {
            cells = std::unexpected(templates.error());
            return;
        }
        PlanOptions plan = options.plan;
        plan.goOn = [this] { return !isStopped.load(); };
        cells = planCells(experiment, **templates, plan);
        if (cells && options.resume)
            resumed = resumedCells(*options.resume, experiment, *std::exchange(cells, {}));
    }
};

Session::Session(const SessionContext &context, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->context = context;
}

Session::~Session()
{
    if (d->planning)
        d->planning->isStopped = true;
}

Result<void> Session::run(const Experiment &experiment, const RunOptions &options)
{
    if (isRunning() || isPlanning())
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "A run is under way; stop it first."));
    auto planning = std::make_shared<Planning>();
    planning->experiment = experiment;
    planning->options = options;
    if (d->context.freeMemory)
        planning->options.plan.memoryLimit = d->context.freeMemory();
    if (!d->context.background) {
        planning->work();
        return begin(*planning);
    }
    d->planning = planning;
    Q_EMIT planningChanged();
    d->context.background->run([planning] { planning->work(); }, this, [this, planning] { takePlan(planning); });
    return {};
}

void Session::takePlan(const std::shared_ptr<Planning> &planning)
{
    if (planning != d->planning)
        return; // given up
    d->planning.reset();
    const Result<void> started = begin(*planning);
    Q_EMIT planningChanged();
    if (started)
        Q_EMIT begun();
    else
        Q_EMIT refused(started.error());
}

void Session::stopPlanning()
{
    if (!d->planning)
        return;
    d->planning->isStopped = true;
    d->planning.reset();
    Q_EMIT planningChanged();
}

bool Session::isPlanning() const
{
    return d->planning != nullptr;
}

Result<void> Session::begin(Planning &planning)
{
    const std::optional<Experiment> edited = d->followed; // it may have gone on since
    if (edited || planning.options.scope.kind != RunScope::Kind::All)
        follow(planning.experiment);
    auto run = plannedRun(planning);
    if (edited)
        follow(*edited);
    if (!run)
        return std::unexpected(run.error());
    if (const auto refusal = (*run)->overBudget())
        return std::unexpected(*refusal);

    putAway();
    takeRun(std::move(*run));
    takeBranches(planning.options.resume ? planning.options.resume->stored.branches : std::vector<Branch>());
    announceRun();
    d->run->start();
    return {};
}

Result<std::unique_ptr<SessionRun>> Session::plannedRun(Planning &planning)
{
    if (!planning.cells)
        return std::unexpected(planning.cells.error());
    const RunOptions &options = planning.options;
    if (options.resume)
        return resumedRun(planning);
    if (options.scope.kind == RunScope::Kind::All)
        return std::make_unique<SessionRun>(d->context, planning.experiment, std::move(*planning.cells), options);
    std::vector<Cell> cells;
    CarriedCells carried;
    for (Cell &cell : *planning.cells) {
        const CellKey key = cell.request.key;
        const int shownIndex = find(key).cell;
        const Cell *shown = shownIndex < 0 ? nullptr : &this->cells()[static_cast<std::size_t>(shownIndex)];
        if (isWanted(options.scope, key, shown)) {
            cells.push_back(std::move(cell));
        } else if (shown) {
            CarriedCell origin = d->run->originOf(shownIndex);
            origin.outdated = asksForAnother(shown->request, cell.request);
            carried.emplace(static_cast<int>(cells.size()), origin);
            cells.push_back(*shown);
            cells.back().request.key = key;
        }
    }
    if (cells.size() == carried.size())
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "No cell is left to run: all have answers."));
    return std::make_unique<SessionRun>(d->context, planning.experiment, std::move(cells), options, std::move(carried));
}

Result<std::unique_ptr<SessionRun>> Session::resumedRun(Planning &planning)
{
    if (!planning.resumed)
        return std::unexpected(planning.resumed.error());
    auto run =
        std::make_unique<SessionRun>(d->context, planning.experiment, std::move(planning.resumed->cells), planning.options);
    run->takeUp(planning.options.resume->stored.run, planning.resumed->finished, planning.resumed->spent);
    return run;
}

void Session::takeRun(std::unique_ptr<SessionRun> run)
{
    d->run = std::move(run);
    connectRun();
}

void Session::connectRun()
{
    connect(d->run.get(), &SessionRun::cellChanged, this, &Session::cellChanged);
    connect(d->run.get(), &SessionRun::totalsChanged, this, &Session::totalsChanged);
    connect(d->run.get(), &SessionRun::storageFailed, this, &Session::storageFailed);
    connect(d->run.get(), &SessionRun::finished, this, &Session::finished);
}

/// There is a new list of cells.
void Session::announceRun()
{
    if (d->followed) // where nobody edits, nothing has to be found again
        d->lookup = ResultLookup(*d->followed, experiment(), cells());
    Q_EMIT planned();
    Q_EMIT totalsChanged();
    takeChecks();
}

void Session::follow(const Experiment &experiment)
{
    if (d->followed)
        d->lookup.follow(experiment);
    else
        d->lookup = ResultLookup(experiment, this->experiment(), cells());
    d->followed = experiment;
    takeChecks();
}

/// The answers that are shown are judged by what is asked of them now.
void Session::takeChecks()
{
    const std::optional<Experiment> asked = d->run && d->followed ? d->lookup.withChecksOfNow() : std::nullopt;
    if (!asked)
        return;
    d->run->gradeAgain(*asked);
    d->lookup.takeChecks(*asked);
}

ResultLookup::Found Session::find(const CellKey &place) const
{
    ResultLookup::Found found = d->lookup.find(place);
    found.outdated = found.outdated || isOutdated(found.cell);
    return found;
}

const ResultLookup &Session::lookup() const
{
    return d->lookup;
}

bool Session::isOutdated(int cell) const
{
    const CarriedCell *origin = d->run ? d->run->carried(cell) : nullptr;
    return origin && origin->outdated;
}

std::unique_ptr<HeldRun> Session::release()
{
    stopPlanning();
    if (!d->run)
        return {};
    std::unique_ptr<HeldRun> held;
    if (isRunning() || hasRunningBranches()) {
        held = std::make_unique<HeldRun>(std::move(d->run), std::move(d->branches));
        held->run->disconnect(this);
        held->branches->disconnect(this);
    }
    putAway();
    announceRun();
    Q_EMIT branchesRunning();
    return held;
}

void Session::show(std::unique_ptr<HeldRun> held)
{
    putAway();
    d->run = std::move(held->run);
    d->branches = std::move(held->branches);
    connectRun();
    connectBranches();
    announceRun();
    Q_EMIT branchesRunning();
}

void Session::addEarlier(const StoredRun &run, const Experiment &experiment)
{
    if (!d->run)
        return;
    const ResultLookup places(this->experiment(), experiment, run.cells);
    const ResultLookup shown(this->experiment(), this->experiment(), cells());
    std::vector<Cell> added;
    std::vector<CarriedCell> origins;
    for (const Cell &cell : run.cells) {
        const std::optional<CellKey> place = places.placeOf(cell.request.key);
        if (!place || shown.find(*place).cell >= 0)
            continue;
        origins.push_back({run.run.id, cell.request.key, places.find(*place).outdated, false});
        added.push_back(cell);
        added.back().request.key = *place;
    }
    if (added.empty())
        return;
    d->run->addCarried(std::move(added), origins);
    announceRun();
}

bool Session::endedEarly() const
{
    return d->run && d->run->endedEarly();
}

bool Session::isResumable() const
{
    return d->run && d->run->isResumable();
}

RunRecord Session::record() const
{
    return d->run ? d->run->record() : RunRecord();
}

void Session::stop()
{
    stopPlanning();
    if (d->run)
        d->run->stop();
    if (d->branches)
        d->branches->stop();
}

const std::vector<Branch> &Session::branches() const
{
    static const std::vector<Branch> none;
    return d->branches ? d->branches->all() : none;
}

void Session::fetchTrace(int cell)
{
    if (d->run)
        d->run->fetchTrace(cell);
}

Result<int> Session::branch(int cell, int parent, const BranchPoint &point)
{
    const std::vector<Branch> &all = branches();
    const bool exists =
        d->branches && cell >= 0 && cell < static_cast<int>(cells().size()) && parent < static_cast<int>(all.size());
    if (!exists)
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "There is no such answer."));
    if (parent < 0)
        return d->branches->start(cells()[static_cast<std::size_t>(cell)], 0, point);
    const Branch &left = all[static_cast<std::size_t>(parent)];
    return d->branches->start(left.cell, left.number, point);
}

void Session::setBranchRemoved(int index, bool removed)
{
    if (d->branches)
        d->branches->setRemoved(index, removed);
}

bool Session::hasRunningBranches() const
{
    return d->branches && d->branches->isRunning();
}

void Session::takeBranches(std::vector<Branch> stored)
{
    d->branches = std::make_unique<SessionBranches>(d->context, d->run->id(), std::move(stored));
    connectBranches();
}

void Session::connectBranches()
{
    connect(d->branches.get(), &SessionBranches::added, this, &Session::branchAdded);
    connect(d->branches.get(), &SessionBranches::changed, this, &Session::branchChanged);
    connect(d->branches.get(), &SessionBranches::runningChanged, this, &Session::branchesRunning);
}

bool Session::isRunning() const
{
    return d->run && d->run->isRunning();
}

QUuid Session::runId() const
{
    return d->run ? d->run->id() : QUuid();
}

const std::vector<Cell> &Session::cells() const
{
    static const std::vector<Cell> none;
    return d->run ? d->run->cells() : none;
}

const RunTotals &Session::totals() const
{
    static const RunTotals none;
    return d->run ? d->run->totals() : none;
}

const Experiment &Session::experiment() const
{
    static const Experiment none;
    return d->run ? d->run->experiment() : none;
}

void Session::restore(const StoredRun &run, const Experiment &experiment)
{
    putAway();
    takeRun(std::make_unique<SessionRun>(d->context, experiment, run));
    takeBranches(run.branches);
    announceRun();
}

/// The old run may be the sender of the signal that we are called by: it goes when the event loop is back.
void Session::putAway()
{
    if (d->branches) {
        SessionBranches *branches = d->branches.release();
        branches->stop();
        branches->disconnect(this);
        branches->setParent(this);
        branches->deleteLater();
    }
    if (!d->run)
        return;
    SessionRun *old = d->run.release();
    old->disconnect(this);
    old->setParent(this);
    old->deleteLater();
}

} // namespace Tempera
