// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// How a file with data is written.
enum class DataForm {
    Unknown,
    Table, ///< Rows with a separator between the fields: .csv, .tsv, .txt.
    Lines, ///< A JSON value in each line: .jsonl, .ndjson.
    Tree,  ///< One value: .json, .yaml, .yml.
};

/// By the ending of the file's name, in any case of letters.
[[nodiscard]] DataForm dataForm(const QString &path);

} // namespace Tempera
