// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/bodycache.h"
#include "models/session/carriedcell.h"
#include "models/session/fallbackchain.h"
#include "models/session/grader.h"
#include "models/session/preparation.h"
#include "models/session/retiredgenerations.h"
#include "models/session/runbookkeeping.h"
#include "models/session/runbudget.h"
#include "models/session/runhistory.h"
#include "models/session/runrace.h"
#include "models/session/storebacklog.h"

#include <deque>
#include <unordered_map>
#include <utility>

namespace Tempera {

/// One run, from planned cells to the ledger. Of each cell it keeps a summary; bodies are in memory while they are under way
/// and when they were looked at lately, all others only the ledger has. Session shows it to the outside; it lives on the same
/// thread.
class SessionRun final : public QObject, private RunBookkeeping
{
    Q_OBJECT
public:
    /// `planner` makes the cells when their turn comes. `carried` says which of them are answers of an earlier run that are
    /// shown beside this one's; they are final. takeAnswer() has to follow for each.
    SessionRun(const SessionContext &context, std::shared_ptr<CellPlanner> planner, CellTable cells, const RunOptions &options,
               CarriedCells carried = {});
    /// A run of the ledger; it is over. Of one that came as a page, readOn() brings the others.
    SessionRun(const SessionContext &context, const Experiment &experiment, const StoredRun &stored);
    /// Reads the cells that are still missing, page by page; cellsAdded() and totalsChanged() follow.
    void readOn();
    /// Cells of it are still to come from the ledger.
    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// Makes it a run of the ledger that continues: those of its cells that are `finished` (indexes) have their results and are
    /// neither asked nor stored again, and so much was spent. Before overBudget() and start(); nothing is asked before the
    /// ledger has said that the run is ours.
    void takeUp(const RunRecord &record, const std::vector<int> &finished, Money spent);
    /// Before takeUp() and start(): it ends when this is decided.
    void setRace(std::unique_ptr<RunRace> race);
    /// Nothing where it is none.
    [[nodiscard]] std::optional<RaceReport> race() const;
    /// Cancels what runs; the ledger is told that the run was stopped.
    ~SessionRun() override;

    /// Why the budget forbids a run that will cost so much; nothing when it does not.
    [[nodiscard]] std::optional<Error> overBudget(CostEstimate estimate) const;
    void start();
    void stop();
    /// See Session::body().
    [[nodiscard]] const Cell *body(int index);
    /// The same without asking for it.
    [[nodiscard]] const Cell *bodyInMemory(int index);
    /// Before the start, once for each answer that is carried: what an earlier run knows of it by now, so that the ledger need not
    /// be asked for it; null = that run is not at hand any more.
    void takeAnswer(int index, SessionRun *earlier, int place);
    /// Before the start: the bodies that were asked for were seen, and may make room.
    void dropBodies() { m_bodies.trim(); }
    /// See Session::outline().
    [[nodiscard]] Cell outline(int index) const;
    /// Whether the cell can be asked for at all: its provider is known, its model's file is there.
    [[nodiscard]] bool isAskable(int index) const;
    /// The cell as it is before its prompt is rendered; Failed where it cannot be asked for.
    [[nodiscard]] Cell plannedCell(int index) const;
    /// The experiment with other checks. Answers of the cases that have others than before are looked for piece by piece and
    /// graded again in the pool; cellsChanged() and totalsChanged() follow. The ledger keeps what was asked when they ran.
    void gradeAgain(const Experiment &experiment);
    /// Puts answers of an earlier run beside those of a restored one.
    void addCarried(const CellTable &cells, const std::vector<CarriedCell> &origins);

    [[nodiscard]] bool isRunning() const { return m_phase == Phase::Running; }
    [[nodiscard]] QUuid id() const { return m_record.id; }
    [[nodiscard]] const RunRecord &record() const { return m_record; }
    [[nodiscard]] const Experiment &experiment() const { return m_experiment; }
    /// Where an answer comes from that this run did not make; null for its own.
    [[nodiscard]] const CarriedCell *carried(int index) const;
    [[nodiscard]] const CarriedCells &carriedCells() const { return m_carried; }
    /// An answer of an earlier run was found to answer another request.
    void setOutdated(int index, bool outdated) { m_carried.at(index).outdated = outdated; }
    /// What another run has to know to show the answer beside its own.
    [[nodiscard]] CarriedCell originOf(int index) const;
    /// Fewer cells than planned have an answer or an error, and no more will.
    [[nodiscard]] bool endedEarly() const;
    /// See Session::isResumable().
    [[nodiscard]] bool isResumable() const;
    [[nodiscard]] const CellTable &cells() const { return m_cells; }
    /// Requests under way: indices of their cells, in no order.
    [[nodiscard]] QList<int> underWay() const;
    /// What the answers of a variant have cost, carried ones included.
    [[nodiscard]] VariantCost costOf(int variant) const;
    [[nodiscard]] const RunTotals &totals() const { return m_totals; }

Q_SIGNALS:
    void cellsChanged(int first, int last);
    void cellsAdded(int first, int last);
    void totalsChanged();
    void storageFailed(const Tempera::Error &error);
    void finished();

private:
    struct RenderedCell;
    [[nodiscard]] Cell &cell(int index) { return m_live.at(index); } ///< One that is under way.
    [[nodiscard]] CellSummary summary(int index) const { return m_cells[static_cast<std::size_t>(index)]; }
    [[nodiscard]] CellKey keyOf(int index) const { return m_cells.key(static_cast<std::size_t>(index)); }
    [[nodiscard]] CellState stateOf(int index) const { return m_cells.state(static_cast<std::size_t>(index)); }
    void setSummary(int index, const CellSummary &summary) { m_cells.set(static_cast<std::size_t>(index), summary); }
    void prepareVariants();
    [[nodiscard]] PrepareCell prepares() const;
    [[nodiscard]] bool isStored(int index) const;
    void ask(int index);
    void askStore();
    void takeBodies(const QList<int> &indices, Result<std::vector<Cell>> &bodies);
    void takePage(const Result<StoredRun> &page);
    void trimBodies();
    void addCost(const CellSummary &summary);
    void tell(int index) { Q_EMIT cellsChanged(index, index); }
    void shareRoom();
    [[nodiscard]] bool mayStartNext();
    void waitForStore();
    void pump();
    [[nodiscard]] bool isQuiet();
    void renderAhead();
    [[nodiscard]] bool isTurnOfNext();
    bool hearEarlier();
    void hear(int index, const Cell &settled);
    void takeRendered(std::vector<RenderedCell> &cells);
    void startCell(int index);
    void receive(int index, const GenerationBatch &batch);
    void retire(int index);
    void settleCost(int index);
    void beginAttempts(int index);
    [[nodiscard]] bool mayBeAskedAgain(int index) const;
    void endAttempt(int index);
    void askAgain(int index);
    [[nodiscard]] bool startNextAttempts();
    void stopNextAttempts();
    void gradeDone(int index, const Verdicts &earlier = {});
    void takeFirstGrade(int index, const Graded &graded);
    [[nodiscard]] GradingTask gradingTask(const Cell &answer) const;
    [[nodiscard]] GraderHooks graderHooks();
    [[nodiscard]] bool hasSlot() const;
    [[nodiscard]] std::optional<double> thresholdAt(int index) const;
    [[nodiscard]] std::vector<int> rowOf(int index) const;
    void holdOrComplete(int index);
    void compareWhenWhole(int index);
    void compareHeld();
    void compareRow(const std::vector<int> &row);
    void compareRowAgain(int index);
    void compareAnswers(const std::vector<const Cell *> &row, bool mayAsk,
                        const std::function<void(const QList<Verdicts> &, bool isOfNow)> &told);
    void replaceGradeOf(int index, const Grade &grade);
    void endRow(const std::vector<int> &row, const QList<Verdicts> &compared);
    void gradeRowAgain(const std::vector<int> &row);
    void findOtherChecks();
    void gradeNext();
    void takeGrade(int index, const Graded &graded);
    void complete(int index);
    void askWhetherKept();
    void tellWhetherKept(const Result<void> &kept);
    [[nodiscard]] bool isRaceDecided() const;
    void tellStoredRace();
    void leaveOutWaiting();
    void keepLeftOut();
    [[nodiscard]] Cell leftOutCell(int index) const;
    void cancelWaiting(const std::optional<Error> &why);
    void finishWhenDone();

    SessionContext m_context;
    Experiment m_experiment;
    RunOptions m_options;
    RunRecord m_record;
    CellTable m_cells;
    bool m_isReading = false;
    CarriedCells m_carried; ///< By index; they belong to another run and are neither counted nor stored again.
    BodyCache m_bodies;     ///< Of others.
    std::unique_ptr<Preparation> m_preparation; ///< Null for a run of the ledger.
    RunBudget m_budget;                         ///< Counts cells whose checks are still under way too, and judges.
    Phase m_phase = Phase::Planned;
    std::shared_ptr<CellPlanner> m_planner; ///< Null for a run of the ledger.
    RunHistory m_history;                   ///< What prompts may use of earlier answers.
    std::unique_ptr<RunRace> m_race;        ///< Null = it is none.
    StoreWatch m_store;
    std::unordered_map<int, std::unique_ptr<Generation>> m_running;
    std::unordered_map<int, FallbackChain> m_chains; ///< Of cells under way that may need several attempts.
    std::deque<int> m_again;                         ///< Of them, those whose next attempt waits for a slot.
    RetiredGenerations m_retired;
    Grader m_grader{m_context, graderHooks()};
};

} // namespace Tempera
