// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"
#include "models/core/ports/clock.h"
#include "models/core/ports/engine.h"
#include "models/core/ports/runstore.h"
#include "models/experiment/plan.h"
#include "models/pricing/catalog.h"
#include "models/pricing/estimate.h"
#include "models/session/resultlookup.h"

#include <QObject>
#include <QUuid>

#include <functional>
#include <memory>
#include <vector>

namespace Tempera {

class SessionRun;
struct HeldRun;
struct RunToResume;

/// What a session needs from outside; all of it outlives the session.
struct SessionContext {
    Engine *engine = nullptr;
    RunStore *store = nullptr;
    const Clock *clock = nullptr;
    const Catalog *catalog = nullptr;
    /// What stands after "local:" → the absolute path of its GGUF, or why there is none. Without it, and for names
    /// it does not know, local cells fail with ModelMissing.
    std::function<Result<QString>(const QString &model)> localModelPath = {};
    /// The engine for a run of one experiment, by its path, which may have rights of its own; asked at each run's start.
    /// Without it `engine` is taken.
    std::function<Engine *(const QString &experiment)> engineFor = {};
    /// Where the prompts of a run are rendered, each of which may be a long script; null = at once.
    Background *background = nullptr;
    /// Bytes that a run may take; asked at each. Nothing, or without it: nobody knows.
    std::function<std::optional<std::int64_t>()> freeMemory = {};
};

/// Which cells of the experiment are run. The others keep the answers that are shown for them.
struct RunScope {
    enum class Kind {
        All,
        MissingAndFailed, ///< Without an answer: never asked, stopped, or ended in an error.
        Case,             ///< All cells of the case of `place`.
        Variant,          ///< All cells of its variant.
        Cell,             ///< That one.
    };
    Kind kind = Kind::All;
    CellKey place = {};
};

/// How a run is carried out.
struct RunOptions {
    PlanOptions plan;
    RunScope scope = {};
    std::optional<Money> maxCost; ///< Refuse to start above it, and stop starting cells when it is reached.
    int maxConcurrency = 0;       ///< Cells under way at once; 0 = the experiment's own.
    QString experimentPath;
    QByteArray experimentYaml;
    /// A run of the ledger that goes on instead of a new one: its finished cells stay, the others are asked. Nothing is begun
    /// where its plan is another one now (Usage, see resumedCells()). `plan` is that of the run; see takePlanOptions().
    std::shared_ptr<const RunToResume> resume = {};
    /// Bytes that the traces of finished cells may take in memory; beyond it the oldest are put away (the ledger has
    /// them). What streams is never touched.
    std::size_t traceMemory = std::size_t{256} << 20;
};

/// Where an answer is left, and how it goes on.
struct BranchPoint {
    int position = 0;                              ///< Index of the first token that is no longer taken over.
    std::int32_t token = -1;                       ///< What stands there instead; −1 = it is drawn anew.
    QByteArray piece = {};                         ///< Bytes of that token.
    std::optional<SamplingSettings> sampling = {}; ///< Other settings from there on; nothing = the answer's own.
};

/// Sums over the cells of a run.
struct RunTotals {
    int planned = 0, done = 0, failed = 0, cancelled = 0, running = 0;
    int passed = 0, checksFailed = 0, notEvaluated = 0;
    std::int64_t inputTokens = 0, outputTokens = 0;
    Money cost;
    int unknownCosts = 0;
    int resumed = 0; ///< Of the finished ones: what an earlier part of the run had done.
    /// Monotonic time until which a request pauses before it is sent again; in the past = none does.
    std::chrono::microseconds pausedUntil{0};

    [[nodiscard]] int finished() const { return done + failed + cancelled; }
    /// Those that were asked and answered, if only with an error.
    [[nodiscard]] int answered() const { return done + failed; }
};

/// One run of one experiment: plan → engine → checks → ledger. The one owner of its cells, until it is released.
/// Beside the cells of its run it may have answers of earlier runs, where only a part was run again.
/// Lives on the thread that made it; every signal comes there. Destroying it cancels what runs.
class Session final : public QObject
{
    Q_OBJECT
public:
    explicit Session(const SessionContext &context, QObject *parent = nullptr);
    ~Session() override;

    /// Plans and starts. An Error means that nothing was started (budget, broken template engine, nothing to run,
    /// a run under way). Cells that cannot be asked for at all (a template that fails, a provider that is not
    /// known, a model file that is missing) are Failed at once; the others go on. With a background in the context the
    /// planning is done there: isPlanning() meanwhile, and begun() or refused() follows.
    [[nodiscard]] Result<void> run(const Experiment &experiment, const RunOptions &options);
    /// Stops running cells and branches, and those that wait are Cancelled. What is finished stays. Planning is given up
    /// without begun() or refused().
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isPlanning() const;

    /// Answers that leave others at one of their tokens; they run beside the run, also after its end, and belong to it.
    [[nodiscard]] const std::vector<Branch> &branches() const;
    /// Starts one. It leaves branch `parent` (an index), or the answer of `cell` when that is −1. Returns its index.
    [[nodiscard]] Result<int> branch(int cell, int parent, const BranchPoint &point);
    /// Takes a branch back (what runs of it is stopped), or brings it again.
    void setBranchRemoved(int index, bool removed);
    [[nodiscard]] bool hasRunningBranches() const;

    /// Brings back the trace of a finished cell that had to make room (RunOptions::traceMemory); cellChanged() follows.
    /// Others may have to make room for it in turn. Does nothing where the trace is there, or was never made.
    void fetchTrace(int cell);

    /// What is being edited, at each change: the answers of places that are changed step by step stay with them. Where
    /// their checks change, they are graded again; what the ledger has is what was asked when they ran.
    void follow(const Experiment &experiment);
    /// The cell of a place of the experiment that is followed.
    [[nodiscard]] ResultLookup::Found find(const CellKey &place) const;
    /// Compares the experiment that is followed with the one that ran.
    [[nodiscard]] const ResultLookup &lookup() const;
    /// Whether a cell's answer was made by an earlier run, from another prompt, case or setting.
    [[nodiscard]] bool isOutdated(int cell) const;

    /// Shows nothing any more. A run that goes on is handed out; null where none does.
    [[nodiscard]] std::unique_ptr<HeldRun> release();
    /// Shows a run that another session released.
    void show(std::unique_ptr<HeldRun> held);
    /// Adds the answers of an earlier run to those of the shown one, where that has none.
    void addEarlier(const StoredRun &run, const Experiment &experiment);

    /// The run is over, and not every cell that was planned was answered.
    [[nodiscard]] bool endedEarly() const;
    /// The run that is shown is over and can go on (see isResumable()).
    [[nodiscard]] bool isResumable() const;
    /// What the ledger knows of the run as a whole; empty where none is shown.
    [[nodiscard]] RunRecord record() const;
    [[nodiscard]] QUuid runId() const;
    [[nodiscard]] const std::vector<Cell> &cells() const;
    [[nodiscard]] const RunTotals &totals() const;
    /// The experiment as it was when the run started.
    [[nodiscard]] const Experiment &experiment() const;

    /// Shows a run of the ledger again, without running anything.
    /// What still runs is cancelled without a word.
    void restore(const StoredRun &run, const Experiment &experiment);

Q_SIGNALS:
    void begun();                             ///< A run that was planned in the background has started.
    void refused(const Tempera::Error &error); ///< Nothing was started, and why.
    void planningChanged();                   ///< isPlanning() has changed.
    void planned(); ///< cells() is a new list.
    void branchAdded(int index);
    void branchChanged(int index); ///< State, text, trace of one branch changed, or it was taken back.
    void branchesRunning();        ///< hasRunningBranches() may have changed.
    void cellChanged(int index);   ///< State, text, numbers or grade of one cell changed.
    void totalsChanged();
    void finished(); ///< Every cell is final, graded and in the ledger. Never sent from within run().
    void storageFailed(const Tempera::Error &error); ///< The ledger could not keep the run; comes before finished().

private:
    void putAway();
    void takeRun(std::unique_ptr<SessionRun> run);
    void connectRun();
    void connectBranches();
    void takeBranches(std::vector<Branch> stored);
    void announceRun();
    void takeChecks();
    struct Planning;
    void stopPlanning();
    void takePlan(const std::shared_ptr<Planning> &planning);
    [[nodiscard]] Result<void> begin(Planning &planning);
    [[nodiscard]] Result<std::unique_ptr<SessionRun>> plannedRun(Planning &planning);
    [[nodiscard]] Result<std::unique_ptr<SessionRun>> resumedRun(Planning &planning);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Tempera
