// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "resources/sql/migrationfiles.h"

namespace Tempera {

/// Brings a database to the last of `files`, each step in a transaction of its own that also sets
/// `PRAGMA user_version`. A step that fails changes nothing. Another program may do the same at the same time.
/// Errors (Storage): a statement fails (with the step's name); the database is newer than the last step.
[[nodiscard]] Result<void> migrate(Database &database, const QList<MigrationFile> &files);

} // namespace Tempera
