// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/ledger.h"
#include "app/storage/memoryrunstore.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Tempera {

/// The ledger, which is opened when something is first asked of it, beside the program whatever its size; the memory where it
/// turns out that it cannot be opened: then runs of this program are kept until it ends, each flush() tells why, and
/// listRuns() tells it too while there are none. What is asked for before that is known waits, in order. One thread.
class LedgerOrMemory final : public RunStore, public CacheStore, public CacheBrowser, public BatchStore
{
public:
    enum class Begins {
        WhenAsked,
        WhenReleased, ///< What is read before that waits; what is written does not.
    };
    /// Touches no file yet: a start shares its processors and its disk with no ledger. `clock` outlives it.
    LedgerOrMemory(const QString &path, const Clock &clock, Begins begins = Begins::WhenAsked);
    /// Waits for the file where writes wait for it.
    ~LedgerOrMemory() override;
    Q_DISABLE_COPY_MOVE(LedgerOrMemory)

    /// Begins to open the file for those who wait.
    void release();
    /// Opens it and waits until it is known, with the errors of Ledger::open().
    [[nodiscard]] Result<void> waitUntilOpen();
    /// The same without waiting.
    void whenOpen(QObject *guard, std::function<void(Result<void>)> callback);
    /// Renames the file (see setLedgerAside()), begins a new one and puts into it what is in the memory. Waits;
    /// gives the new path of the old file. Where that fails all stays as it was. Not while a run is written to the file.
    [[nodiscard]] Result<QString> setAside();

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
    /// Answers that were paid for are kept in the ledger alone: without one there are none.
    void find(const QByteArray &key, QObject *guard, std::function<void(std::optional<CachedAnswer>)> callback) override;
    void put(const QByteArray &key, const CachedAnswer &answer) override;
    /// Without a ledger there are none, and the reason is told.
    void listAnswers(const CacheQuery &query, QObject *guard, std::function<void(Result<CachePage>)> callback) override;
    void removeAnswers(const QList<QByteArray> &keys, QObject *guard, std::function<void(Result<qint64>)> callback) override;
    void clearAnswers(const QDateTime &before, QObject *guard, std::function<void(Result<qint64>)> callback) override;
    /// Batches outlive the program: without a ledger they cannot be kept, and both tell why.
    void saveBatch(const BatchRecord &batch, QObject *guard, std::function<void(Result<void>)> callback) override;
    void listBatches(QObject *guard, std::function<void(Result<QList<BatchRecord>>)> callback) override;

private:
    /// Tells the store at once, or when it is known which one it is.
    void write(std::function<void(RunStore &store)> change);
    /// The same for a question, which may wait longer, and whose answer nobody may want any more by then.
    void ask(QObject *guard, std::function<void(RunStore &store)> question);
    void settle(const Result<void> &opened);
    /// Begins to open the file where that was not done yet.
    [[nodiscard]] Ledger &ledger();

    QObject m_here; ///< Guards the ledger's answer.
    QString m_path;
    const Clock &m_clock;
    bool m_isHeld = false;
    std::unique_ptr<Ledger> m_ledger; ///< Null until something is asked.
    std::unique_ptr<MemoryRunStore> m_memory;
    RunStore *m_store = nullptr; ///< One of the two, when it is known.
    std::vector<std::function<void(RunStore &store)>> m_waiting;
};

} // namespace Tempera
