// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/branch.h"
#include "models/core/celltable.h"
#include "models/core/ports/judgementstore.h"
#include "models/core/ports/spending.h"

#include <QDateTime>
#include <QObject>
#include <QUuid>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace Tempera {

/// How a run ended. Interrupted: its program was gone before it could say so.
enum class RunState { Running, Finished, Stopped, Failed, Interrupted };

[[nodiscard]] QString runStateName(RunState state);
[[nodiscard]] RunState runStateFromName(const QString &name);

/// What the ledger keeps of a run as a whole.
struct RunRecord {
    QUuid id;
    QString title;             ///< The experiment's description, or its file name.
    QString experimentPath;    ///< Empty for one that was never saved.
    QByteArray experimentYaml; ///< The experiment as it was run.
    QDateTime started;
    QDateTime finished; ///< Invalid while it runs, or when it was interrupted.
    RunState state = RunState::Running;
    int plannedCells = 0;
    /// What was run of the experiment, where that was not all of it as it is written: JSON of planOptionsToJson().
    QByteArray planOptions = {};
    /// When its cells were answered, where that was long ago: results of another program. Invalid = when they are saved. What
    /// they cost counts for that time; it is not stored itself.
    QDateTime answered = {};
};

/// A run in a list.
struct RunSummary {
    RunRecord run;       ///< Without the experiment: experimentYaml is empty, it may be as large as all data.
    int storedCells = 0; ///< Those that were not needed included.
    int passed = 0;
    int failed = 0;    ///< Checks failed.
    int errors = 0;    ///< Requests failed.
    int notNeeded = 0; ///< Never asked, as the race was decided before.
    Money cost;        ///< Sum of the known costs.
    int unknownCosts = 0;

    /// Cells that were asked and are stored.
    [[nodiscard]] int answered() const { return storedCells - notNeeded; }
};

/// A run with the summaries of the cells that were finished; loadCells() gives their bodies.
struct StoredRun {
    RunRecord run;
    CellTable cells;                   ///< By key.
    std::vector<Branch> branches = {}; ///< By number.
    bool hasMore = false;              ///< It is a page: more cells may follow those here.
};

/// Which of a run's cells are read at once, in the order of their keys.
struct RunPage {
    std::optional<CellKey> after = {}; ///< Those that follow this one; nothing = from the first on.
    int limit = -1;                    ///< At most so many, at least 1; −1 = all.
};

/// Sums over a period.
struct LedgerTotals {
    Money cost;
    int unknownCosts = 0;
    int cells = 0;
    std::int64_t inputTokens = 0; ///< As those below: of all attempts and judges, as `cost` is.
    std::int64_t outputTokens = 0;
};

/// Keeps runs, the results of their cells and what people say of them. Calls return at once; callbacks come on the caller's thread and
/// are dropped when the guard is gone. Writes are done in the order in which they were asked for.
class RunStore : public JudgementStore
{
public:
    /// An id that is there already is taken up again: its cells stay, and it is Running. Where another program is carrying
    /// that run out, this and all that follows for it is refused, and the next flush() tells.
    virtual void beginRun(const RunRecord &run) = 0;
    /// Durable soon: at the latest with the next flush().
    virtual void saveCell(const QUuid &run, const Cell &cell) = 0;
    /// Keeps a branch of a cell under its number; it may come long after the run's end, and again.
    virtual void saveBranch(const QUuid &run, const Branch &branch) = 0;
    virtual void finishRun(const QUuid &run, RunState state, const QDateTime &finished) = 0;
    /// Newest first.
    virtual void listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback) = 0;
    /// A run page by page, so that its first cells can be shown before the others are read. The page without `after` has the
    /// record and the branches too; of the record of a later one only the id is there.
    virtual void loadPage(const QUuid &run, const RunPage &page, QObject *guard,
                          std::function<void(Result<StoredRun>)> callback) = 0;
    /// The whole run.
    void loadRun(const QUuid &run, QObject *guard, std::function<void(Result<StoredRun>)> callback)
    {
        loadPage(run, RunPage(), guard, std::move(callback));
    }
    /// Stored cells as a whole, in the order of their keys in the list; those that the run has not are left out. Ask for as
    /// many as fit into memory at once: a page of them.
    virtual void loadCells(const QUuid &run, const QList<CellKey> &cells, QObject *guard,
                           std::function<void(Result<std::vector<Cell>>)> callback) = 0;
    virtual void totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback) = 0;
    /// Sums by day (in order), or by model, endpoint or experiment (the dearest first). A store that keeps no sums answers with an Error
    /// (Storage).
    virtual void loadSpending(const SpendingQuery &query, QObject *guard,
                              std::function<void(Result<QList<SpendingRow>>)> callback);
};

} // namespace Tempera
