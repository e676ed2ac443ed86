// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QList>
#include <QStringList>

namespace Tempera {

/// A row and the line it begins on.
struct CsvRow {
    QStringList fields;
    int line = 0; ///< 1-based.
};

/// A table whose first row names the columns.
struct CsvTable {
    QStringList header;
    QList<CsvRow> rows;
};

/// Reads comma-separated values (RFC 4180): quoted fields may hold commas, line ends and doubled quotes. Empty lines
/// are left out. A quote that is never closed is an Error{Syntax} with the line it was opened on.
[[nodiscard]] Result<CsvTable> readCsv(const QString &text, const QString &path);

} // namespace Tempera
