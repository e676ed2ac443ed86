// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Tempera {

/// One step of the ledger's schema: the content of `NNN_name.sql`.
struct MigrationFile {
    int number = 0; ///< NNN; `PRAGMA user_version` after it.
    QString name; ///< File name, for errors.
    QString sql;
};

/// Every step, in rising order without gaps, from 1.
[[nodiscard]] QList<MigrationFile> migrationFiles();

} // namespace Tempera
