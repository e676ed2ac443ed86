// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/session.h"

#include "models/session/sessionbranches.h"
#include "models/session/sessionrun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {

struct Session::Private {
    SessionContext context;
    /// The run under way, or the last one; also a restored one.
    std::unique_ptr<SessionRun> run;
    std::unique_ptr<SessionBranches> branches; ///< Of `run`.
    Experiment experiment;
    std::unique_ptr<TemplateEngine> templates;
};

Session::Session(const SessionContext &context, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->context = context;
}

Session::~Session() = default;

Result<void> Session::run(const Experiment &experiment, const RunOptions &options)
{
    if (isRunning())
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "A run is under way; stop it first."));
    if (!d->templates) {
        auto engine = TemplateEngine::create();
        if (!engine)
            return std::unexpected(engine.error());
        d->templates = std::move(*engine);
    }
    auto cells = planCells(experiment, *d->templates, options.plan);
    if (!cells)
        return std::unexpected(cells.error());
    auto run = std::make_unique<SessionRun>(d->context, experiment, std::move(*cells), options);
    if (const auto refused = run->overBudget())
        return std::unexpected(*refused);

    putAway();
    d->experiment = experiment;
    takeRun(std::move(run));
    takeBranches({});
    Q_EMIT planned();
    Q_EMIT totalsChanged();
    d->run->start();
    return {};
}

void Session::takeRun(std::unique_ptr<SessionRun> run)
{
    d->run = std::move(run);
    connect(d->run.get(), &SessionRun::cellChanged, this, &Session::cellChanged);
    connect(d->run.get(), &SessionRun::totalsChanged, this, &Session::totalsChanged);
    connect(d->run.get(), &SessionRun::storageFailed, this, &Session::storageFailed);
    connect(d->run.get(), &SessionRun::finished, this, &Session::finished);
}

void Session::stop()
{
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
    return d->experiment;
}

void Session::restore(const StoredRun &run, const Experiment &experiment)
{
    putAway();
    d->experiment = experiment;
    takeRun(std::make_unique<SessionRun>(d->context, experiment, run));
    takeBranches(run.branches);
    Q_EMIT planned();
    Q_EMIT totalsChanged();
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
