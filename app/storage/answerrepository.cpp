// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/answerrepository.h"

#include "app/storage/rowvalues.h"
#include "models/core/ports/spending.h"
#include "models/core/secrettext.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto columns =
    "finish_reason, input_tokens, cached_input_tokens, output_tokens, reasoning_tokens, cache_write_5m_tokens, cache_write_1h_tokens, "
    "usage_exact, queued_us, first_token_us, total_us, tokens_per_second, model, text"_L1;

constexpr qsizetype mostPromptRead = 4'096; ///< Characters; what is far behind is never shown.
constexpr qsizetype mostPromptKept = 200;

/// Secrets are taken out before it is cut, as the half of one is not known any more.
QString firstWords(const QString &prompt)
{
    return withoutTextSecrets(prompt.left(mostPromptRead)).simplified().left(mostPromptKept);
}

} // namespace

AnswerRepository::AnswerRepository(Database &database)
    : m_database(database), m_put(database.handle()), m_find(database.handle()), m_hit(database.handle())
{
}

Result<void> AnswerRepository::prepare()
{
    m_find.setForwardOnly(true);
    // What answers an equal request anew is another answer, and was never given again.
    if (!m_put.prepare(u"INSERT OR REPLACE INTO answers (key, stored, endpoint, prompt, cost, %1) "
                       "VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), "
                       "CAST(? AS TEXT))"_s.arg(columns)))
        return std::unexpected(m_database.error(m_put));
    if (!m_hit.prepare(u"UPDATE answers SET hits = hits + 1, last_hit = ? WHERE key = ?"_s))
        return std::unexpected(m_database.error(m_hit));
    if (!m_find.prepare(u"SELECT %1 FROM answers WHERE key = ?"_s.arg(columns)))
        return std::unexpected(m_database.error(m_find));
    return {};
}

WriteResult AnswerRepository::put(const QByteArray &key, const CachedAnswer &answer, qint64 storedMs)
{
    RowWriter row(m_put);
    row.add(sqlBytes(key)).add(storedMs);
    row.add(sqlText(spendingEndpoint(answer.endpoint))).add(sqlText(firstWords(answer.prompt))).add(sqlNumber(answer.cost));
    row.add(finishReasonName(answer.finishReason)).add(answer.usage).add(answer.timings);
    row.add(sqlText(answer.model)).add(sqlText(answer.text));
    if (!m_put.exec())
        return std::unexpected(writeFault(m_database, m_put));
    return {};
}

WriteResult AnswerRepository::hit(const QByteArray &key, qint64 hitMs)
{
    RowWriter row(m_hit);
    row.add(hitMs).add(sqlBytes(key));
    if (!m_hit.exec())
        return std::unexpected(writeFault(m_database, m_hit));
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
