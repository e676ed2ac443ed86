// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/answerbrowser.h"
#include "app/storage/answerrepository.h"
#include "app/storage/batchrepository.h"
#include "app/storage/database.h"
#include "app/storage/judgementrepository.h"
#include "app/storage/runlocks.h"
#include "app/storage/runrepository.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace Tempera {

namespace Write {
struct Begin {
    RunRecord run;
};
struct Save {
    QUuid run;
    Cell cell;
    qint64 storedMs = 0;
};
struct SaveBranch {
    QUuid run;
    Branch branch;
};
struct Finish {
    QUuid run;
    RunState state = RunState::Finished;
    QDateTime finished;
};
struct Put {
    QByteArray key;
    CachedAnswer answer;
    qint64 storedMs = 0;
};
struct Hit {
    QByteArray key;
    qint64 hitMs = 0;
};
struct Rate {
    QUuid run;
    CellKey cell;
    Rating rating;
    qint64 storedMs = 0;
};
struct Judge {
    QUuid run;
    JudgedPair pair;
    qint64 storedMs = 0;
};
struct KeepBatch {
    BatchRecord batch;
};
struct TakeBack {
    QUuid run;
    JudgedPair pair;
};
} // namespace Write

/// One thing to write, in the order in which it was asked for.
using WriteJob = std::variant<Write::Begin, Write::Save, Write::SaveBranch, Write::Finish, Write::Put, Write::Hit, Write::Rate,
                              Write::Judge, Write::TakeBack, Write::KeepBatch>;

/// The part of the ledger that lives on the storage thread: owns the connection, gathers writes into transactions,
/// answers reads. Every function on that thread.
class LedgerWorker final : public QObject
{
public:
    /// Opens the file and brings it to this version; opened() tells how it went. First of all, once.
    void open(const QString &path);
    /// Whether there is a file. Where there is none, all that follows fails with this error and writes are lost.
    [[nodiscard]] Result<void> opened() const { return m_opened; }
    /// Commits what waits.
    ~LedgerWorker() override;

    void enqueue(WriteJob job);
    /// Commits what waits and tells the first write error since the last call.
    [[nodiscard]] Result<void> flush();

    [[nodiscard]] Result<QList<RunSummary>> listRuns(int limit);
    [[nodiscard]] Result<StoredRun> loadPage(const QUuid &run, const RunPage &page);
    [[nodiscard]] Result<std::vector<Cell>> loadCells(const QUuid &run, const QList<CellKey> &cells);
    [[nodiscard]] Result<Judgements> loadJudgements(const QUuid &run);
    [[nodiscard]] Result<LedgerTotals> totalsSince(qint64 sinceMs);
    [[nodiscard]] Result<QList<SpendingRow>> spending(const SpendingQuery &query);
    /// One that is found is given, and counts as a hit at this moment.
    [[nodiscard]] std::optional<CachedAnswer> findAnswer(const QByteArray &key, qint64 nowMs);
    [[nodiscard]] Result<CachePage> listAnswers(const CacheQuery &query);
    [[nodiscard]] Result<qint64> removeAnswers(const QList<QByteArray> &keys);
    [[nodiscard]] Result<qint64> clearAnswers(const QDateTime &before);
    [[nodiscard]] Result<QList<BatchRecord>> listBatches();

private:
    [[nodiscard]] Result<void> tryOpen(const QString &path);
    /// Runs whose program is gone are no longer running.
    [[nodiscard]] Result<void> markInterrupted();
    /// Writes all jobs in one transaction. Without success they stay for the next time, which comes later each time.
    void commit();
    void keepForLater(const Error &error);
    void dropOldest();
    /// Before the commit: a run is held from before others can see it.
    void holdRuns();
    /// Whether a write is of a run that another program carries out.
    [[nodiscard]] WriteResult checkOwner(const WriteJob &job);
    /// Before a list is read: a run whose program was killed while this one was open is not running any more.
    void refreshStates();
    [[nodiscard]] Result<void> writeAll();
    [[nodiscard]] WriteResult write(const WriteJob &job);
    void remember(const Error &error);

    Result<void> m_opened;
    std::unique_ptr<Database> m_database;
    std::optional<RunRepository> m_runs;
    std::optional<AnswerRepository> m_answers;
    std::optional<JudgementRepository> m_judgements;
    std::optional<BatchRepository> m_batches;
    std::optional<RunLocks> m_locks;
    QSet<QUuid> m_foreign; ///< Runs that were to be taken up again, and that another program carries out.
    std::deque<WriteJob> m_jobs;
    std::size_t m_bytes = 0;              ///< Of the jobs, roughly.
    std::chrono::milliseconds m_pause{0}; ///< Until the next attempt; 0 = the last one succeeded.
    qint64 m_lost = 0;                    ///< Results that had to make room since the last flush.
    std::optional<Error> m_firstError;
    QTimer m_timer{this};
};

} // namespace Tempera
