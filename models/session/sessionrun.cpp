// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionrun.h"

#include "models/session/preparation.h"
#include "models/session/runtotals.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Answers that wait for their checks; beyond it no cell is started, so that what waits stays small.
constexpr int mostUngraded = 1'000;

QString runTitle(const Experiment &experiment, const QString &path)
{
    if (!experiment.description.isEmpty())
        return experiment.description;
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

} // namespace

SessionRun::SessionRun(const SessionContext &context, const Experiment &experiment, std::vector<Cell> cells,
                       const RunOptions &options, CarriedCells carried)
    : m_context(context), m_experiment(experiment), m_options(options), m_cells(std::move(cells)), m_carried(std::move(carried))
{
    prepareCells(m_cells, m_context);
    m_concurrency = std::max(1, options.maxConcurrency > 0 ? options.maxConcurrency : experiment.maxConcurrency);
    m_totals.planned = static_cast<int>(m_cells.size() - m_carried.size());
    m_record.id = QUuid::createUuid();
    m_record.title = runTitle(experiment, options.experimentPath);
    m_record.experimentPath = options.experimentPath;
    m_record.experimentYaml = options.experimentYaml;
    m_record.plannedCells = m_totals.planned;
}

SessionRun::SessionRun(const SessionContext &context, const Experiment &experiment, const StoredRun &stored)
    : m_context(context), m_experiment(experiment), m_record(stored.run), m_cells(stored.cells), m_phase(Phase::Over)
{
    m_totals.planned = stored.run.plannedCells;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        addFinished(m_totals, m_cells[i]);
        keepTraceOf(static_cast<int>(i));
    }
}

SessionRun::~SessionRun()
{
    if (m_phase == Phase::Running)
        m_context.store->finishRun(m_record.id, RunState::Stopped, m_context.clock->now());
}

std::optional<Error> SessionRun::overBudget() const
{
    if (!m_options.maxCost)
        return std::nullopt;
    const Budget budget{m_options.maxCost, std::nullopt};
    const CostEstimate estimate = estimateCells(m_cells, *m_context.catalog);
    return budgetError(checkBudget(budget, estimate, Money()), budget, estimate, Money());
}

void SessionRun::start()
{
    if (m_context.engineFor)
        m_context.engine = m_context.engineFor(m_options.experimentPath);
    m_phase = Phase::Running;
    m_record.started = m_context.clock->now();
    m_context.store->beginRun(m_record);
    m_unsettled = m_totals.planned;
    askWhetherKept();
    storeFailedAtOnce();
    pump();
    // Even when nothing is left to do, the end comes after run() has returned.
    QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
}

void SessionRun::storeFailedAtOnce()
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const int index = static_cast<int>(i);
        if (const CarriedCell *origin = carried(index)) {
            keepTraceOf(index);
            if (origin->traceAway)
                m_putAway.insert(index);
        } else if (isFinal(m_cells[i].state))
            complete(index);
    }
}

const CarriedCell *SessionRun::carried(int index) const
{
    const auto found = m_carried.find(index);
    return found == m_carried.end() ? nullptr : &found->second;
}

CarriedCell SessionRun::originOf(int index) const
{
    const CarriedCell *earlier = carried(index);
    CarriedCell origin = earlier ? *earlier : CarriedCell{m_record.id, m_cells.at(static_cast<std::size_t>(index)).request.key};
    origin.traceAway = m_putAway.contains(index);
    return origin;
}

bool SessionRun::endedEarly() const
{
    return m_phase == Phase::Over && m_totals.done + m_totals.failed < m_totals.planned;
}

void SessionRun::addCarried(std::vector<Cell> cells, const std::vector<CarriedCell> &origins)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int index = static_cast<int>(m_cells.size());
        m_carried.emplace(index, origins[i]);
        m_cells.push_back(std::move(cells[i]));
        keepTraceOf(index);
    }
}

void SessionRun::stop()
{
    if (m_phase != Phase::Running || m_stopping)
        return;
    m_stopping = true;
    m_endState = RunState::Stopped;
    cancelWaiting(std::nullopt);
    std::vector<Generation *> running;
    for (const auto &[index, generation] : m_running) {
        if (generation)
            running.push_back(generation.get());
    }
    for (Generation *generation : running)
        generation->cancel();
    m_grader.stop();
}

QString SessionRun::budgetSentence() const
{
    return QCoreApplication::translate("Session", "The run reached its limit of %1.").arg(m_options.maxCost->text());
}

bool SessionRun::budgetReached() const
{
    return m_options.maxCost && m_spent >= *m_options.maxCost && m_spent > Money();
}

void SessionRun::pump()
{
    if (m_pumping || m_phase != Phase::Running)
        return;
    m_pumping = true; // a sink may be called while start() still runs
    while (m_next < m_cells.size() && hasSlot() && m_grader.waiting() < mostUngraded) {
        if (isFinal(m_cells[m_next].state)) {
            ++m_next;
            continue;
        }
        if (budgetReached()) {
            m_endState = RunState::Stopped;
            Error error;
            error.kind = ErrorKind::Budget;
            error.detail = budgetSentence();
            cancelWaiting(error);
            break;
        }
        startCell(static_cast<int>(m_next++));
    }
    m_pumping = false;
}

void SessionRun::startCell(int index)
{
    m_running[index] = nullptr;
    ++m_totals.running;
    cell(index).state = CellState::Queued;
    Q_EMIT cellChanged(index);
    auto generation =
        m_context.engine->start(cell(index).request, [this, index](const GenerationBatch &batch) { receive(index, batch); });
    if (isFinal(cell(index).state))
        discard(std::move(generation));
    else
        m_running[index] = std::move(generation);
}

void SessionRun::receive(int index, const GenerationBatch &batch)
{
    Cell &changed = cell(index);
    if (isFinal(changed.state))
        return;
    for (const GenerationEvent &event : batch) {
        changed.apply(event);
        if (const auto *retrying = std::get_if<Event::Retrying>(&event))
            m_totals.pausedUntil = std::max(m_totals.pausedUntil, m_context.clock->monotonic() + retrying->wait);
    }
    if (!isFinal(changed.state)) {
        Q_EMIT cellChanged(index);
        return;
    }
    retire(index);
    settleCost(changed);
    gradeDone(index);
    m_grader.pump(); // a judge that waits ends a cell, and comes first
    pump();
}

void SessionRun::retire(int index)
{
    const auto it = m_running.find(index);
    discard(std::move(it->second));
    m_running.erase(it);
    --m_totals.running;
}

void SessionRun::discard(std::unique_ptr<Generation> ended)
{
    if (!ended)
        return;
    m_retired.push_back(std::move(ended));
    if (m_retired.size() == 1)
        QMetaObject::invokeMethod(this, [this] { m_retired.clear(); }, Qt::QueuedConnection);
}

void SessionRun::settleCost(Cell &ended)
{
    const Price price = m_context.catalog->capabilitiesFor(ended.request.endpoint).price;
    ended.cost = actualCost(price, ended.usage);
    m_spent += ended.cost.value_or(Money());
}

/// A cell is final and graded: counted, stored, shown.
void SessionRun::complete(int index)
{
    const Cell &settled = cell(index);
    --m_unsettled;
    addFinished(m_totals, settled);
    m_context.store->saveCell(m_record.id, settled);
    askWhetherKept();
    keepTraceOf(index);
    Q_EMIT cellChanged(index);
    Q_EMIT totalsChanged();
    if (m_unsettled == 0)
        QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
}

/// At the start and then once a second at most: that nothing can be kept is not to be found out at the end of what was
/// paid for.
void SessionRun::askWhetherKept()
{
    constexpr std::chrono::seconds pause{1};
    const std::chrono::microseconds now = m_context.clock->monotonic();
    if (m_asksWhetherKept || (m_askedWhetherKept && now - *m_askedWhetherKept < pause))
        return;
    m_asksWhetherKept = true;
    m_askedWhetherKept = now;
    m_context.store->flush(this, [this](const Result<void> &kept) {
        m_asksWhetherKept = false;
        tellWhetherKept(kept);
    });
}

/// Once a run.
void SessionRun::tellWhetherKept(const Result<void> &kept)
{
    if (!kept && !std::exchange(m_toldNotKept, true))
        Q_EMIT storageFailed(kept.error());
}

/// Counts the trace of a cell that is in the ledger, and puts away the oldest ones that no longer fit.
void SessionRun::keepTraceOf(int index)
{
    std::size_t bytes = 0;
    for (const auto &token : cell(index).trace)
        bytes += sizeof(TokenTrace) + token->candidates.capacity() * sizeof(Candidate);
    if (bytes == 0)
        return;
    m_traced.emplace_back(index, bytes);
    m_traceBytes += bytes;
    while (m_traceBytes > m_options.traceMemory && m_traced.size() > 1) {
        const auto [oldest, freed] = m_traced.front();
        m_traced.pop_front();
        m_traceBytes -= freed;
        cell(oldest).trace = {};
        m_putAway.insert(oldest);
        Q_EMIT cellChanged(oldest);
    }
}

void SessionRun::fetchTrace(int index)
{
    if (m_putAway.erase(index) == 0)
        return;
    const auto take = [this, index](Result<Trace> trace) {
        if (!trace) {
            m_putAway.insert(index);
            Q_EMIT storageFailed(trace.error());
            return;
        }
        cell(index).trace = *std::move(trace);
        keepTraceOf(index);
        Q_EMIT cellChanged(index);
    };
    const CarriedCell *origin = carried(index);
    m_context.store->loadTrace(origin ? origin->run : m_record.id, origin ? origin->key : cell(index).request.key, this, take);
}

/// What was never asked for is not stored: a resumed run has still to do it.
void SessionRun::cancelWaiting(const std::optional<Error> &why)
{
    for (; m_next < m_cells.size(); ++m_next) {
        Cell &waiting = m_cells[m_next];
        if (isFinal(waiting.state))
            continue;
        waiting.state = CellState::Cancelled;
        waiting.error = why;
        --m_unsettled;
        addFinished(m_totals, waiting);
        Q_EMIT cellChanged(static_cast<int>(m_next));
    }
    Q_EMIT totalsChanged();
    QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
}

void SessionRun::finishWhenDone()
{
    if (m_phase != Phase::Running || m_unsettled > 0)
        return;
    m_phase = Phase::Over;
    m_context.store->finishRun(m_record.id, m_endState, m_context.clock->now());
    m_context.store->flush(this, [this](const Result<void> &kept) {
        tellWhetherKept(kept);
        Q_EMIT finished();
    });
}

} // namespace Tempera
