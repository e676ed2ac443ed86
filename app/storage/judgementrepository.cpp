// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/judgementrepository.h"

#include "app/storage/rowvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QByteArray tagsToJson(const QStringList &tags)
{
    return QJsonDocument(QJsonArray::fromStringList(tags)).toJson(QJsonDocument::Compact);
}

/// What is no text is left out.
QStringList tagsFromJson(const QByteArray &json)
{
    QStringList tags;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &tag : list) {
        if (tag.isString() && !tag.toString().isEmpty())
            tags += tag.toString();
    }
    return tags;
}

QVariant scoreOrNull(const std::optional<double> &score)
{
    return score && std::isfinite(*score) ? QVariant(*score) : QVariant();
}

QString uuidOf(const QUuid &run)
{
    return run.toString(QUuid::WithoutBraces);
}

} // namespace

std::expected<qint64, WriteFault> JudgementRepository::runRow(const QUuid &run)
{
    return m_runs.rowOf(run).transform_error([](const Error &error) { return WriteFault{error, WriteFault::Scope::Row}; });
}

WriteResult JudgementRepository::rate(const QUuid &run, const CellKey &cell, const Rating &rating, qint64 storedMs)
{
    const auto row = runRow(run);
    if (!row)
        return std::unexpected(row.error());
    QSqlQuery query(m_database.handle());
    if (rating.isEmpty()) {
        query.prepare(u"DELETE FROM ratings WHERE run = ? AND case_index = ? AND prompt_index = ? AND variant_index = ? "
                      "AND repeat = ?"_s);
    } else {
        query.prepare(
            u"INSERT INTO ratings (run, case_index, prompt_index, variant_index, repeat, stored, thumb, score, comment, "
            "tags) VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT)) "
            "ON CONFLICT (run, case_index, prompt_index, variant_index, repeat) DO UPDATE SET "
            "stored = excluded.stored, thumb = excluded.thumb, score = excluded.score, comment = excluded.comment, "
            "tags = excluded.tags"_s);
    }
    RowWriter values(query);
    values.add(*row).add(cell.caseIndex).add(cell.promptIndex).add(cell.variantIndex).add(cell.repeat);
    if (!rating.isEmpty()) {
        values.add(storedMs).add(sqlText(thumbName(rating.thumb))).add(scoreOrNull(rating.score));
        values.add(sqlText(rating.comment)).add(sqlBytes(tagsToJson(rating.tags)));
    }
    if (!query.exec())
        return std::unexpected(writeFault(m_database, query));
    return {};
}

WriteResult JudgementRepository::judge(const QUuid &run, const JudgedPair &pair, qint64 storedMs)
{
    const auto row = runRow(run);
    if (!row)
        return std::unexpected(row.error());
    QSqlQuery query(m_database.handle());
    query.prepare(u"INSERT INTO preferences (run, case_index, first_prompt, first_variant, second_prompt, second_variant, "
                  "first_repeat, second_repeat, stored, number, preference, second_was_left, by_hand) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?) "
                  "ON CONFLICT (run, case_index, first_prompt, first_variant, second_prompt, second_variant) DO UPDATE SET "
                  "first_repeat = excluded.first_repeat, second_repeat = excluded.second_repeat, stored = excluded.stored, "
                  "number = excluded.number, preference = excluded.preference, second_was_left = excluded.second_was_left, "
                  "by_hand = excluded.by_hand"_s);
    RowWriter values(query);
    values.add(*row).add(pair.first.caseIndex).add(pair.first.promptIndex).add(pair.first.variantIndex);
    values.add(pair.second.promptIndex).add(pair.second.variantIndex).add(pair.first.repeat).add(pair.second.repeat);
    values.add(storedMs).add(pair.number).add(sqlText(preferenceName(pair.preference)));
    values.add(pair.secondWasLeft ? 1 : 0).add(pair.byHand ? 1 : 0);
    if (!query.exec())
        return std::unexpected(writeFault(m_database, query));
    return {};
}

WriteResult JudgementRepository::takeBack(const QUuid &run, const JudgedPair &pair)
{
    const auto row = runRow(run);
    if (!row)
        return std::unexpected(row.error());
    QSqlQuery query(m_database.handle());
    query.prepare(u"DELETE FROM preferences WHERE run = ? AND case_index = ? AND first_prompt = ? AND first_variant = ? "
                  "AND second_prompt = ? AND second_variant = ?"_s);
    RowWriter(query)
        .add(*row)
        .add(pair.first.caseIndex)
        .add(pair.first.promptIndex)
        .add(pair.first.variantIndex)
        .add(pair.second.promptIndex)
        .add(pair.second.variantIndex);
    if (!query.exec())
        return std::unexpected(writeFault(m_database, query));
    return {};
}

Result<Judgements> JudgementRepository::load(const QUuid &run)
{
    Judgements found;
    return ratings(run)
        .and_then([&](std::vector<RatedCell> rated) {
            found.ratings = std::move(rated);
            return pairs(run);
        })
        .transform([&](std::vector<JudgedPair> judged) {
            found.pairs = std::move(judged);
            return std::move(found);
        });
}

Result<std::vector<RatedCell>> JudgementRepository::ratings(const QUuid &run)
{
    QSqlQuery query(m_database.handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT case_index, prompt_index, variant_index, repeat, thumb, score, comment, tags FROM ratings "
                  "JOIN runs ON runs.id = ratings.run WHERE runs.uuid = ? "
                  "ORDER BY case_index, prompt_index, variant_index, repeat"_s);
    query.addBindValue(uuidOf(run));
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    std::vector<RatedCell> list;
    while (query.next()) {
        RowReader row(query);
        RatedCell rated;
        rated.cell.caseIndex = row.integer();
        rated.cell.promptIndex = row.integer();
        rated.cell.variantIndex = row.integer();
        rated.cell.repeat = row.integer();
        rated.rating.thumb = thumbFromName(row.text());
        rated.rating.score = row.optional<double>();
        rated.rating.comment = row.text();
        rated.rating.tags = tagsFromJson(row.utf8());
        list.push_back(std::move(rated));
    }
    if (query.lastError().isValid())
        return std::unexpected(m_database.error(query));
    return list;
}

Result<std::vector<JudgedPair>> JudgementRepository::pairs(const QUuid &run)
{
    QSqlQuery query(m_database.handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT case_index, first_prompt, first_variant, first_repeat, second_prompt, second_variant, second_repeat, "
                  "number, preference, second_was_left, by_hand FROM preferences JOIN runs ON runs.id = preferences.run "
                  "WHERE runs.uuid = ? ORDER BY number, preferences.id"_s);
    query.addBindValue(uuidOf(run));
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    std::vector<JudgedPair> list;
    while (query.next()) {
        RowReader row(query);
        JudgedPair pair;
        pair.first.caseIndex = pair.second.caseIndex = row.integer();
        pair.first.promptIndex = row.integer();
        pair.first.variantIndex = row.integer();
        pair.first.repeat = row.integer();
        pair.second.promptIndex = row.integer();
        pair.second.variantIndex = row.integer();
        pair.second.repeat = row.integer();
        pair.number = row.integer();
        pair.preference = preferenceFromName(row.text());
        pair.secondWasLeft = row.integer() != 0;
        pair.byHand = row.integer() != 0;
        list.push_back(pair);
    }
    if (query.lastError().isValid())
        return std::unexpected(m_database.error(query));
    return list;
}

} // namespace Tempera
