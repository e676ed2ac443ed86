// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"
#include "models/experiment/experiment.h"

#include <QStringList>

#include <functional>

class QObject;

namespace Tempera {

/// A row of a table that is to become cases.
struct DataTableRow {
    QList<QJsonValue> fields; ///< One a column; undefined where the row has none.
    Case rest;                ///< What has no column: checks and other keys of a test case in JSON or YAML.
    int line = 0;             ///< 1-based, in the file; 0 = unknown.
};

/// A table as a file or the clipboard has it.
struct DataTable {
    QStringList names;    ///< Never empty and never twice: "column3" where the source has no name.
    bool isNamed = false; ///< Whether the names are the source's own.
    QList<DataTableRow> rows;
    QList<Error> warnings; ///< What is kept but ignored.
};

/// How a file is read.
struct TableReading {
    QString encoding = {};       ///< One of tableEncodings(); empty = UTF-8, or UTF-16 with a byte order mark.
    QChar separator = {};        ///< Of CSV; null = found in the first line.
    bool firstRowIsNames = true; ///< Of CSV.
};

/// Names of encodings that a table can be read in.
[[nodiscard]] QStringList tableEncodings();

/// Reads CSV, JSON, JSONL or YAML, told apart by the name's ending, else by the first character. JSON and YAML: a list of
/// maps (a key a column), of test cases with `vars`, or of single values; a map with a list under `tests` is that list.
/// An Error{Syntax} has file and line: bytes that are no text of the encoding, a row with too many or too few fields, a
/// name that two columns have. Files that a test case names are read from `files`.
[[nodiscard]] Result<DataTable> readTable(const QByteArray &bytes, const QString &path, const TableReading &reading,
                                          const PromptStore &files);

/// Rows of a text (see rowsFromText()) as a table; shorter rows are filled up.
[[nodiscard]] DataTable tableFromRows(const QList<QStringList> &rows, bool firstRowIsNames);

/// Reads a file beside the GUI thread and calls back on the caller's, later; not at all when the guard is gone.
using TableReader = std::function<void(const QString &path, const TableReading &reading, QObject *guard,
                                       std::function<void(Result<DataTable>)> callback)>;

} // namespace Tempera
