// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/answerbrowser.h"

#include "app/storage/rowvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A text that LIKE finds anywhere, as it is.
QString likePattern(const QString &search)
{
    QString escaped = search;
    escaped.replace(u'!', u"!!"_s).replace(u'%', u"!%"_s).replace(u'_', u"!_"_s);
    return u'%' + escaped + u'%';
}

KeptAnswer keptAnswerFrom(const QSqlQuery &query)
{
    RowReader row(query);
    KeptAnswer kept;
    kept.key = row.bytes();
    kept.stored = row.time();
    kept.model = row.text();
    kept.endpoint = row.text();
    kept.prompt = row.text();
    kept.usage = row.usage();
    kept.bytes = row.number();
    kept.hits = row.number();
    kept.lastHit = row.time();
    kept.cost = row.optional<Money>();
    return kept;
}

} // namespace

Result<CachePage> AnswerBrowser::list(const CacheQuery &query)
{
    CachePage page;
    const Result<bool> hasMore = read(query, page.answers);
    if (!hasMore)
        return std::unexpected(hasMore.error());
    page.hasMore = *hasMore;
    const Result<CacheTotals> sums = totals();
    if (!sums)
        return std::unexpected(sums.error());
    page.totals = *sums;
    return page;
}

Result<bool> AnswerBrowser::read(const CacheQuery &query, QList<KeptAnswer> &answers)
{
    QSqlQuery select(m_database.handle());
    select.setForwardOnly(true);
    const QString where =
        query.search.isEmpty()
            ? QString()
            : u"WHERE prompt || char(10) || text || char(10) || model || char(10) || endpoint LIKE ? ESCAPE '!' "_s;
    if (!select.prepare(u"SELECT key, stored, model, endpoint, prompt, input_tokens, cached_input_tokens, output_tokens, "
                        "reasoning_tokens, cache_write_5m_tokens, cache_write_1h_tokens, usage_exact, octet_length(text), hits, "
                        "last_hit, cost FROM answers %1ORDER BY stored DESC, id DESC LIMIT %2"_s.arg(where)
                            .arg(qint64{query.limit} + 1)))
        return std::unexpected(m_database.error(select));
    if (!query.search.isEmpty())
        select.bindValue(0, likePattern(query.search));
    if (!select.exec())
        return std::unexpected(m_database.error(select));
    while (select.next())
        answers += keptAnswerFrom(select);
    const bool hasMore = answers.size() > query.limit;
    answers.resize(std::min<qsizetype>(answers.size(), query.limit));
    return hasMore;
}

Result<CacheTotals> AnswerBrowser::totals()
{
    QSqlQuery select(m_database.handle());
    select.setForwardOnly(true);
    if (!select.exec(u"SELECT count(*), coalesce(sum(octet_length(text)), 0), coalesce(sum(hits), 0), "
                     "coalesce(sum(CASE WHEN cost IS NULL THEN hits ELSE 0 END), 0), %1 FROM answers"_s.arg(
                         sumColumns(u"(coalesce(cost, 0) * hits)"_s)))
        || !select.next())
        return std::unexpected(m_database.error(select));
    RowReader row(select);
    CacheTotals sums;
    sums.answers = row.number();
    sums.bytes = row.number();
    sums.hits = row.number();
    sums.unknownHits = row.number();
    sums.saved = Money::fromNano(row.wideSum());
    return sums;
}

Result<qint64> AnswerBrowser::remove(const QList<QByteArray> &keys)
{
    Transaction transaction(m_database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return std::unexpected(begun.error());
    QSqlQuery erase(m_database.handle());
    if (!erase.prepare(u"DELETE FROM answers WHERE key = ?"_s))
        return std::unexpected(m_database.error(erase));
    qint64 removed = 0;
    for (const QByteArray &key : keys) {
        erase.bindValue(0, sqlBytes(key));
        if (!erase.exec())
            return std::unexpected(m_database.error(erase));
        removed += erase.numRowsAffected();
    }
    return transaction.commit().transform([removed] { return removed; });
}

Result<qint64> AnswerBrowser::clear(const QDateTime &before)
{
    Transaction transaction(m_database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return std::unexpected(begun.error());
    QSqlQuery erase(m_database.handle());
    const QString sql =
        before.isValid() ? u"DELETE FROM answers WHERE stored < %1"_s.arg(before.toMSecsSinceEpoch()) : u"DELETE FROM answers"_s;
    if (!erase.exec(sql))
        return std::unexpected(m_database.error(erase));
    const qint64 removed = erase.numRowsAffected();
    return transaction.commit().transform([removed] { return removed; });
}

} // namespace Tempera
