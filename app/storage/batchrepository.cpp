// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/batchrepository.h"

#include "app/storage/requestcodec.h"
#include "app/storage/rowvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QByteArray batchItemsToJson(const QStringList &items)
{
    return QJsonDocument(QJsonArray::fromStringList(items)).toJson(QJsonDocument::Compact);
}

QStringList batchItemsFromJson(const QByteArray &json)
{
    QStringList items;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &item : list)
        items += item.toString();
    return items;
}

/// Without secrets, as requests of cells are kept.
QByteArray batchEndpointToJson(const Endpoint &endpoint)
{
    GenerationRequest request;
    request.endpoint = endpoint;
    return requestToJson(request);
}

} // namespace

WriteResult BatchRepository::save(const BatchRecord &batch)
{
    const Result<qint64> run = m_runs.rowOf(batch.run);
    if (!run)
        return std::unexpected(WriteFault{run.error(), WriteFault::Scope::Row});
    QSqlQuery query(m_database.handle());
    query.prepare(u"INSERT INTO batches (run, number, provider_id, request, experiment_path, items, submitted, checked, state, "
                  "total, answered, failed, expired, cost_low_nano, cost_high_nano, input_file, results, error_file, detail) "
                  "VALUES (?, ?, CAST(? AS TEXT), ?, "
                  "CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), "
                  "CAST(? AS TEXT), CAST(? AS TEXT)) "
                  "ON CONFLICT (run, number) DO UPDATE SET provider_id = excluded.provider_id, request = excluded.request, "
                  "experiment_path = excluded.experiment_path, items = excluded.items, submitted = excluded.submitted, "
                  "checked = excluded.checked, state = excluded.state, total = excluded.total, answered = excluded.answered, "
                  "failed = excluded.failed, expired = excluded.expired, cost_low_nano = excluded.cost_low_nano, "
                  "cost_high_nano = excluded.cost_high_nano, input_file = excluded.input_file, results = excluded.results, "
                  "error_file = excluded.error_file, detail = excluded.detail"_s);
    RowWriter row(query);
    row.add(*run).add(batch.number).add(sqlText(batch.id)).add(sqlBytes(batchEndpointToJson(batch.endpoint)));
    row.add(sqlText(batch.experimentPath)).add(sqlBytes(batchItemsToJson(batch.items)));
    row.add(batch.submitted.toMSecsSinceEpoch()).add(sqlTime(batch.checked)).add(sqlText(batchStateName(batch.state)));
    row.add(qint64{batch.counts.total}).add(qint64{batch.counts.answered}).add(qint64{batch.counts.failed});
    row.add(qint64{batch.counts.expired}).add(sqlNumber(batch.costLow)).add(sqlNumber(batch.costHigh));
    row.add(sqlText(batch.input)).add(sqlText(batch.results)).add(sqlText(batch.errors)).add(sqlText(batch.detail));
    if (!query.exec())
        return std::unexpected(writeFault(m_database, query));
    return {};
}

Result<QList<BatchRecord>> BatchRepository::list()
{
    QSqlQuery query(m_database.handle());
    query.setForwardOnly(true);
    query.prepare(
        u"SELECT runs.uuid, number, provider_id, request, batches.experiment_path, items, submitted, checked, "
        "batches.state, total, answered, failed, expired, cost_low_nano, cost_high_nano, input_file, results, error_file, "
        "detail "
        "FROM batches JOIN runs ON runs.id = batches.run ORDER BY submitted DESC, runs.id DESC, number"_s);
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    QList<BatchRecord> batches;
    while (query.next()) {
        RowReader row(query);
        BatchRecord batch;
        batch.run = QUuid::fromString(row.text());
        batch.number = row.integer();
        batch.id = row.text();
        batch.endpoint = requestFromJson(row.bytes()).endpoint;
        batch.experimentPath = row.text();
        batch.items = batchItemsFromJson(row.utf8());
        batch.submitted = row.time();
        batch.checked = row.time();
        batch.state = batchStateFromName(row.text());
        batch.counts = {row.number(), row.number(), row.number(), row.number()};
        batch.costLow = row.optional<Money>();
        batch.costHigh = row.optional<Money>();
        batch.input = row.text();
        batch.results = row.text();
        batch.errors = row.text();
        batch.detail = row.text();
        batches += batch;
    }
    if (query.lastError().isValid())
        return std::unexpected(m_database.error(query));
    return batches;
}

} // namespace Tempera
