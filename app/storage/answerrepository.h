// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/runrepository.h"
#include "models/core/ports/cachestore.h"

namespace Tempera {

/// Table `answers`: SQL and mapping, nothing else. Thread of the database.
class AnswerRepository
{
public:
    explicit AnswerRepository(Database &database);

    /// Prepares the statements.
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] WriteResult put(const QByteArray &key, const CachedAnswer &answer, qint64 storedMs);
    /// It was given again.
    [[nodiscard]] WriteResult hit(const QByteArray &key, qint64 hitMs);
    [[nodiscard]] Result<std::optional<CachedAnswer>> find(const QByteArray &key);

private:
    Database &m_database;
    QSqlQuery m_put;
    QSqlQuery m_find;
    QSqlQuery m_hit;
};

} // namespace Tempera
