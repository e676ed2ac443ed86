// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/rowvalues.h"
#include "app/storage/runrepository.h"
#include "app/storage/tokensums.h"

#include <QMap>
#include <QSqlError>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString spendingColumn(SpendingBy by)
{
    switch (by) {
    case SpendingBy::Day: return u"date(cells.stored / 1000, 'unixepoch', 'localtime')"_s;
    case SpendingBy::Model: return u"cells.model"_s;
    case SpendingBy::Endpoint: // the address, of what is asked in the network; a request that cannot be read has none
        return u"CASE WHEN NOT json_valid(cells.request) THEN 'unknown' "
               "WHEN json_extract(cells.request, '$.endpoint.kind') = 'openai-chat' "
               "THEN json_extract(cells.request, '$.endpoint.url') "
               "ELSE json_extract(cells.request, '$.endpoint.kind') END"_s;
    case SpendingBy::Experiment: break;
    }
    return u"runs.title"_s;
}

/// Many addresses are of one host.
QList<SpendingRow> rowsByHost(const QList<SpendingRow> &rows)
{
    QMap<QString, SpendingRow> hosts;
    for (const SpendingRow &row : rows) {
        Endpoint endpoint;
        endpoint.kind = EndpointKind::Remote;
        endpoint.baseUrl = QUrl(row.key);
        const QString host = row.key.contains("://"_L1) ? spendingEndpoint(endpoint) : row.key;
        SpendingRow &sum = hosts[host];
        sum.key = host;
        sum.add(row);
    }
    return hosts.values();
}

} // namespace

Result<QList<SpendingRow>> RunRepository::spending(const SpendingQuery &asked)
{
    const QString failedCost = u"CASE WHEN cells.state = 'failed' THEN cells.cost_nano END"_s;
    QSqlQuery query(m_database.handle());
    query.prepare(u"SELECT %1, count(*), %2, %3, %4, %5, coalesce(sum(cells.cost_unknown), 0), coalesce(sum(cells.retries), 0), "
                  "coalesce(sum(cells.state = 'failed'), 0), %6, %7, %8 FROM cells JOIN runs ON runs.id = cells.run "
                  "WHERE cells.stored >= ? GROUP BY 1 ORDER BY 1"_s.arg(
                      spendingColumn(asked.by), usedTokensColumns(u"input_tokens"_s), usedTokensColumns(u"cached_input_tokens"_s),
                      usedTokensColumns(u"output_tokens"_s), sumColumns(u"cells.cost_nano"_s), sumColumns(failedCost),
                      sumColumns(u"cells.saved_prefix_nano"_s), sumColumns(u"cells.saved_answer_nano"_s)));
    query.addBindValue(asked.since.isValid() ? asked.since.toMSecsSinceEpoch() : 0);
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    QList<SpendingRow> rows;
    while (query.next()) {
        RowReader row(query);
        SpendingRow made;
        made.key = row.text();
        made.cells = row.number();
        made.inputTokens = usedTokens(row);
        made.cachedInputTokens = usedTokens(row);
        made.outputTokens = usedTokens(row);
        made.cost = Money::fromNano(row.wideSum());
        made.unknownCosts = row.number();
        made.retries = row.number();
        made.failed = row.number();
        made.failedCost = Money::fromNano(row.wideSum());
        made.savedByPrefix = Money::fromNano(row.wideSum());
        made.savedByAnswers = Money::fromNano(row.wideSum());
        rows += made;
    }
    if (query.lastError().isValid())
        return std::unexpected(m_database.error(query));
    if (asked.by == SpendingBy::Endpoint)
        rows = rowsByHost(rows);
    if (asked.by != SpendingBy::Day)
        std::ranges::stable_sort(rows, std::ranges::greater(), &SpendingRow::cost);
    return rows;
}

} // namespace Tempera
