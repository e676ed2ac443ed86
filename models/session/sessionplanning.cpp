// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionstate.h"

#include <QCoreApplication>

#include <chrono>
#include <optional>
#include <utility>

namespace Tempera {

namespace {

/// Cells of one piece of a preflight: as many as may be taken out of a run at once without holding up its thread.
constexpr int cellsOfPiece = 256;

/// The end of a piece of sorting. Without a background nobody waits for the event loop, and it is done in one go.
class SortingTime
{
public:
    explicit SortingTime(bool isLimited)
        : m_end(isLimited ? std::chrono::steady_clock::now() + std::chrono::milliseconds(8)
                          : std::chrono::steady_clock::time_point::max())
    {
    }
    /// Asked for each cell; the clock is looked at now and then.
    [[nodiscard]] bool isOver() { return ++m_asked % 64 == 0 && std::chrono::steady_clock::now() >= m_end; }

private:
    std::chrono::steady_clock::time_point m_end;
    unsigned m_asked = 0;
};

bool isWanted(const RunScope &scope, const CellKey &key, const std::optional<CellSummary> &shown)
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
    if (options.race && options.scope.kind != RunScope::Kind::All)
        return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "A race is run over all cells."));
    auto planning = std::make_shared<RunPlanning>();
    planning->experiment = experiment;
    planning->options = options;
    if (d->context.freeMemory)
        planning->options.plan.memoryLimit = d->context.freeMemory();
    if (options.race)
        planning->options.plan.caseOrder = [seed = options.race->seed](std::size_t count) { return raceOrder(count, seed); };
    planning->planner = std::make_shared<CellPlanner>(experiment, planning->options.plan);
    for (qsizetype i = 0; options.resume && i < experiment.variants.size(); ++i)
        planning->providers += SharedProvider(d->context.catalog->providerFor(experiment.variants.at(i).endpoint));
    if (!d->context.background) {
        planning->work();
        if (Result<void> arranged = arrange(*planning).value_or(Result<void>()); !arranged)
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
    const std::optional<Result<void>> arranged = arrange(*planning);
    if (!arranged) { // the event loop comes first
        QMetaObject::invokeMethod(
            this,
            [this, weak = std::weak_ptr(planning)] {
                if (const std::shared_ptr<RunPlanning> same = weak.lock())
                    takePlan(same);
            },
            Qt::QueuedConnection);
        return;
    }
    if (*arranged)
        continuePlanning(planning);
    else
        endPlanning(*arranged);
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

/// Makes the run of what was planned. Nothing: there is more to do, and it is to be called again.
std::optional<Result<void>> Session::arrange(RunPlanning &planning)
{
    if (!planning.planned)
        return planning.planned;
    const std::optional<Result<void>> made =
        planning.options.resume ? std::optional(makeResumedRun(planning)) : makePlannedRun(planning);
    if (!made || !*made)
        return made;
    if (planning.options.hasBudget() || (planning.sorting && planning.sorting->hasOutdated))
        planning.preflight = std::make_shared<Preflight>(planning.planner);
    planning.sorting.reset();
    return Result<void>();
}

/// The next cells that the preflight has to see. None: it has seen all, or the ledger was asked for what comes next.
Preflight::Piece Session::nextPiece(RunPlanning &planning) const
{
    Preflight::Piece piece;
    const auto size = static_cast<int>(planning.run->cells().size());
    int index = planning.preflight ? static_cast<int>(planning.checked) : size;
    for (; index < size && std::ssize(piece.items) < cellsOfPiece; ++index) {
        const CarriedCell *origin = planning.run->carried(index);
        if (origin && origin->outdated) {
            const Cell *answer = planning.run->body(index);
            if (!answer)
                break;
            piece.items.push_back({index, planning.run->plannedCell(index), plannedRequest(*answer)});
        } else if (!origin && planning.options.hasBudget()
                   && !isFinal(planning.run->cells().state(static_cast<std::size_t>(index))) && planning.run->isAskable(index)) {
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
    if (planning.options.hasBudget() && !d->context.answers) {
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

void Session::beginSorting(RunPlanning &planning)
{
    const bool isWhole = planning.options.scope.kind == RunScope::Kind::All;
    planning.sorting = PlanSorting{.shown = runId(), .shownCells = size(), .places = {}};
    const std::optional<Experiment> edited = d->followed; // it may have gone on since
    if (edited || !isWhole)
        follow(planning.experiment);
    if (!isWhole)
        planning.sorting->places = d->lookup;
    if (edited)
        follow(*edited);
}

/// A cell of the plan is run, keeps the answer that is shown, or is left out.
void Session::sortCell(PlanSorting &sorting, const RunScope &scope, const CellKey &key) const
{
    if (scope.kind == RunScope::Kind::All) {
        sorting.cells.addPlanned(key);
        return;
    }
    const ResultLookup::Found found = sorting.places.find(key);
    std::optional<CellSummary> shown;
    if (found.cell >= 0)
        shown = summary(found.cell);
    if (isWanted(scope, key, shown)) {
        sorting.cells.addPlanned(key);
    } else if (shown) {
        const auto index = static_cast<int>(sorting.cells.size());
        CarriedCell origin = d->run->originOf(found.cell);
        // The preflight finds out whether what is asked is another thing too.
        origin.outdated = found.outdated || isOutdated(found.cell);
        sorting.hasOutdated = sorting.hasOutdated || origin.outdated;
        sorting.carried.emplace(index, origin);
        sorting.origins.emplace_back(index, found.cell);
        shown->key = key;
        sorting.cells.push_back(*shown);
    }
}

std::optional<Result<void>> Session::makePlannedRun(RunPlanning &planning)
{
    SortingTime time(d->context.background != nullptr);
    const bool isSame = planning.sorting && planning.sorting->shown == runId() && planning.sorting->shownCells == size();
    if (!isSame && !planning.run)
        beginSorting(planning);
    PlanSorting &sorting = *planning.sorting;
    const Plan &plan = planning.planner->plan();
    while (sorting.next < plan.size()) {
        sortCell(sorting, planning.options.scope, plan.key(sorting.next++));
        if (time.isOver())
            return std::nullopt;
    }
    if (!planning.run) {
        if (sorting.cells.size() == sorting.carried.size()) {
            return failure(ErrorKind::Usage, QCoreApplication::translate("Session", "No cell is left to run: all have answers."));
        }
        planning.run = std::make_unique<SessionRun>(d->context, planning.planner, std::move(sorting.cells), planning.options,
                                                    std::move(sorting.carried));
        planning.run->setRace(std::move(planning.race));
    }
    SessionRun *earlier = sorting.shown == runId() ? d->run.get() : nullptr;
    while (sorting.taken < sorting.origins.size()) {
        const auto &[index, shown] = sorting.origins[sorting.taken++];
        planning.run->takeAnswer(index, earlier, shown);
        if (time.isOver())
            return std::nullopt;
    }
    return Result<void>();
}

Result<void> Session::makeResumedRun(RunPlanning &planning) const
{
    if (!planning.resumed)
        return std::unexpected(planning.resumed.error());
    planning.run =
        std::make_unique<SessionRun>(d->context, planning.planner, std::move(planning.resumed->cells), planning.options);
    planning.run->setRace(std::move(planning.race));
    planning.run->takeUp(planning.options.resume->stored.run, planning.resumed->finished, planning.resumed->spent);
    return {};
}

} // namespace Tempera
