// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/clock.h"
#include "models/core/ports/runstore.h"

#include <QMap>

namespace Tempera {

/// Keeps runs until the program ends: for tests, and for a program whose ledger cannot be opened. One thread.
class MemoryRunStore final : public RunStore
{
public:
    /// With `reason`, flush() tells it each time, so that nobody believes that something was stored, and listRuns() tells
    /// it while there are no runs, so that nobody believes that there never were any.
    explicit MemoryRunStore(const Clock &clock, std::optional<Error> reason = {});

    /// Writes all runs into another store, as they were written here.
    void copyTo(RunStore &store) const;

    void beginRun(const RunRecord &run) override;
    void saveCell(const QUuid &run, const Cell &cell) override;
    void saveBranch(const QUuid &run, const Branch &branch) override;
    void finishRun(const QUuid &run, RunState state, const QDateTime &finished) override;
    void listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback) override;
    void loadPage(const QUuid &run, const RunPage &page, QObject *guard,
                  std::function<void(Result<StoredRun>)> callback) override;
    void loadCells(const QUuid &run, const QList<CellKey> &cells, QObject *guard,
                   std::function<void(Result<std::vector<Cell>>)> callback) override;
    void saveRating(const QUuid &run, const CellKey &cell, const Rating &rating) override;
    void savePair(const QUuid &run, const JudgedPair &pair) override;
    void removePair(const QUuid &run, const JudgedPair &pair) override;
    void loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback) override;
    void totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback) override;
    void loadSpending(const SpendingQuery &query, QObject *guard,
                      std::function<void(Result<QList<SpendingRow>>)> callback) override;
    void flush(QObject *guard, std::function<void(Result<void>)> callback) override;

private:
    struct KeptCell {
        Cell cell;
        QDateTime stored;
    };
    struct KeptRun {
        RunRecord run;
        QMap<CellKey, KeptCell> cells;
        QMap<int, Branch> branches = {};
        QMap<CellKey, Rating> ratings = {};
        std::vector<JudgedPair> pairs = {};
    };
    [[nodiscard]] KeptRun *kept(const QUuid &run);
    [[nodiscard]] static RunSummary summary(const KeptRun &run);
    [[nodiscard]] static StoredRun pageOf(const KeptRun &run, const RunPage &page);

    const Clock &m_clock;
    std::optional<Error> m_reason;
    std::optional<Error> m_firstError; ///< Since the last flush().
    QList<KeptRun> m_runs;
};

} // namespace Tempera
