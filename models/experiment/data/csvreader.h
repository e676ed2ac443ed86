// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace Tempera {

/// A row and the line it begins on.
struct CsvRow {
    QStringList fields;
    int line = 0; ///< 1-based.
};

/// The row that names the columns.
struct CsvHeader {
    QStringList names; ///< Empty: the text has no row.
    int line = 1;      ///< 1-based.
};

/// A table whose first row names the columns.
struct CsvTable {
    QStringList header;
    int headerLine = 1; ///< 1-based.
    QList<CsvRow> rows;
};

/// Reads comma-separated values (RFC 4180): quoted fields may hold separators, line ends and doubled quotes. Lines end
/// with LF, CR LF or CR; empty ones are left out. Where no separator is given, it is what is most often in the first
/// line outside of quotes: comma, semicolon or tab.
/// A quote that is never closed, a name that two columns have, and a row with fewer or more fields than the header (more
/// empty ones at its end do no harm) are an Error{Syntax} with the line.
[[nodiscard]] Result<CsvTable> readCsv(const QString &text, const QString &path, QChar separator = {});

/// Gets a row and the names of its columns, and says whether the next one is wanted.
using TakeCsvRow = std::function<bool(const QStringList &names, const CsvRow &row)>;

/// As readCsv(), but row by row, so that only one is in memory beside the text. What is wrong is told when it is reached.
[[nodiscard]] Result<CsvHeader> readCsvRowByRow(QStringView text, const QString &path, const TakeCsvRow &take,
                                                QChar separator = {});

/// The rows alone, the first one among them, with as many fields as each has. An Error{Syntax} only for a quote that is
/// never closed.
[[nodiscard]] Result<QList<CsvRow>> readCsvRows(const QString &text, const QString &path, QChar separator = {});

/// The names of the columns alone, as readCsv() reads them; empty where it cannot.
[[nodiscard]] QStringList csvHeader(const QString &text);

} // namespace Tempera
