// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionrun.h"

#include "models/checks/jsonschema.h"
#include "models/session/preparation.h"
#include "models/session/resume.h"
#include "models/session/runtotals.h"

#include <QCoreApplication>
#include <QFuture>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Cells in the engine's hands at once: it serves fewer, and what comes of them all is to be on disk soon.
constexpr int mostUnderWay = 1024;

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
    m_concurrency = std::clamp(options.maxConcurrency > 0 ? options.maxConcurrency : experiment.maxConcurrency, 1, mostUnderWay);
    m_totals.planned = static_cast<int>(m_cells.size() - m_carried.size());
    m_record.id = QUuid::createUuid();
    m_record.title = runTitle(experiment, options.experimentPath);
    m_record.experimentPath = options.experimentPath;
    m_record.experimentYaml = options.experimentYaml;
    m_record.plannedCells = m_totals.planned;
    m_record.planOptions = planOptionsToJson(options);
    m_options.resume.reset(); // its cells are here
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

void SessionRun::takeUp(const RunRecord &record, const std::vector<int> &finished, Money spent)
{
    m_isTakenUp = true;
    m_record = record;
    m_record.state = RunState::Running;
    m_record.finished = {};
    m_spent = spent;
    for (const int index : finished) {
        m_takenUp.insert(index);
        addFinished(m_totals, cell(index));
        keepTraceOf(index);
    }
    m_totals.resumed = m_totals.finished();
}

std::optional<Error> SessionRun::overBudget() const
{
    if (!m_options.maxCost)
        return std::nullopt;
    const Budget budget{m_options.maxCost, std::nullopt};
    CostEstimate estimate = estimateCells(m_cells, *m_context.catalog);
    for (std::optional<Money> *end : {&estimate.low, &estimate.high}) {
        if (*end)
            **end += m_spent; // by the part of the run that was before
    }
    return budgetError(checkBudget(budget, estimate, Money()), budget, estimate, Money());
}

void SessionRun::start()
{
    if (m_context.engineFor)
        m_context.engine = m_context.engineFor(m_options.experimentPath);
    m_phase = Phase::Running;
    if (!m_isTakenUp)
        m_record.started = m_context.clock->now();
    m_context.store->beginRun(m_record);
    m_unsettled = m_totals.planned - static_cast<int>(m_takenUp.size());
    if (m_isTakenUp) {
        waitForStore();
    } else {
        askWhetherKept();
        storeFailedAtOnce();
        pump();
    }
    // Even when nothing is left to do, the end comes after run() has returned.
    QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
}

/// Another program may have taken the run up meanwhile; then nothing is asked.
void SessionRun::waitForStore()
{
    m_waitsForStore = true;
    m_context.store->flush(this, [this](const Result<void> &kept) {
        m_waitsForStore = false;
        if (m_phase != Phase::Running)
            return;
        storeFailedAtOnce();
        if (!kept) {
            tellWhetherKept(kept);
            stop();
        }
        pump();
    });
}

void SessionRun::storeFailedAtOnce()
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const int index = static_cast<int>(i);
        if (const CarriedCell *origin = carried(index)) {
            keepTraceOf(index);
            if (origin->traceAway)
                m_putAway.insert(index);
        } else if (m_cells[i].state == CellState::Failed && !m_takenUp.contains(index)) // others may have been stopped by now
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

bool SessionRun::isResumable() const
{
    return m_phase == Phase::Over && Tempera::isResumable(m_record);
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
}

bool SessionRun::budgetReached() const
{
    return m_options.maxCost && m_spent >= *m_options.maxCost && m_spent > Money();
}

void SessionRun::pump()
{
    if (m_pumping || m_waitsForStore || m_phase != Phase::Running)
        return;
    m_pumping = true; // a sink may be called while start() still runs
    while (m_next < m_cells.size() && static_cast<int>(m_running.size()) < m_concurrency) {
        if (!m_notKept && m_backlog.isTooLong(m_context.clock->monotonic()))
            break; // goes on with the store's answer, which is under way
        if (isFinal(m_cells[m_next].state)) {
            ++m_next;
            continue;
        }
        if (budgetReached()) {
            m_endState = RunState::Stopped;
            Error error;
            error.kind = ErrorKind::Budget;
            error.detail =
                QCoreApplication::translate("Session", "The run reached its limit of %1.").arg(m_options.maxCost->text());
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

/// Grades a cell that was answered, in the pool: a check may take long, and the window must not wait for it.
void SessionRun::gradeDone(int index)
{
    Cell &ended = cell(index);
    if (ended.state != CellState::Done) {
        complete(index);
        return;
    }
    Judging asked = judging(index);
    const bool hasSchema = !ended.request.sampling.jsonSchema.isEmpty() && ended.request.sampling.grammar.isEmpty();
    if (asked.checks.isEmpty() && !hasSchema) {
        ended.grade = Grade();
        complete(index);
        return;
    }
    Q_EMIT cellChanged(index); // the answer is there; its verdicts follow
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [asked = std::move(asked)] {
                  const SamplingSettings &sampling = asked.cell.request.sampling;
                  const bool byGrammar = sampling.jsonSchema.isEmpty() || !sampling.grammar.isEmpty();
                  return std::pair(asked.grade(), byGrammar ? Notes() : schemaNotes(asked.cell.text, sampling.jsonSchema));
              })
        .then(this, [this, index, asked = m_checksChanged](const std::pair<Grade, Notes> &judged) { // dropped when this is gone
            if (asked != m_checksChanged) {
                gradeDone(index);
                return;
            }
            cell(index).grade = judged.first;
            cell(index).notes += judged.second;
            complete(index);
            finishWhenDone();
        });
}

/// A cell is final and graded: counted, stored, shown.
void SessionRun::complete(int index)
{
    const Cell &settled = cell(index);
    --m_unsettled;
    addFinished(m_totals, settled);
    m_context.store->saveCell(m_record.id, settled);
    m_backlog.add(m_context.clock->monotonic());
    askWhetherKept();
    keepTraceOf(index);
    Q_EMIT cellChanged(index);
    Q_EMIT totalsChanged();
    if (m_unsettled == 0)
        QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
}

/// At the start, and from then on whenever the last answer is there: what came meanwhile is written together. That nothing can
/// be kept is not to be found out at the end of what was paid for; where it is so, it is asked once a second at most.
void SessionRun::askWhetherKept()
{
    constexpr std::chrono::seconds pause{1};
    if (m_asksWhetherKept || (m_notKept && m_context.clock->monotonic() - *m_notKept < pause))
        return;
    m_asksWhetherKept = true;
    m_context.store->flush(this, [this, count = m_backlog.count()](const Result<void> &kept) {
        m_asksWhetherKept = false;
        takeWhetherKept(kept, count);
    });
}

/// `count` cells were handed to the store when it was asked.
void SessionRun::takeWhetherKept(const Result<void> &kept, std::int64_t count)
{
    if (kept) {
        m_notKept.reset();
        m_backlog.saved(count);
    } else {
        m_notKept = m_context.clock->monotonic();
        m_backlog.failed();
        tellWhetherKept(kept);
    }
    if (m_phase != Phase::Running)
        return;
    if (m_backlog.isAhead())
        askWhetherKept();
    pump();
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
    m_record.state = m_endState;
    m_record.finished = m_context.clock->now();
    m_context.store->finishRun(m_record.id, m_record.state, m_record.finished);
    m_context.store->flush(this, [this](const Result<void> &kept) {
        tellWhetherKept(kept);
        Q_EMIT finished();
    });
}

} // namespace Tempera
