// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/reportwriter.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace Tempera {

/// What a run can be written as.
enum class ReportFormat {
    Json,      ///< promptfoo's result file, version 3, with what it has no place for under "tempera".
    JsonLines, ///< One promptfoo result a line.
    Csv,       ///< One cell a line, RFC 4180 with LF; formulas neutralised.
    Html,      ///< One file without references, with its own filter and differences, for light and dark.
    Markdown,  ///< GitHub's dialect, for comments and summaries.
    Text,      ///< Plain text, one answer under the other.
    JUnit,     ///< For CI: a failure is a check, an error is a request.
};

/// By the ending of the file's name: .json, .yaml, .yml (whatever is JSON is YAML), .jsonl, .csv, .html, .htm, .md, .txt, .xml
/// (also .junit.xml). Nothing for others.
[[nodiscard]] std::optional<ReportFormat> reportFormatForPath(const QString &path);
/// The endings that reportFormatForPath() knows, for messages.
[[nodiscard]] QStringList reportEndings();

/// Writes the run as UTF-8. No key of an endpoint is in it. Unknown numbers are null or empty, never 0.
[[nodiscard]] std::unique_ptr<ReportWriter> reportWriter(const RunReport &report, const ReportGrid &grid, ReportFormat format,
                                                         ReportSink sink);

} // namespace Tempera
