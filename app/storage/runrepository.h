// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/branchrepository.h"
#include "app/storage/database.h"
#include "app/storage/requestcodec.h"
#include "models/core/ports/runstore.h"

#include <QHash>

namespace Tempera {

/// Why a write did not happen.
struct WriteFault {
    enum class Scope {
        Row,  ///< This write cannot be done; others can.
        File, ///< Nothing can be written now; it may work later.
    };
    Error error;
    Scope scope = Scope::File;
};

using WriteResult = std::expected<void, WriteFault>;

/// The fault of a statement that was executed.
[[nodiscard]] WriteFault writeFault(const Database &database, const QSqlQuery &query);

/// Tables `runs` and `cells`, with what belongs to them: SQL and mapping, nothing else. Thread of the database.
class RunRepository
{
public:
    explicit RunRepository(Database &database);

    /// Prepares the statements that are used often.
    [[nodiscard]] Result<void> prepare();

    [[nodiscard]] WriteResult begin(const RunRecord &run);
    [[nodiscard]] WriteResult save(const QUuid &run, const Cell &cell, qint64 storedMs, const QByteArray &trace);
    [[nodiscard]] WriteResult saveBranch(const QUuid &run, const Branch &branch, const QByteArray &trace);
    [[nodiscard]] WriteResult finish(const QUuid &run, RunState state, const QDateTime &finished);

    /// To be called after a rollback: numbers of runs that were begun in it are no longer true.
    void forget()
    {
        m_rows.clear();
        m_vocabularies.forget();
    }

    /// The numbers of the runs that are marked as running.
    [[nodiscard]] Result<QList<qint64>> running();
    [[nodiscard]] Result<void> interrupt(qint64 row);
    [[nodiscard]] Result<qint64> rowOf(const QUuid &run);

    [[nodiscard]] Result<QList<RunSummary>> list(int limit);
    [[nodiscard]] Result<StoredRun> load(const QUuid &run, const RunPage &page);
    [[nodiscard]] Result<std::vector<Cell>> loadCells(const QUuid &run, const QList<CellKey> &keys);
    [[nodiscard]] Result<LedgerTotals> totalsSince(qint64 sinceMs);
    [[nodiscard]] Result<QList<SpendingRow>> spending(const SpendingQuery &query);

private:
    [[nodiscard]] WriteResult savePlan(const RunRecord &run);
    /// A run as a whole, without its cells.
    [[nodiscard]] Result<StoredRun> loadRecord(qint64 runRow);
    [[nodiscard]] Result<CellTable> summaries(qint64 runRow, const RunPage &page);

    Database &m_database;
    VocabularyRepository m_vocabularies{m_database};
    BranchRepository m_branches{m_database, m_vocabularies};
    QSqlQuery m_saveCell;
    RequestWriter m_requests;
    QHash<QUuid, qint64> m_rows; ///< Numbers of runs that were asked for.
};

} // namespace Tempera
