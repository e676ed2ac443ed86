// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/tableimport.h"

#include "models/experiment/data/csvreader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A text that opens a quote and never closes it has no quoted fields: its quotes are text.
QList<CsvRow> rowsWithoutQuotes(const QString &text, QChar separator)
{
    static const QRegularExpression lineEnd(u"\\r\\n|\\n|\\r"_s);
    QList<CsvRow> rows;
    for (const QString &line : text.split(lineEnd))
        rows += CsvRow{line.split(separator), 0};
    return rows;
}

bool isBlankRow(const CsvRow &row)
{
    return std::ranges::all_of(row.fields, [](const QString &field) { return field.trimmed().isEmpty(); });
}

} // namespace

QList<QStringList> rowsFromText(const QString &text, QChar separator)
{
    if (separator.isNull())
        separator = text.contains(u'\t') ? u'\t' : u',';
    QList<QStringList> rows;
    const Result<QList<CsvRow>> read = readCsvRows(text, {}, separator);
    for (const CsvRow &row : read ? *read : rowsWithoutQuotes(text, separator)) {
        if (!isBlankRow(row))
            rows += row.fields;
    }
    return rows;
}

} // namespace Tempera
