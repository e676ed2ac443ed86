// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionstate.h"

#include <QCoreApplication>
#include <QSet>

namespace Tempera {

Session::Session(const SessionContext &context, QObject *parent) : QObject(parent), d(std::make_unique<SessionState>())
{
    d->context = context;
    d->judgements = new RunJudgements(context.store, this);
    connect(d->judgements, &RunJudgements::failed, this, &Session::storageFailed);
}

const SessionContext &Session::context() const
{
    return d->context;
}

Session::~Session()
{
    if (d->planning)
        d->planning->planner->stop();
}

void Session::takeRun(std::unique_ptr<SessionRun> run)
{
    d->run = std::move(run);
    connectRun();
}

void Session::connectRun()
{
    connect(d->run.get(), &SessionRun::cellsChanged, this, &Session::cellsChanged);
    connect(d->run.get(), &SessionRun::cellsAdded, this, [this](int first, int last) {
        if (d->followed)
            d->lookup.add(summaries().keys());
        Q_EMIT cellsAdded(first, last);
    });
    connect(d->run.get(), &SessionRun::totalsChanged, this, &Session::totalsChanged);
    connect(d->run.get(), &SessionRun::storageFailed, this, &Session::storageFailed);
    connect(d->run.get(), &SessionRun::finished, this, &Session::finished);
}

/// There is a new list of cells.
void Session::announceRun()
{
    if (d->followed) // where nobody edits, nothing has to be found again
        d->lookup = ResultLookup(*d->followed, experiment(), summaries().keys());
    showJudgements();
    Q_EMIT planned();
    Q_EMIT totalsChanged();
    takeChecks();
}

/// Of the run, and of the earlier ones whose answers are shown beside its own.
void Session::showJudgements()
{
    QSet<QUuid> earlier;
    if (d->run) {
        for (const auto &[cell, origin] : d->run->carriedCells())
            earlier.insert(origin.run);
    }
    d->judgements->show(runId(), earlier.values());
}

RunJudgements &Session::judgements() const
{
    return *d->judgements;
}

AnswerOrigin Session::originOf(int cell) const
{
    const CarriedCell origin = d->run->originOf(cell);
    return {origin.run, origin.key};
}

void Session::follow(const Experiment &experiment)
{
    if (d->followed)
        d->lookup.follow(experiment);
    else
        d->lookup = ResultLookup(experiment, this->experiment(), summaries().keys());
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
    dropRun();
    announceRun();
    Q_EMIT branchesRunning();
    return held;
}

void Session::show(std::unique_ptr<HeldRun> held)
{
    dropRun();
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
    const ResultLookup places(this->experiment(), experiment, run.cells.keys());
    const ResultLookup shown(this->experiment(), this->experiment(), summaries().keys());
    CellTable added;
    std::vector<CarriedCell> origins;
    for (CellSummary cell : run.cells) {
        const std::optional<CellKey> place = places.placeOf(cell.key);
        if (!place || shown.find(*place).cell >= 0)
            continue;
        origins.push_back({run.run.id, cell.key, places.find(*place).outdated});
        cell.key = *place;
        added.push_back(cell);
    }
    if (added.empty())
        return;
    d->run->addCarried(added, origins);
    announceRun();
}

bool Session::isReading() const
{
    return d->run && d->run->isReading();
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

CellSummary Session::summary(int cell) const
{
    return summaries()[static_cast<std::size_t>(cell)];
}

const CellTable &Session::summaries() const
{
    static const CellTable none;
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

std::optional<RaceReport> Session::race() const
{
    return d->run ? d->run->race() : std::nullopt;
}

const Experiment &Session::experiment() const
{
    static const Experiment none;
    return d->run ? d->run->experiment() : none;
}

void Session::restore(const StoredRun &run, const Experiment &experiment)
{
    dropRun();
    takeRun(std::make_unique<SessionRun>(d->context, experiment, run));
    takeBranches(run.branches);
    announceRun();
    d->run->readOn();
}

/// The old run may be the sender of the signal that we are called by: it goes when the event loop is back.
void Session::dropRun()
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
