// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/vocabularyrepository.h"

#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

Result<qint64> VocabularyRepository::rowOf(const std::shared_ptr<const Vocabulary> &vocabulary)
{
    if (!vocabulary)
        return 0;
    std::erase_if(m_known, [](const Known &known) { return known.vocabulary.expired(); });
    const auto isIt = [&vocabulary](const Known &known) { return known.vocabulary.lock() == vocabulary; };
    if (const auto known = std::ranges::find_if(m_known, isIt); known != m_known.end())
        return known->row;
    const QByteArray hash = vocabulary->hash();
    QSqlQuery query(m_database.handle());
    query.prepare(u"INSERT INTO vocabularies (hash, pieces) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING"_s);
    query.addBindValue(hash);
    query.addBindValue(qCompress(vocabulary->toBytes()));
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    query.prepare(u"SELECT id FROM vocabularies WHERE hash = ?"_s);
    query.addBindValue(hash);
    if (!query.exec() || !query.next())
        return std::unexpected(m_database.error(query));
    const qint64 row = query.value(0).toLongLong();
    m_known.push_back({vocabulary, row});
    return row;
}

std::shared_ptr<const Vocabulary> VocabularyRepository::load(qint64 row)
{
    if (row <= 0)
        return nullptr;
    for (const Known &known : m_known) {
        if (auto vocabulary = known.row == row ? known.vocabulary.lock() : nullptr)
            return vocabulary;
    }
    QSqlQuery query(m_database.handle());
    query.prepare(u"SELECT pieces FROM vocabularies WHERE id = ?"_s);
    query.addBindValue(row);
    if (!query.exec() || !query.next())
        return nullptr;
    auto vocabulary = std::make_shared<const Vocabulary>(Vocabulary::fromBytes(qUncompress(query.value(0).toByteArray())));
    m_known.push_back({vocabulary, row});
    return vocabulary;
}

} // namespace Tempera
