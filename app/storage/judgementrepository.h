// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/runrepository.h"
#include "models/core/judgement.h"

namespace Tempera {

/// Tables `ratings` and `preferences`: SQL and mapping, nothing else. Thread of the database.
class JudgementRepository
{
public:
    /// Both outlive it.
    JudgementRepository(Database &database, RunRepository &runs) : m_database(database), m_runs(runs) { }

    [[nodiscard]] WriteResult rate(const QUuid &run, const CellKey &cell, const Rating &rating, qint64 storedMs);
    [[nodiscard]] WriteResult judge(const QUuid &run, const JudgedPair &pair, qint64 storedMs);
    [[nodiscard]] WriteResult takeBack(const QUuid &run, const JudgedPair &pair);
    /// Nothing of a run that there is not.
    [[nodiscard]] Result<Judgements> load(const QUuid &run);

private:
    [[nodiscard]] std::expected<qint64, WriteFault> runRow(const QUuid &run);
    [[nodiscard]] Result<std::vector<RatedCell>> ratings(const QUuid &run);
    [[nodiscard]] Result<std::vector<JudgedPair>> pairs(const QUuid &run);

    Database &m_database;
    RunRepository &m_runs;
};

} // namespace Tempera
