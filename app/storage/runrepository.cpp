// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/runrepository.h"

#include "app/storage/cellrow.h"
#include "app/storage/cellsums.h"
#include "app/storage/tokensums.h"
#include "app/storage/tracecodec.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSqlError>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(storageLog, "tempera.storage")

namespace Tempera {
namespace {

constexpr auto summaryColumns = "uuid, started, finished, state, planned_cells, title, experiment_path"_L1;

QString runColumns()
{
    return summaryColumns + ", experiment_yaml"_L1;
}

QString uuidText(const QUuid &uuid)
{
    return uuid.toString(QUuid::WithoutBraces);
}

/// Of the columns of a summary.
RunRecord readRun(RowReader &row)
{
    RunRecord run;
    run.id = QUuid(row.text());
    run.started = row.time();
    run.finished = row.time();
    run.state = runStateFromName(row.text());
    run.plannedCells = row.integer();
    run.title = row.text();
    run.experimentPath = row.text();
    return run;
}

QVariant amountOrNull(Money amount)
{
    return amount == Money() ? QVariant() : QVariant(qint64{amount.nano()});
}

QVariant countOrNull(std::int64_t count)
{
    return count == 0 ? QVariant() : QVariant(qint64{count});
}

QString saveStatement()
{
    return u"INSERT INTO cells (%1, run, stored, cost_unknown, other_input_tokens, other_cached_input_tokens, other_output_tokens, "
           "saved_prefix_nano, saved_answer_nano) VALUES (%2, ?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT (run, case_index, prompt_index, variant_index, repeat) DO UPDATE SET %3, "
           "stored = excluded.stored, cost_unknown = excluded.cost_unknown, other_input_tokens = excluded.other_input_tokens, "
           "other_cached_input_tokens = excluded.other_cached_input_tokens, other_output_tokens = excluded.other_output_tokens, "
           // A cell that comes from the ledger and is stored again does not know what was saved.
           "saved_prefix_nano = coalesce(excluded.saved_prefix_nano, saved_prefix_nano), "
           "saved_answer_nano = coalesce(excluded.saved_answer_nano, saved_answer_nano)"_s.arg(
               CellRow::columns(), CellRow::places(), CellRow::updates());
}

} // namespace

WriteFault writeFault(const Database &database, const QSqlQuery &query)
{
    return WriteFault{database.error(query), isConstraintFault(query) ? WriteFault::Scope::Row : WriteFault::Scope::File};
}

RunRepository::RunRepository(Database &database) : m_database(database), m_saveCell(database.handle()) { }

Result<void> RunRepository::prepare()
{
    if (!m_saveCell.prepare(saveStatement()))
        return std::unexpected(m_database.error(m_saveCell));
    return {};
}

Result<qint64> RunRepository::rowOf(const QUuid &run)
{
    if (const auto known = m_rows.constFind(run); known != m_rows.constEnd())
        return *known;
    QSqlQuery query(m_database.handle());
    query.prepare(u"SELECT id FROM runs WHERE uuid = ?"_s);
    query.addBindValue(uuidText(run));
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    const bool found = query.next();
    if (query.lastError().isValid())
        return std::unexpected(m_database.error(query));
    if (!found) {
        return failure(ErrorKind::Storage, QCoreApplication::translate("Ledger", "There is no run %1.").arg(uuidText(run)),
                       m_database.path());
    }
    return *m_rows.insert(run, query.value(0).toLongLong());
}

WriteResult RunRepository::begin(const RunRecord &run)
{
    QSqlQuery query(m_database.handle());
    query.prepare(u"INSERT INTO runs (%1) VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?) "
                  "ON CONFLICT (uuid) DO UPDATE SET finished = NULL, state = excluded.state, "
                  "planned_cells = excluded.planned_cells, title = excluded.title, "
                  "experiment_path = excluded.experiment_path, experiment_yaml = excluded.experiment_yaml"_s.arg(runColumns()));
    RowWriter row(query);
    row.add(uuidText(run.id)).add(sqlTime(run.started)).add(sqlTime(run.finished)).add(runStateName(run.state));
    row.add(run.plannedCells).add(sqlText(run.title)).add(sqlText(run.experimentPath)).add(sqlBytes(run.experimentYaml));
    if (!query.exec())
        return std::unexpected(writeFault(m_database, query));
    return savePlan(run);
}

WriteResult RunRepository::savePlan(const RunRecord &run)
{
    if (run.planOptions.isEmpty())
        return {};
    QSqlQuery query(m_database.handle());
    query.prepare(u"INSERT OR REPLACE INTO run_plans (run, options) SELECT id, CAST(? AS TEXT) FROM runs WHERE uuid = ?"_s);
    RowWriter(query).add(run.planOptions).add(uuidText(run.id));
    if (!query.exec())
        return std::unexpected(writeFault(m_database, query));
    return {};
}

WriteResult RunRepository::save(const QUuid &run, const Cell &cell, qint64 storedMs, const QByteArray &trace)
{
    const Result<qint64> runRow = rowOf(run);
    if (!runRow)
        return std::unexpected(WriteFault{runRow.error(), WriteFault::Scope::Row});
    const Result<qint64> vocabulary = m_vocabularies.rowOf(cell.vocabulary);
    if (!vocabulary)
        return std::unexpected(WriteFault{vocabulary.error(), WriteFault::Scope::File});
    RowWriter row(m_saveCell);
    CellRow::write(row, cell, m_requests.json(cell.request), trace, *vocabulary > 0 ? QVariant(*vocabulary) : QVariant());
    row.add(*runRow).add(storedMs).add(costIsUnknown(cell) ? 1 : 0);
    const OtherTokens other = otherTokens(cell);
    row.add(countOrNull(other.input)).add(countOrNull(other.cachedInput)).add(countOrNull(other.output));
    row.add(amountOrNull(cell.saved.prefix)).add(amountOrNull(cell.saved.answer));
    if (!m_saveCell.exec())
        return std::unexpected(writeFault(m_database, m_saveCell));
    return {};
}

WriteResult RunRepository::saveBranch(const QUuid &run, const Branch &branch, const QByteArray &trace)
{
    const Result<qint64> runRow = rowOf(run);
    if (!runRow)
        return std::unexpected(WriteFault{runRow.error(), WriteFault::Scope::Row});
    if (const Result<void> saved = m_branches.save(*runRow, branch, trace); !saved)
        return std::unexpected(WriteFault{saved.error(), WriteFault::Scope::Row});
    return {};
}

WriteResult RunRepository::finish(const QUuid &run, RunState state, const QDateTime &finished)
{
    QSqlQuery query(m_database.handle());
    query.prepare(u"UPDATE runs SET state = ?, finished = ? WHERE uuid = ?"_s);
    RowWriter(query).add(runStateName(state)).add(sqlTime(finished)).add(uuidText(run));
    if (!query.exec())
        return std::unexpected(writeFault(m_database, query));
    if (query.numRowsAffected() == 0) {
        const QString detail = QCoreApplication::translate("Ledger", "There is no run %1.").arg(uuidText(run));
        return std::unexpected(
            WriteFault{failure(ErrorKind::Storage, detail, m_database.path()).error(), WriteFault::Scope::Row});
    }
    return {};
}

Result<QList<qint64>> RunRepository::running()
{
    QSqlQuery query(m_database.handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT id FROM runs WHERE state = ?"_s);
    query.addBindValue(runStateName(RunState::Running));
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    QList<qint64> rows;
    while (query.next())
        rows += query.value(0).toLongLong();
    if (query.lastError().isValid())
        return std::unexpected(m_database.error(query));
    return rows;
}

Result<void> RunRepository::interrupt(qint64 row)
{
    QSqlQuery query(m_database.handle());
    query.prepare(u"UPDATE runs SET state = ? WHERE id = ?"_s);
    query.addBindValue(runStateName(RunState::Interrupted));
    query.addBindValue(row);
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    return {};
}

Result<QList<RunSummary>> RunRepository::list(int limit)
{
    QSqlQuery query(m_database.handle());
    query.setForwardOnly(true);
    // The sums come from their index alone. The experiment, which may be as large as its data, stays where it is: it
    // would otherwise go through the sorter once for each cell.
    query.prepare(
        u"SELECT r.%1, coalesce(c.cells, 0), coalesce(c.passed, 0), coalesce(c.failed, 0), "
        "coalesce(c.errors, 0), coalesce(c.not_needed, 0), coalesce(c.cost_high, 0), coalesce(c.cost_low, 0), coalesce(c.unknown, 0), "
        "p.options FROM (SELECT id, %2 FROM runs ORDER BY started DESC, id DESC LIMIT ?) r "
        "LEFT JOIN (SELECT run, count(*) AS cells, sum(outcome = 'pass') AS passed, "
        "sum(outcome IN ('fail', 'error')) AS failed, sum(state = 'failed') AS errors, "
        "sum(state = 'not-needed') AS not_needed, "
        "sum(cost_nano >> 32) AS cost_high, sum(cost_nano & 4294967295) AS cost_low, sum(cost_unknown) AS unknown "
        "FROM cells INDEXED BY cells_sums_by_run "
        "WHERE run IN (SELECT id FROM runs ORDER BY started DESC, id DESC LIMIT ?) GROUP BY run) c ON c.run = r.id "
        "LEFT JOIN run_plans p ON p.run = r.id "
        "ORDER BY r.started DESC, r.id DESC"_s.arg(QString(summaryColumns).replace(u", "_s, u", r."_s), summaryColumns));
    query.addBindValue(limit);
    query.addBindValue(limit);
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    QList<RunSummary> list;
    while (query.next()) {
        RowReader row(query);
        RunSummary summary;
        summary.run = readRun(row);
        summary.storedCells = row.integer();
        summary.passed = row.integer();
        summary.failed = row.integer();
        summary.errors = row.integer();
        summary.notNeeded = row.integer();
        summary.cost = Money::fromNano(row.wideSum());
        summary.unknownCosts = row.integer();
        summary.run.planOptions = row.utf8();
        list.append(summary);
    }
    if (query.lastError().isValid()) // the file broke off half-way
        return std::unexpected(m_database.error(query));
    return list;
}

Result<StoredRun> RunRepository::load(const QUuid &run, const RunPage &page)
{
    const Result<qint64> runRow = rowOf(run);
    if (!runRow)
        return std::unexpected(runRow.error());
    Result<StoredRun> stored = page.after ? Result<StoredRun>() : loadRecord(*runRow);
    if (!stored)
        return stored;
    stored->run.id = run;
    Result<CellTable> found = summaries(*runRow, page);
    if (!found)
        return std::unexpected(found.error());
    stored->cells = *std::move(found);
    stored->hasMore = page.limit > 0 && std::ssize(stored->cells) == page.limit;
    return stored;
}

Result<StoredRun> RunRepository::loadRecord(qint64 runRow)
{
    QSqlQuery query(m_database.handle());
    query.prepare(u"SELECT %1, (SELECT options FROM run_plans WHERE run = runs.id) FROM runs WHERE id = ?"_s.arg(runColumns()));
    query.addBindValue(runRow);
    if (!query.exec() || !query.next())
        return std::unexpected(m_database.error(query));
    RowReader row(query);
    StoredRun stored;
    stored.run = readRun(row);
    stored.run.experimentYaml = row.bytes();
    stored.run.planOptions = row.utf8();
    Result<std::vector<Branch>> branches = m_branches.load(runRow);
    if (!branches)
        return std::unexpected(branches.error());
    stored.branches = *std::move(branches);
    return stored;
}

Result<CellTable> RunRepository::summaries(qint64 runRow, const RunPage &page)
{
    // By the index of the keys alone: the last page takes no longer than the first.
    const QString behind = page.after ? u"AND (case_index, prompt_index, variant_index, repeat) > (?, ?, ?, ?) "_s : QString();
    QSqlQuery query(m_database.handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT %1 FROM cells WHERE run = ? %2ORDER BY case_index, prompt_index, variant_index, repeat LIMIT ?"_s.arg(
        CellRow::summaryColumns(), behind));
    query.addBindValue(runRow);
    if (page.after) {
        for (const int part : {page.after->caseIndex, page.after->promptIndex, page.after->variantIndex, page.after->repeat})
            query.addBindValue(part);
    }
    query.addBindValue(page.limit);
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    CellTable list;
    while (query.next()) {
        RowReader row(query);
        list.push_back(CellRow::readSummary(row));
    }
    if (query.lastError().isValid()) // the file broke off half-way
        return std::unexpected(m_database.error(query));
    return list;
}

Result<std::vector<Cell>> RunRepository::loadCells(const QUuid &run, const QList<CellKey> &keys)
{
    const Result<qint64> runRow = rowOf(run);
    if (!runRow)
        return std::unexpected(runRow.error());
    QSqlQuery query(m_database.handle());
    query.setForwardOnly(true);
    query.prepare(
        u"SELECT %1 FROM cells "
        "WHERE run = ? AND case_index = ? AND prompt_index = ? AND variant_index = ? AND repeat = ?"_s.arg(CellRow::columns()));
    std::vector<Cell> list;
    std::vector<qint64> vocabularies;
    for (const CellKey &key : keys) {
        query.bindValue(0, *runRow);
        int position = 1;
        for (const int part : {key.caseIndex, key.promptIndex, key.variantIndex, key.repeat})
            query.bindValue(position++, part);
        if (!query.exec())
            return std::unexpected(m_database.error(query));
        if (query.next()) {
            RowReader row(query);
            list.push_back(CellRow::read(row, vocabularies.emplace_back()));
        }
        if (query.lastError().isValid()) // the file broke off half-way
            return std::unexpected(m_database.error(query));
        query.finish();
    }
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i].vocabulary = m_vocabularies.load(vocabularies[i]);
    return list;
}

Result<LedgerTotals> RunRepository::totalsSince(qint64 sinceMs)
{
    QSqlQuery query(m_database.handle());
    query.prepare(u"SELECT %1, coalesce(sum(cost_unknown), 0), count(*), %2, %3 FROM cells WHERE stored >= ?"_s.arg(
        sumColumns(u"cost_nano"_s), usedTokensColumns(u"input_tokens"_s), usedTokensColumns(u"output_tokens"_s)));
    query.addBindValue(sinceMs);
    if (!query.exec() || !query.next())
        return std::unexpected(m_database.error(query));
    RowReader row(query);
    LedgerTotals totals;
    totals.cost = Money::fromNano(row.wideSum());
    totals.unknownCosts = row.integer();
    totals.cells = row.integer();
    totals.inputTokens = usedTokens(row);
    totals.outputTokens = usedTokens(row);
    return totals;
}

} // namespace Tempera
