// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "app/storage/runrepository.h"
#include "models/core/batch.h"

#include <QList>

namespace Tempera {

/// Table `batches`: what was sent to providers as batches of a run. Thread of the database.
class BatchRepository
{
public:
    BatchRepository(Database &database, RunRepository &runs) : m_database(database), m_runs(runs) { }

    /// Takes the place of the run's batch of that number. The run is there.
    [[nodiscard]] WriteResult save(const BatchRecord &batch);
    /// Newest first.
    [[nodiscard]] Result<QList<BatchRecord>> list();

private:
    Database &m_database;
    RunRepository &m_runs;
};

} // namespace Tempera
