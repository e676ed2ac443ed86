// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/answerrepository.h"

#include "app/storage/rowvalues.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto columns =
    "finish_reason, input_tokens, cached_input_tokens, output_tokens, reasoning_tokens, cache_write_5m_tokens, cache_write_1h_tokens, "
    "usage_exact, queued_us, first_token_us, total_us, tokens_per_second, model, text"_L1;

} // namespace

AnswerRepository::AnswerRepository(Database &database) : m_database(database), m_put(database.handle()), m_find(database.handle())
{
}

Result<void> AnswerRepository::prepare()
{
    m_find.setForwardOnly(true);
    if (!m_put.prepare(u"INSERT OR REPLACE INTO answers (key, stored, %1) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))"_s.arg(columns)))
        return std::unexpected(m_database.error(m_put));
    if (!m_find.prepare(u"SELECT %1 FROM answers WHERE key = ?"_s.arg(columns)))
        return std::unexpected(m_database.error(m_find));
    return {};
}

WriteResult AnswerRepository::put(const QByteArray &key, const CachedAnswer &answer, qint64 storedMs)
{
    RowWriter row(m_put);
    row.add(sqlBytes(key)).add(storedMs).add(finishReasonName(answer.finishReason)).add(answer.usage).add(answer.timings);
    row.add(sqlText(answer.model)).add(sqlText(answer.text));
    if (!m_put.exec())
        return std::unexpected(writeFault(m_database, m_put));
    return {};
}

Result<std::optional<CachedAnswer>> AnswerRepository::find(const QByteArray &key)
{
    m_find.bindValue(0, sqlBytes(key));
    if (!m_find.exec())
        return std::unexpected(m_database.error(m_find));
    std::optional<CachedAnswer> answer;
    if (m_find.next()) {
        RowReader row(m_find);
        answer.emplace();
        answer->finishReason = finishReasonFromName(row.text());
        answer->usage = row.usage();
        answer->timings = row.timings();
        answer->model = row.text();
        answer->text = row.text();
    }
    m_find.finish(); // an open read would keep the WAL from being reset
    return answer;
}

} // namespace Tempera
