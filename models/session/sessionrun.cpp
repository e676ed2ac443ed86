// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionrun.h"

#include "models/experiment/titles.h"
#include "models/session/resume.h"
#include "models/session/runtotals.h"
#include "models/session/worstcase.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// Prompts that are kept ready beside those of the cells that may start at once.
constexpr std::size_t renderedAhead = 32;
/// Of one piece of rendering: what is ready shall start, and others wait for the background too.
constexpr std::chrono::milliseconds renderingTime{20};
/// Answers that wait for their checks; beyond it no cell is started, so that what waits stays small.
constexpr int mostUngraded = 1'000;
/// Cells in the engine's hands at once: it serves fewer, and what comes of them all is to be on disk soon.
constexpr int mostUnderWay = 1024;

} // namespace

/// A cell with its prompt, and what it may cost at most where that counts.
struct SessionRun::RenderedCell {
    int index = 0;
    Cell cell;
    Cost worst = {};
    EarlierAnswers earlier = {}; ///< What its prompt may use.
};

SessionRun::SessionRun(const SessionContext &context, std::shared_ptr<CellPlanner> planner, CellTable cells,
                       const RunOptions &options, CarriedCells carried)
    : m_context(context),
      m_experiment(planner->plan().experiment()),
      m_options(options),
      m_cells(std::move(cells)),
      m_carried(std::move(carried)),
      m_bodies(options.bodyMemory),
      m_planner(std::move(planner)),
      m_history(m_experiment)
{
    prepareVariants();
    m_concurrency =
        std::clamp(options.maxConcurrency > 0 ? options.maxConcurrency : m_experiment.maxConcurrency, 1, mostUnderWay);
    if (!context.answers)
        m_delay = options.delay.value_or(m_experiment.delay);
    if (m_delay > m_delay.zero())
        m_concurrency = 1; // as promptfoo's: else it would be a delay for each slot
    m_totals.planned = static_cast<int>(m_cells.size() - m_carried.size());
    m_record.id = QUuid::createUuid();
    m_record.title = runTitle(m_experiment, options.experimentPath);
    m_record.experimentPath = options.experimentPath;
    m_record.experimentYaml = options.experimentYaml;
    m_record.plannedCells = m_totals.planned;
    m_record.planOptions = planOptionsToJson(options);
    m_budget = RunBudget(options, {}, context.spending);
    shareRoom();
    m_options.resume.reset(); // its cells are here
}

SessionRun::SessionRun(const SessionContext &context, const Experiment &experiment, const StoredRun &stored)
    : m_context(context),
      m_experiment(experiment),
      m_record(stored.run),
      m_cells(stored.cells),
      m_isReading(stored.hasMore && !stored.cells.empty()),
      m_bodies(m_options.bodyMemory),
      m_phase(Phase::Over)
{
    if (m_isReading)
        m_lastRead = m_cells.keys().back();
    m_totals.planned = stored.run.plannedCells;
    for (const CellSummary &each : m_cells) {
        addFinished(m_totals, each);
        addCost(each);
    }
    tellStoredRace();
}

SessionRun::~SessionRun()
{
    if (m_context.spending) // which hears of the end of what this one has under way
        disconnect(m_context.spending, nullptr, this, nullptr);
    if (m_planner)
        m_planner->stop();
    if (m_phase == Phase::Running)
        m_context.store->finishRun(m_record.id, RunState::Stopped, m_context.clock->now());
}

void SessionRun::takeUp(const RunRecord &record, const std::vector<int> &finished, Money spent)
{
    m_isTakenUp = true;
    m_record = record;
    m_record.state = RunState::Running;
    m_record.finished = {};
    m_budget = RunBudget(m_options, spent, m_context.spending);
    for (const int index : finished) {
        const CellSummary known = summary(index);
        addFinished(m_totals, known);
        addCost(known);
        if (m_race)
            m_race->add(static_cast<std::size_t>(index), known);
    }
    m_totals.resumed = m_totals.finished();
}

void SessionRun::start()
{
    if (m_context.engineFor)
        m_context.engine = m_context.engineFor(m_options.experimentPath);
    m_phase = Phase::Running;
    m_begun = m_context.clock->monotonic();
    if (!m_isTakenUp)
        m_record.started = m_context.clock->now();
    m_context.store->beginRun(m_record);
    m_unsettled = m_totals.planned - m_totals.resumed;
    if (m_isTakenUp) {
        waitForStore();
    } else {
        askWhetherKept();
        pump();
    }
    // Even when nothing is left to do, the end comes after run() has returned.
    QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
}

const CarriedCell *SessionRun::carried(int index) const
{
    const auto found = m_carried.find(index);
    return found == m_carried.end() ? nullptr : &found->second;
}

CarriedCell SessionRun::originOf(int index) const
{
    const CarriedCell *earlier = carried(index);
    return earlier ? *earlier : CarriedCell{m_record.id, keyOf(index)};
}

bool SessionRun::endedEarly() const
{
    return m_phase == Phase::Over && !m_isReading && m_totals.answered() + m_totals.notNeeded < m_totals.planned;
}

bool SessionRun::isResumable() const
{
    return m_phase == Phase::Over && Tempera::isResumable(m_record);
}

void SessionRun::addCarried(const CellTable &cells, const std::vector<CarriedCell> &origins)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        m_carried.emplace(static_cast<int>(m_cells.size()), origins[i]);
        const CellSummary cell = cells[i];
        m_cells.push_back(cell);
        addCost(cell);
    }
}

void SessionRun::stop()
{
    if (m_phase != Phase::Running || m_stopping)
        return;
    m_stopping = true;
    m_endState = RunState::Stopped;
    cancelWaiting(std::nullopt);
    stopNextAttempts();
    std::vector<Generation *> running;
    for (const auto &[index, generation] : m_running) {
        if (generation)
            running.push_back(generation.get());
    }
    for (Generation *generation : running)
        generation->cancel();
    m_grader.stop();
}

void SessionRun::pump()
{
    if (m_pumping || m_store.isAwaited || m_phase != Phase::Running || isQuiet())
        return;
    m_pumping = true; // a sink may be called while start() still runs
    const bool areNextStarted = startNextAttempts();
    while (areNextStarted && m_next < m_cells.size() && hasSlot() && m_grader.waiting() < mostUngraded) {
        if (!m_store.notKept && m_store.backlog.isTooLong(m_context.clock->monotonic()))
            break; // continues with the store's answer, which is under way
        if (isFinal(m_cells.state(m_next))) {
            ++m_next;
            continue;
        }
        if (isRaceDecided()) {
            leaveOutWaiting();
            break;
        }
        if (!isTurnOfNext())
            break; // it continues with an answer that its prompt may use
        renderAhead();
        if (m_next >= m_rendered)
            break; // it continues when there are prompts
        if (isFinal(m_cells.state(m_next)))
            continue;
        if (!mayStartNext())
            break;
        startCell(static_cast<int>(m_next++));
    }
    if (m_context.background && m_next < m_cells.size() && !m_history.isNeeded())
        renderAhead();
    m_pumping = false;
}

/// After an answer no cell starts for as long as is wanted; pump() follows when that is over.
bool SessionRun::isQuiet()
{
    const std::chrono::microseconds wait = m_quietUntil - m_context.clock->monotonic();
    if (m_delay == m_delay.zero() || wait <= wait.zero() || m_stopping)
        return false;
    if (!m_quietEnd)
        m_quietEnd = m_context.clock->timer([this] { pump(); });
    m_quietEnd->start(std::chrono::ceil<std::chrono::milliseconds>(wait));
    return true;
}

/// Keeps prompts for as many cells as may come next ready, so that the engine never waits for a template. Without a background
/// one at a time, when it is needed.
void SessionRun::renderAhead()
{
    const std::size_t wanted =
        m_context.background && !m_history.isNeeded() ? static_cast<std::size_t>(m_concurrency) + renderedAhead : 1;
    if (m_isRendering || m_rendered >= m_cells.size() || m_rendered >= m_next + (wanted + 1) / 2)
        return;
    const auto batch = std::make_shared<std::vector<RenderedCell>>();
    std::size_t next = std::max(m_rendered, m_next);
    for (; next < m_cells.size() && batch->size() < wanted; ++next) {
        const auto index = static_cast<int>(next);
        if (!isFinal(stateOf(index)))
            batch->push_back({index, plannedCell(index), {}, m_history.before(keyOf(index))});
    }
    if (batch->empty()) {
        m_rendered = next;
        return;
    }
    const auto render = [planner = m_planner, batch, limits = RunBudget(m_options)] {
        const auto end = std::chrono::steady_clock::now() + renderingTime;
        std::size_t done = 0;
        do {
            RenderedCell &each = (*batch)[done++];
            planner->render(each.cell, each.earlier);
            if (!isFinal(each.cell.state) && limits.isLimited(each.cell.request))
                each.worst = worstCase(each.cell.request);
        } while (done < batch->size() && !planner->isStopped() && std::chrono::steady_clock::now() < end);
        batch->resize(done);
    };
    if (!m_context.background) {
        render();
        takeRendered(*batch);
        return;
    }
    m_isRendering = true;
    m_context.background->run(render, this, [this, batch] {
        m_isRendering = false;
        takeRendered(*batch);
        pump();
    });
}

void SessionRun::takeRendered(std::vector<RenderedCell> &cells)
{
    for (auto &[index, rendered, worst, earlier] : cells) {
        if (m_phase != Phase::Running || m_next >= m_cells.size())
            return; // it was stopped meanwhile
        const bool failed = isFinal(rendered.state);
        m_bodies.erase(index);
        if (m_budget.isLimited(rendered.request))
            m_budget.setWorst(index, worst);
        m_live.insert_or_assign(index, std::move(rendered));
        m_rendered = static_cast<std::size_t>(index) + 1;
        if (failed)
            complete(index);
    }
}

void SessionRun::startCell(int index)
{
    beginAttempts(index);
    m_running[index] = nullptr;
    ++m_totals.running;
    cell(index).state = CellState::Queued;
    m_cells.setState(static_cast<std::size_t>(index), CellState::Queued);
    tell(index);
    GenerationRequest request = cell(index).request; // the cell may be over before start() is
    request.run = m_record.id;
    request.retry.startsOver = true; // a cell takes its text back
    const auto chain = m_chains.find(index);
    const bool isSame = chain != m_chains.end() && chain->second.isAnotherSample() && !request.sampling.seed;
    request.cache = isSame ? CacheUse::Never : m_options.cache; // which would give the answer that failed its checks
    Engine &asked = m_context.answers ? *m_context.answers : *m_context.engine;
    auto generation = asked.start(request, [this, index](const GenerationBatch &batch) { receive(index, batch); });
    const auto running = m_running.find(index);
    if (running == m_running.end()) // it is over
        m_retired.add(std::move(generation));
    else
        running->second = std::move(generation);
}

void SessionRun::receive(int index, const GenerationBatch &batch)
{
    if (isFinal(stateOf(index)))
        return;
    Cell &changed = cell(index);
    for (const GenerationEvent &event : batch) {
        changed.apply(event);
        if (const auto *retrying = std::get_if<Event::Retrying>(&event))
            m_totals.pausedUntil = std::max(m_totals.pausedUntil, m_context.clock->monotonic() + retrying->wait);
        else if (const auto *queued = std::get_if<Event::Queued>(&event); queued && queued->wait > queued->wait.zero())
            m_totals.pausedUntil = std::max(m_totals.pausedUntil, m_context.clock->monotonic() + queued->wait);
    }
    const bool mayGoOn = isFinal(changed.state) && m_chains.contains(index);
    if (!mayGoOn) // else it is not over yet
        setSummary(index, summaryOf(changed));
    if (!isFinal(changed.state)) {
        tell(index);
        return;
    }
    retire(index);
    settleCost(index);
    const bool wasAsked = changed.request.given.isEmpty()
                          && std::ranges::find(changed.notes, NoteKind::FromCache, &Note::kind) == changed.notes.end();
    if (wasAsked && m_delay > m_delay.zero())
        m_quietUntil = m_context.clock->monotonic() + m_delay;
    gradeDone(index);
    m_grader.pump(); // a judge that waits ends a cell, and comes first
    pump();
}

void SessionRun::retire(int index)
{
    const auto it = m_running.find(index);
    m_retired.add(std::move(it->second));
    m_running.erase(it);
    --m_totals.running;
}

/// What was never asked for is not stored: a resumed run has still to do it.
void SessionRun::cancelWaiting(const std::optional<Error> &why)
{
    m_planner->stop();
    const std::size_t first = m_next;
    m_neverAsked = std::min(m_neverAsked, first);
    m_whyCancelled = why;
    for (; m_next < m_cells.size(); ++m_next) {
        if (isFinal(m_cells.state(m_next)))
            continue;
        m_cells.setState(m_next, CellState::Cancelled);
        m_live.erase(static_cast<int>(m_next));
        m_bodies.erase(static_cast<int>(m_next)); // it says that it is planned
        --m_unsettled;
        addFinished(m_totals, m_cells[m_next]);
    }
    if (first < m_cells.size())
        Q_EMIT cellsChanged(static_cast<int>(first), static_cast<int>(m_cells.size()) - 1);
    Q_EMIT totalsChanged();
    QMetaObject::invokeMethod(this, &SessionRun::compareHeld, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
}

void SessionRun::finishWhenDone()
{
    if (m_phase != Phase::Running || m_unsettled > 0)
        return;
    m_phase = Phase::Over;
    m_budget.close();
    m_record.state = m_endState;
    m_record.finished = m_context.clock->now();
    m_context.store->finishRun(m_record.id, m_record.state, m_record.finished);
    m_context.store->flush(this, [this](const Result<void> &kept) {
        tellWhetherKept(kept);
        Q_EMIT finished();
    });
}

} // namespace Tempera
