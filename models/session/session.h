// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/preflight.h"
#include "models/session/resultlookup.h"
#include "models/session/runoptions.h"

#include <QObject>
#include <QUuid>

#include <memory>
#include <vector>

namespace Tempera {

class RunJudgements;
class SessionRun;
struct AnswerOrigin;
struct HeldRun;
struct PlanSorting;
struct RunPlanning;
struct SessionState;

/// One run of one experiment: plan → engine → checks → ledger. The one owner of its cells, until it is released. In memory it
/// has a summary of each; bodies (request, texts, verdicts, trace) only of those that are under way or were looked at lately.
/// Beside the cells of its run it may have answers of earlier runs, where only a part was run again.
/// Lives on the thread that made it; every signal comes there. Destroying it cancels what runs.
class Session final : public QObject
{
    Q_OBJECT
public:
    explicit Session(const SessionContext &context, QObject *parent = nullptr);
    ~Session() override;

    /// What it works with.
    [[nodiscard]] const SessionContext &context() const;

    /// Plans and starts. An Error means that nothing was started (budget, broken template engine, nothing to run,
    /// a run under way). Cells that cannot be asked for at all are Failed and the others continue: at once where the provider is
    /// not known or a model file is missing, when its turn comes where its template fails: a cell's prompt is rendered when it
    /// is about to start. With a background in the context planning and rendering are done there: isPlanning() until begun()
    /// or refused() follows.
    [[nodiscard]] Result<void> run(const Experiment &experiment, const RunOptions &options);
    /// Stops running cells and branches, and those that wait are Cancelled. What is finished stays. Planning is given up
    /// without begun() or refused().
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isPlanning() const;
    /// How much of the cells has been looked at before the start (for the cost, where it is limited), in [0, 1].
    [[nodiscard]] double planningShare() const;

    /// Answers that leave others at one of their tokens; they run beside the run, also after its end, and belong to it.
    [[nodiscard]] const std::vector<Branch> &branches() const;
    /// Starts one. It leaves branch `parent` (an index), or the answer of `cell` when that is −1. Returns its index.
    [[nodiscard]] Result<int> branch(int cell, int parent, const BranchPoint &point);
    /// Takes a branch back (what runs of it is stopped), or brings it again.
    void setBranchRemoved(int index, bool removed);
    [[nodiscard]] bool hasRunningBranches() const;

    /// What is being edited, at each change: the answers of places that are changed step by step stay with them. Where
    /// their checks change, they are graded again; what the ledger has is what was asked when they ran.
    void follow(const Experiment &experiment);
    /// The cell of a place of the experiment that is followed.
    [[nodiscard]] ResultLookup::Found find(const CellKey &place) const;
    /// Compares the experiment that is followed with the one that ran.
    [[nodiscard]] const ResultLookup &lookup() const;
    /// Whether a cell's answer was made by an earlier run, from another prompt, case or setting.
    [[nodiscard]] bool isOutdated(int cell) const;

    /// What people say of the answers that are shown.
    [[nodiscard]] RunJudgements &judgements() const;
    /// Where the ledger has the answer of a cell.
    [[nodiscard]] AnswerOrigin originOf(int cell) const;

    /// Shows nothing any more. A run that continues is handed out; null where none does.
    [[nodiscard]] std::unique_ptr<HeldRun> release();
    /// Shows a run that another session released.
    void show(std::unique_ptr<HeldRun> held);
    /// Adds the answers of an earlier run to those of the shown one, where that has none.
    void addEarlier(const StoredRun &run, const Experiment &experiment);

    /// The cells of a run that was restored from its first page are still being read.
    [[nodiscard]] bool isReading() const;
    /// The run is over, and not every cell that was planned was answered.
    [[nodiscard]] bool endedEarly() const;
    /// The run that is shown is over and can continue (see isResumable()).
    [[nodiscard]] bool isResumable() const;
    /// What the ledger knows of the run as a whole; empty where none is shown.
    [[nodiscard]] RunRecord record() const;
    [[nodiscard]] QUuid runId() const;
    /// How many cells are shown.
    [[nodiscard]] int size() const;
    /// Of the cell with this index, in [0, size()).
    [[nodiscard]] CellSummary summary(int cell) const;
    /// All of them. A copy stays as it is while the run goes on, also in the background.
    [[nodiscard]] const CellTable &summaries() const;
    /// The whole cell; null where only the ledger has it: then it is asked, and cellsChanged() follows. The pointer holds until
    /// the event loop is back.
    [[nodiscard]] const Cell *body(int cell) const;
    /// The same, but nothing is asked for.
    [[nodiscard]] const Cell *bodyInMemory(int cell) const;
    /// What can be said of a cell without its body: its numbers, whom it asks; no texts and no verdicts.
    [[nodiscard]] Cell outline(int cell) const;
    /// Requests under way: indices of their cells, in no order.
    [[nodiscard]] QList<int> underWay() const;
    /// What the answers of a variant have cost, those of earlier runs included that are shown.
    [[nodiscard]] VariantCost costOf(int variant) const;
    [[nodiscard]] const RunTotals &totals() const;
    /// How the race stands, or ended; nothing where the run is none.
    [[nodiscard]] std::optional<RaceReport> race() const;
    /// The experiment as it was when the run started.
    [[nodiscard]] const Experiment &experiment() const;

    /// Shows a run of the ledger again, without running anything. Of one that came as a page the other cells are read from
    /// the ledger; cellsAdded() follows. What still runs is cancelled without a word.
    void restore(const StoredRun &run, const Experiment &experiment);

Q_SIGNALS:
    void begun();                              ///< A run that was planned in the background has started.
    void refused(const Tempera::Error &error); ///< Nothing was started, and why.
    void planningChanged();                    ///< isPlanning() has changed.
    void planningProgressed();                 ///< planningShare() has changed.
    void planned();                            ///< summaries() is a new list.
    void branchAdded(int index);
    void branchChanged(int index); ///< State, text, trace of one branch changed, or it was taken back.
    void branchesRunning();        ///< hasRunningBranches() may have changed.
    /// State, text, numbers or grade of these cells changed, or the body of one came into memory.
    void cellsChanged(int first, int last);
    /// summaries() has become longer by these.
    void cellsAdded(int first, int last);
    void totalsChanged();
    void finished(); ///< Every cell is final, graded and in the ledger. Never sent from within run().
    void storageFailed(const Tempera::Error &error); ///< What people say could not be kept, or a run: before finished().

private:
    void dropRun();
    void takeRun(std::unique_ptr<SessionRun> run);
    void connectRun();
    void connectBranches();
    void takeBranches(std::vector<Branch> stored);
    void announceRun();
    void showJudgements();
    void takeChecks();
    void stopPlanning();
    void takePlan(const std::shared_ptr<RunPlanning> &planning);
    void continuePlanning(const std::shared_ptr<RunPlanning> &planning);
    [[nodiscard]] std::optional<Result<void>> advance(const std::shared_ptr<RunPlanning> &planning);
    void endPlanning(const Result<void> &started);
    [[nodiscard]] std::optional<Result<void>> arrange(RunPlanning &planning);
    void beginSorting(RunPlanning &planning);
    void sortCell(PlanSorting &sorting, const RunScope &scope, const CellKey &key) const;
    [[nodiscard]] Preflight::Piece nextPiece(RunPlanning &planning) const;
    void takePiece(const std::shared_ptr<RunPlanning> &planning, const Preflight::Piece &piece);
    [[nodiscard]] Result<void> begin(RunPlanning &planning);
    [[nodiscard]] std::optional<Result<void>> makePlannedRun(RunPlanning &planning);
    [[nodiscard]] Result<void> makeResumedRun(RunPlanning &planning) const;

    std::unique_ptr<SessionState> d;
};

} // namespace Tempera
