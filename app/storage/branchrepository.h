// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "app/storage/vocabularyrepository.h"
#include "models/core/branch.h"

#include <vector>

namespace Tempera {

/// Table `branches`: answers that leave others of a run. Thread of the database.
class BranchRepository
{
public:
    BranchRepository(Database &database, VocabularyRepository &vocabularies) : m_database(database), m_vocabularies(vocabularies)
    {
    }

    /// `run` is the row of the run.
    [[nodiscard]] Result<void> save(qint64 run, const Branch &branch, const QByteArray &trace);
    /// By number. The prefix of each request is taken from its trace.
    [[nodiscard]] Result<std::vector<Branch>> load(qint64 run);

private:
    Database &m_database;
    VocabularyRepository &m_vocabularies;
};

} // namespace Tempera
