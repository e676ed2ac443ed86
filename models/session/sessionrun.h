// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"
#include "models/session/storebacklog.h"

#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace Tempera {

/// Where an answer was made that is shown beside those of another run.
struct CarriedCell {
    QUuid run;
    CellKey key;            ///< In that run.
    bool outdated = false;  ///< Its request was another one than the cell's would be now.
    bool traceAway = false; ///< Only the ledger has its trace.
};
using CarriedCells = std::unordered_map<int, CarriedCell>;

/// One run, from planned cells to the ledger. Session shows it to the outside; it lives on the same thread.
class SessionRun final : public QObject
{
    Q_OBJECT
public:
    /// `carried` says which of the cells are answers of an earlier run that are shown beside this one's; they are final.
    SessionRun(const SessionContext &context, const Experiment &experiment, std::vector<Cell> cells, const RunOptions &options,
               CarriedCells carried = {});
    /// A run of the ledger; it is over.
    SessionRun(const SessionContext &context, const Experiment &experiment, const StoredRun &stored);
    /// Makes it a run of the ledger that goes on: those of its cells that are `finished` (indexes) have their results and are
    /// neither asked nor stored again, and so much was spent. Before overBudget() and start(); nothing is asked before the
    /// ledger has said that the run is ours.
    void takeUp(const RunRecord &record, const std::vector<int> &finished, Money spent);
    /// Cancels what runs; the ledger is told that the run was stopped.
    ~SessionRun() override;

    /// Why the budget forbids the run; nothing when it does not.
    [[nodiscard]] std::optional<Error> overBudget() const;
    void start();
    void stop();

    /// See Session::fetchTrace().
    void fetchTrace(int index);
    /// The experiment with other checks. Answers of the cases that have others than before are graded again in the pool;
    /// cellChanged() and totalsChanged() follow. The ledger keeps what was asked when they ran.
    void gradeAgain(const Experiment &experiment);
    /// Puts answers of an earlier run beside those of a restored one.
    void addCarried(std::vector<Cell> cells, const std::vector<CarriedCell> &origins);

    [[nodiscard]] bool isRunning() const { return m_phase == Phase::Running; }
    [[nodiscard]] QUuid id() const { return m_record.id; }
    [[nodiscard]] const RunRecord &record() const { return m_record; }
    [[nodiscard]] const Experiment &experiment() const { return m_experiment; }
    /// Where an answer comes from that this run did not make; null for its own.
    [[nodiscard]] const CarriedCell *carried(int index) const;
    /// What another run has to know to show the answer beside its own.
    [[nodiscard]] CarriedCell originOf(int index) const;
    /// Fewer cells than planned have an answer or an error, and no more will.
    [[nodiscard]] bool endedEarly() const;
    /// See Session::isResumable().
    [[nodiscard]] bool isResumable() const;
    [[nodiscard]] const std::vector<Cell> &cells() const { return m_cells; }
    [[nodiscard]] const RunTotals &totals() const { return m_totals; }

Q_SIGNALS:
    void cellChanged(int index);
    void totalsChanged();
    void storageFailed(const Tempera::Error &error);
    void finished();

private:
    enum class Phase { Planned, Running, Over };
    /// What grading an answer needs, away from the cells that may change meanwhile.
    struct Judging {
        Cell cell; ///< Without its trace: no check looks at it.
        QList<CheckSpec> checks;
        Variables variables;
        std::optional<double> threshold;

        [[nodiscard]] Grade grade() const;
    };

    [[nodiscard]] Cell &cell(int index) { return m_cells[static_cast<std::size_t>(index)]; }
    [[nodiscard]] bool budgetReached() const;
    void storeFailedAtOnce();
    void waitForStore();
    void pump();
    void startCell(int index);
    void receive(int index, const GenerationBatch &batch);
    void retire(int index);
    void discard(std::unique_ptr<Generation> ended);
    void settleCost(Cell &cell);
    void gradeDone(int index);
    [[nodiscard]] Judging judging(int index) const;
    void gradeNext();
    void takeGrade(int index, const Grade &grade);
    void complete(int index);
    void askWhetherKept();
    void takeWhetherKept(const Result<void> &kept, std::int64_t count);
    void tellWhetherKept(const Result<void> &kept);
    void keepTraceOf(int index);
    void cancelWaiting(const std::optional<Error> &why);
    void finishWhenDone();

    SessionContext m_context;
    Experiment m_experiment;
    RunOptions m_options;
    RunRecord m_record;
    std::vector<Cell> m_cells;
    CarriedCells m_carried; ///< By index; they belong to another run and are neither counted nor stored again.
    RunTotals m_totals;
    Money m_spent; ///< Also by cells whose checks are still under way.
    Phase m_phase = Phase::Planned;
    RunState m_endState = RunState::Finished;
    std::deque<std::pair<int, std::size_t>> m_traced; ///< Finished cells with a trace in memory, and its bytes.
    std::size_t m_traceBytes = 0;
    std::unordered_set<int> m_putAway; ///< Finished cells whose trace only the ledger has.
    std::size_t m_next = 0;            ///< Cells before it were started or are final.
    int m_unsettled = 0;               ///< Cells that are not final, or final and not graded yet.
    int m_concurrency = 1;
    bool m_pumping = false;
    bool m_stopping = false;
    std::deque<int> m_gradedAgain; ///< Cells that are still to be graded again.
    int m_grading = 0;             ///< How many of them are in the pool.
    int m_checksChanged = 0;       ///< How often the checks became others; a grade of earlier ones is not taken.
    std::unordered_set<int> m_takenUp; ///< Cells that an earlier part of the run had finished.
    bool m_isTakenUp = false;
    bool m_waitsForStore = false; ///< Nothing is asked before the ledger has answered.
    StoreBacklog m_backlog;
    bool m_asksWhetherKept = false;
    bool m_toldNotKept = false;
    std::optional<std::chrono::microseconds> m_notKept; ///< Monotonic time of the last answer that nothing can be written.
    std::unordered_map<int, std::unique_ptr<Generation>> m_running;
    /// Ended ones: a handle is not destroyed from within its own sink.
    std::vector<std::unique_ptr<Generation>> m_retired;
};

} // namespace Tempera
