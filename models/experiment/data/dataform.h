// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// How a file with data is written.
enum class DataForm {
    Unknown,
    Table,    ///< Rows with a separator between the fields: .csv, .tsv, .txt.
    Lines,    ///< A JSON value in each line: .jsonl, .ndjson.
    Tree,     ///< One value: .json, .yaml, .yml.
    Workbook, ///< Sheets of a spreadsheet, which are not read: .xlsx, .xls, .ods; a sheet may be named behind it ("#Sheet1").
};

/// By the ending of the file's name, in any case of letters.
[[nodiscard]] DataForm dataForm(const QString &path);

/// What to do with a workbook, in a translated sentence: by hand, and by a command of LibreOffice (comma, double quote, UTF-8).
[[nodiscard]] QString workbookHint(const QString &path);

} // namespace Tempera
