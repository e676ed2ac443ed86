// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/ports/cachebrowser.h"

namespace Tempera {

/// Table `answers` as a list: SQL and mapping, nothing else. Thread of the database.
class AnswerBrowser
{
public:
    explicit AnswerBrowser(Database &database) : m_database(database) { }

    [[nodiscard]] Result<CachePage> list(const CacheQuery &query);
    /// All or none of them; how many there were.
    [[nodiscard]] Result<qint64> remove(const QList<QByteArray> &keys);
    [[nodiscard]] Result<qint64> clear(const QDateTime &before);

private:
    [[nodiscard]] Result<CacheTotals> totals();
    [[nodiscard]] Result<bool> read(const CacheQuery &query, QList<KeptAnswer> &answers);

    Database &m_database;
};

} // namespace Tempera
