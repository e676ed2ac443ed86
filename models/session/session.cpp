// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/session.h"

#include "models/session/runshelf.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {

namespace {

/// Cells of one piece of a preflight: as many as may be taken out of a run at once without holding up its thread.
constexpr int cellsOfPiece = 256;

bool isWanted(const RunScope &scope, const CellKey &key, const CellSummary *shown)
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

/// A run that is about to start.
struct Session::Planning {
    Experiment experiment;
    RunOptions options;
    std::shared_ptr<CellPlanner> planner;
    Result<void> planned = {};
    std::unique_ptr<SessionRun> run = {};      ///< Once it is planned; not started yet.
    std::shared_ptr<Preflight> preflight = {}; ///< The same; null = nothing has to be known before.
    std::size_t checked = 0;                   ///< Cells of the run that the preflight has seen.

    void take(const Preflight::Piece &piece)
    {
        for (std::size_t i = 0; i < piece.done; ++i) {
            const Preflight::Item &item = piece.items[i];
            if (item.answered)
                run->setOutdated(item.index, piece.outdated.contains(item.index));
        }
        checked = static_cast<std::size_t>(piece.items[piece.done - 1].index) + 1;
        run->dropBodies();
    }
};

Session::Session(const SessionContext &context, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->context = context;
}

Session::~Session()
{
    if (d->planning)
        d->planning->planner->stop();
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
    planning->planner = std::make_shared<CellPlanner>(experiment, planning->options.plan);
    if (!d->context.background) {
        planning->planned = planning->planner->makePlan();
        if (Result<void> arranged = arrange(*planning); !arranged)
            return arranged;
        if (const std::optional<Result<void>> started = advance(planning))
            return *started;
        d->planning = planning;
        Q_EMIT planningChanged();
        return {};
    }
    d->planning = planning;
    Q_EMIT planningChanged();
    d->context.background->run([planning] { planning->planned = planning->planner->makePlan(); }, this,
                               [this, planning] { takePlan(planning); });
    return {};
}

void Session::takePlan(const std::shared_ptr<Planning> &planning)
{
    if (planning != d->planning)
        return; // given up
    if (const Result<void> arranged = arrange(*planning); !arranged)
        endPlanning(arranged);
    else
        goOnPlanning(planning);
}

void Session::goOnPlanning(const std::shared_ptr<Planning> &planning)
{
    if (planning != d->planning)
        return; // given up
    if (const std::optional<Result<void>> started = advance(planning))
        endPlanning(*started);
}

/// Has what is to be known before the start looked at, and starts: the outcome. Nothing while it waits for the background or
/// the ledger; goOnPlanning() follows.
std::optional<Result<void>> Session::advance(const std::shared_ptr<Planning> &planning)
{
    while (true) {
        Preflight::Piece next = nextPiece(*planning);
        if (next.items.empty() && planning->checked == planning->run->cells().size())
            return begin(*planning);
        if (next.items.empty()) { // the ledger was asked for what comes next
            const auto goOn = [this, weak = std::weak_ptr(planning)] {
                if (const std::shared_ptr<Planning> same = weak.lock())
                    goOnPlanning(same);
            };
            connect(planning->run.get(), &SessionRun::cellsChanged, this, goOn,
                    static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
            return std::nullopt;
        }
        if (d->context.background) {
            const auto piece = std::make_shared<Preflight::Piece>(std::move(next));
            // Nobody but this thread may be the last to let go of a run.
            d->context.background->run([preflight = planning->preflight, piece] { preflight->work(*piece); }, this,
                                       [this, weak = std::weak_ptr(planning), piece] {
                                           if (const std::shared_ptr<Planning> same = weak.lock())
                                               takePiece(same, *piece);
                                       });
            return std::nullopt;
        }
        planning->preflight->work(next);
        planning->take(next);
    }
}

void Session::takePiece(const std::shared_ptr<Planning> &planning, const Preflight::Piece &piece)
{
    planning->take(piece);
    if (planning == d->planning)
        Q_EMIT planningProgressed();
    goOnPlanning(planning);
}

void Session::endPlanning(const Result<void> &started)
{
    d->planning.reset();
    Q_EMIT planningChanged();
    if (started)
        Q_EMIT begun();
    else
        Q_EMIT refused(started.error());
}

double Session::planningShare() const
{
    const std::size_t all = d->planning && d->planning->run ? d->planning->run->cells().size() : 0;
    return all == 0 ? 0 : static_cast<double>(d->planning->checked) / static_cast<double>(all);
}

void Session::stopPlanning()
{
    if (!d->planning)
        return;
    d->planning->planner->stop();
    d->planning.reset();
    Q_EMIT planningChanged();
}

bool Session::isPlanning() const
{
    return d->planning != nullptr;
}

/// Makes the run of what was planned.
Result<void> Session::arrange(Planning &planning)
{
    if (!planning.planned)
        return planning.planned;
    const std::optional<Experiment> edited = d->followed; // it may have gone on since
    if (edited || planning.options.scope.kind != RunScope::Kind::All)
        follow(planning.experiment);
    auto run = plannedRun(planning);
    if (edited)
        follow(*edited);
    if (!run)
        return std::unexpected(run.error());
    planning.run = *std::move(run);
    if (!planning.options.maxCost && !planning.run->hasCarried())
        return {};
    QList<Capabilities> capabilities;
    for (const Variant &variant : planning.experiment.variants)
        capabilities += d->context.catalog->capabilitiesFor(variant.endpoint);
    planning.preflight = std::make_shared<Preflight>(planning.planner, capabilities);
    return {};
}

/// The next cells that the preflight has to see. None: it has seen all, or the ledger was asked for what comes next.
Preflight::Piece Session::nextPiece(Planning &planning) const
{
    Preflight::Piece piece;
    const auto size = static_cast<int>(planning.run->cells().size());
    int index = planning.preflight ? static_cast<int>(planning.checked) : size;
    for (; index < size && std::ssize(piece.items) < cellsOfPiece; ++index) {
        const CellSummary &cell = planning.run->cells()[static_cast<std::size_t>(index)];
        const CarriedCell *origin = planning.run->carried(index);
        if (origin && origin->outdated) {
            const Cell *answer = planning.run->body(index);
            if (!answer)
                break;
            piece.items.push_back({index, planning.planner->plan().cell(cell.key), answer->request});
        } else if (!origin && planning.options.maxCost && planning.run->isAskable(index)) {
            piece.items.push_back({index, planning.planner->plan().cell(cell.key)});
        }
    }
    if (piece.items.empty())
        planning.checked = static_cast<std::size_t>(index);
    for (int ahead = index; piece.items.empty() && ahead < std::min(size, index + cellsOfPiece); ++ahead) {
        const CarriedCell *origin = planning.run->carried(ahead);
        if (origin && origin->outdated)
            (void)planning.run->body(ahead); // all of them in one go
    }
    return piece;
}

/// Starts the run that was arranged, unless it costs too much.
Result<void> Session::begin(Planning &planning)
{
    if (planning.options.maxCost) {
        if (const auto refusal = planning.run->overBudget(planning.preflight->estimate()))
            return std::unexpected(*refusal);
    }
    putAway();
    takeRun(std::move(planning.run));
    takeBranches({});
    announceRun();
    d->run->start();
    return {};
}

Result<std::unique_ptr<SessionRun>> Session::plannedRun(Planning &planning)
{
    const RunOptions &options = planning.options;
    const Plan &plan = planning.planner->plan();
    const bool isWhole = options.scope.kind == RunScope::Kind::All;
    std::vector<CellSummary> cells;
    CarriedCells carried;
    if (isWhole)
        cells.reserve(plan.size());
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const CellKey key = plan.key(i);
        const ResultLookup::Found found = isWhole ? ResultLookup::Found() : find(key);
        const CellSummary *shown = found.cell < 0 ? nullptr : &summary(found.cell);
        if (isWhole || isWanted(options.scope, key, shown)) {
            cells.emplace_back().key = key;
        } else if (shown) {
            CarriedCell origin = d->run->originOf(found.cell);
            origin.outdated = found.outdated; // the preflight finds out whether what is asked is another thing too
            carried.emplace(static_cast<int>(cells.size()), origin);
            cells.push_back(*shown);
            cells.back().key = key;
        }
    }
    if (cells.size() == carried.size())
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "No cell is left to run: all have answers."));
    return std::make_unique<SessionRun>(d->context, planning.planner, std::move(cells), options, std::move(carried));
}

void Session::takeRun(std::unique_ptr<SessionRun> run)
{
    d->run = std::move(run);
    connectRun();
}

void Session::connectRun()
{
    connect(d->run.get(), &SessionRun::cellsChanged, this, &Session::cellsChanged);
    connect(d->run.get(), &SessionRun::totalsChanged, this, &Session::totalsChanged);
    connect(d->run.get(), &SessionRun::storageFailed, this, &Session::storageFailed);
    connect(d->run.get(), &SessionRun::finished, this, &Session::finished);
}

/// There is a new list of cells.
void Session::announceRun()
{
    if (d->followed) // where nobody edits, nothing has to be found again
        d->lookup = ResultLookup(*d->followed, experiment(), summaries());
    Q_EMIT planned();
    Q_EMIT totalsChanged();
    takeChecks();
}

void Session::follow(const Experiment &experiment)
{
    if (d->followed)
        d->lookup.follow(experiment);
    else
        d->lookup = ResultLookup(experiment, this->experiment(), summaries());
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
    const ResultLookup shown(this->experiment(), this->experiment(), summaries());
    std::vector<CellSummary> added;
    std::vector<CarriedCell> origins;
    for (const CellSummary &cell : run.cells) {
        const std::optional<CellKey> place = places.placeOf(cell.key);
        if (!place || shown.find(*place).cell >= 0)
            continue;
        origins.push_back({run.run.id, cell.key, places.find(*place).outdated});
        added.push_back(cell);
        added.back().key = *place;
    }
    if (added.empty())
        return;
    d->run->addCarried(added, origins);
    announceRun();
}

bool Session::endedEarly() const
{
    return d->run && d->run->endedEarly();
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

Result<int> Session::branch(int cell, int parent, const BranchPoint &point)
{
    const std::vector<Branch> &all = branches();
    const bool exists = d->branches && cell >= 0 && cell < size() && parent < static_cast<int>(all.size());
    if (!exists)
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "There is no such answer."));
    if (parent < 0) {
        const Cell *answer = body(cell);
        if (!answer)
            return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "The answer is being read from the ledger."));
        return d->branches->start(*answer, 0, point);
    }
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

int Session::size() const
{
    return static_cast<int>(summaries().size());
}

const CellSummary &Session::summary(int cell) const
{
    return summaries().at(static_cast<std::size_t>(cell));
}

const std::vector<CellSummary> &Session::summaries() const
{
    static const std::vector<CellSummary> none;
    return d->run ? d->run->cells() : none;
}

const Cell *Session::body(int cell) const
{
    return d->run->body(cell);
}

const Cell *Session::bodyInMemory(int cell) const
{
    return d->run->bodyInMemory(cell);
}

Cell Session::outline(int cell) const
{
    return d->run->outline(cell);
}

QList<int> Session::underWay() const
{
    return d->run ? d->run->underWay() : QList<int>();
}

VariantCost Session::costOf(int variant) const
{
    return d->run ? d->run->costOf(variant) : VariantCost();
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
