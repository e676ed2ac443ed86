// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionstate.h"

#include <QCoreApplication>

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

Result<void> Session::run(const Experiment &experiment, const RunOptions &options)
{
    if (isRunning() || isPlanning())
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "A run is in progress; stop it first."));
    auto planning = std::make_shared<RunPlanning>();
    planning->experiment = experiment;
    planning->options = options;
    if (d->context.freeMemory)
        planning->options.plan.memoryLimit = d->context.freeMemory();
    planning->planner = std::make_shared<CellPlanner>(experiment, planning->options.plan);
    for (qsizetype i = 0; options.resume && i < experiment.variants.size(); ++i)
        planning->providers += SharedProvider(d->context.catalog->providerFor(experiment.variants.at(i).endpoint));
    if (!d->context.background) {
        planning->work();
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
    d->context.background->run([planning] { planning->work(); }, this, [this, planning] { takePlan(planning); });
    return {};
}

void Session::takePlan(const std::shared_ptr<RunPlanning> &planning)
{
    if (planning != d->planning)
        return; // given up
    if (const Result<void> arranged = arrange(*planning); !arranged)
        endPlanning(arranged);
    else
        continuePlanning(planning);
}

void Session::continuePlanning(const std::shared_ptr<RunPlanning> &planning)
{
    if (planning != d->planning)
        return; // given up
    if (const std::optional<Result<void>> started = advance(planning))
        endPlanning(*started);
}

/// Has what is to be known before the start looked at, and starts: the outcome. Nothing while it waits for the background or
/// the ledger; continuePlanning() follows.
std::optional<Result<void>> Session::advance(const std::shared_ptr<RunPlanning> &planning)
{
    while (true) {
        Preflight::Piece next = nextPiece(*planning);
        if (next.items.empty() && planning->checked == planning->run->cells().size())
            return begin(*planning);
        if (next.items.empty()) { // the ledger was asked for what comes next
            const auto keepGoing = [this, weak = std::weak_ptr(planning)] {
                if (const std::shared_ptr<RunPlanning> same = weak.lock())
                    continuePlanning(same);
            };
            connect(planning->run.get(), &SessionRun::cellsChanged, this, keepGoing,
                    static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
            return std::nullopt;
        }
        if (d->context.background) {
            const auto piece = std::make_shared<Preflight::Piece>(std::move(next));
            // Nobody but this thread may be the last to let go of a run.
            d->context.background->run([preflight = planning->preflight, piece] { preflight->work(*piece); }, this,
                                       [this, weak = std::weak_ptr(planning), piece] {
                                           if (const std::shared_ptr<RunPlanning> same = weak.lock())
                                               takePiece(same, *piece);
                                       });
            return std::nullopt;
        }
        planning->preflight->work(next);
        planning->take(next);
    }
}

void Session::takePiece(const std::shared_ptr<RunPlanning> &planning, const Preflight::Piece &piece)
{
    planning->take(piece);
    if (planning == d->planning)
        Q_EMIT planningProgressed();
    continuePlanning(planning);
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
Result<void> Session::arrange(RunPlanning &planning)
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
    planning.preflight = std::make_shared<Preflight>(planning.planner);
    return {};
}

/// The next cells that the preflight has to see. None: it has seen all, or the ledger was asked for what comes next.
Preflight::Piece Session::nextPiece(RunPlanning &planning) const
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
            piece.items.push_back({index, planning.run->plannedCell(index), answer->request});
        } else if (!origin && planning.options.maxCost && !isFinal(cell.state) && planning.run->isAskable(index)) {
            piece.items.push_back({index, planning.run->plannedCell(index)});
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
Result<void> Session::begin(RunPlanning &planning)
{
    if (planning.options.maxCost) {
        if (const auto refusal = planning.run->overBudget(planning.preflight->estimate()))
            return std::unexpected(*refusal);
    }
    dropRun();
    takeRun(std::move(planning.run));
    takeBranches(planning.options.resume ? planning.options.resume->stored.branches : std::vector<Branch>());
    announceRun();
    d->run->start();
    return {};
}

Result<std::unique_ptr<SessionRun>> Session::plannedRun(RunPlanning &planning)
{
    const RunOptions &options = planning.options;
    if (options.resume)
        return resumedRun(planning);
    const Plan &plan = planning.planner->plan();
    const bool isWhole = options.scope.kind == RunScope::Kind::All;
    std::vector<CellSummary> cells;
    CarriedCells carried;
    std::vector<std::pair<int, int>> places; // of carried cells: here, and in the run that is shown
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
            places.emplace_back(static_cast<int>(cells.size()), found.cell);
            cells.push_back(*shown);
            cells.back().key = key;
        }
    }
    if (cells.size() == carried.size())
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "No cell is left to run: all have answers."));
    auto run = std::make_unique<SessionRun>(d->context, planning.planner, std::move(cells), options, std::move(carried));
    for (const auto &[index, shown] : places)
        run->takeBody(index, *d->run, shown);
    return run;
}

Result<std::unique_ptr<SessionRun>> Session::resumedRun(RunPlanning &planning)
{
    if (!planning.resumed)
        return std::unexpected(planning.resumed.error());
    auto run = std::make_unique<SessionRun>(d->context, planning.planner, std::move(planning.resumed->cells), planning.options);
    run->takeUp(planning.options.resume->stored.run, planning.resumed->finished, planning.resumed->spent);
    return run;
}

} // namespace Tempera
