// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/batchservice.h"
#include "models/core/ports/cachebrowser.h"
#include "models/core/ports/cachestore.h"
#include "models/core/ports/clock.h"
#include "models/core/ports/runstore.h"

#include <QThread>

#include <memory>

namespace Tempera {

class LedgerWorker;

/// Whether the ledger keeps the token traces of cells; without them a local run takes much less room.
enum class TraceStorage { Keep, Drop };

/// The ledger: runs, cells and paid answers in one SQLite file, on a thread of its own. Two programs may share it.
///
/// Every function may be called from any thread and returns at once; each callback comes on the thread of the
/// caller, which must be that of the guard. Writes wait at most 50 ms or until 1,024 of them are together, then they are
/// committed as one transaction and survive a kill of the program; a read or flush() commits first, so it sees all
/// that was written before. When the file cannot be written (disk full, locked for long) writes are kept and tried
/// again with the next ones; flush() tells the first error.
///
/// No secret is written: a request has only the name of its key; user and password of a URL, and values of headers
/// and query items that look like keys are left out.
class Ledger final : public RunStore, public CacheStore, public CacheBrowser, public BatchStore
{
public:
    /// Opens or makes the file (and its folder) and brings it to this version. Waits for it: a few milliseconds,
    /// at most five seconds where another program keeps the file locked. Errors (Storage, the path, the cause): no
    /// database, damaged, made by a newer Tempera or by another program, no right to write. `clock` outlives the
    /// ledger; it is asked on the caller's thread only.
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> open(const QString &path, const Clock &clock,
                                                              TraceStorage traces = TraceStorage::Keep);
    /// The same without waiting: whatever is asked for meanwhile is done when the file is open. Where that fails, reads and
    /// flush() tell why, and writes are lost; see LedgerOrMemory.
    [[nodiscard]] static std::unique_ptr<Ledger> openBeside(const QString &path, const Clock &clock,
                                                            TraceStorage traces = TraceStorage::Keep);
    /// Calls back once, with what open() would have given.
    void whenOpen(QObject *guard, std::function<void(Result<void>)> callback);
    /// Waits for it, as open() does.
    [[nodiscard]] Result<void> waitUntilOpen();
    /// Commits what waits and ends the thread. Callbacks that are still to come are dropped.
    ~Ledger() override;

    [[nodiscard]] QString path() const { return m_path; }

    void beginRun(const RunRecord &run) override;
    /// A cell that is already there (same run and key) is replaced.
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
    /// By the moment at which cells were stored, on this ledger's clock.
    void totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback) override;
    void loadSpending(const SpendingQuery &query, QObject *guard,
                      std::function<void(Result<QList<SpendingRow>>)> callback) override;
    void flush(QObject *guard, std::function<void(Result<void>)> callback) override;

    void find(const QByteArray &key, QObject *guard, std::function<void(std::optional<CachedAnswer>)> callback) override;
    void put(const QByteArray &key, const CachedAnswer &answer) override;
    void listAnswers(const CacheQuery &query, QObject *guard, std::function<void(Result<CachePage>)> callback) override;
    void removeAnswers(const QList<QByteArray> &keys, QObject *guard, std::function<void(Result<qint64>)> callback) override;
    void clearAnswers(const QDateTime &before, QObject *guard, std::function<void(Result<qint64>)> callback) override;

    void saveBatch(const BatchRecord &batch, QObject *guard, std::function<void(Result<void>)> callback) override;
    void listBatches(QObject *guard, std::function<void(Result<QList<BatchRecord>>)> callback) override;

private:
    Ledger(const QString &path, const Clock &clock, TraceStorage traces);

    /// Queues a function of the worker on its thread.
    template<typename Function>
    void post(Function function);

    QString m_path;
    const Clock &m_clock;
    TraceStorage m_traces;
    QHash<QUuid, QDateTime> m_answered; ///< Of runs that are being written, where they know it.
    QThread m_thread;
    LedgerWorker *m_worker = nullptr; ///< Lives and dies on m_thread.
};

} // namespace Tempera
