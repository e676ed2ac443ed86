// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runoutput.h"

#include "models/report/reportformat.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Tempera {

QList<Error> writeReports(const RunReport &report, const QStringList &paths, PromptStore &files)
{
    QList<Error> errors;
    for (const QString &path : paths) {
        const std::optional<ReportFormat> format = reportFormatForPath(path);
        if (!format) {
            errors << failure(ErrorKind::Usage, u"unknown ending"_s, path).error();
            continue;
        }
        if (const Result<void> written = files.write(path, writeReport(report, *format)); !written)
            errors << written.error();
    }
    return errors;
}

QList<Error> missingFolders(const QStringList &paths)
{
    QList<Error> errors;
    for (const QString &path : paths) {
        const QString folder = QFileInfo(path).absolutePath();
        if (!QFileInfo(folder).isDir())
            errors << failure(ErrorKind::File, QCoreApplication::translate("Cli", "The folder does not exist."), path).error();
    }
    return errors;
}

ExitCode exitCodeOf(const RunReport &report)
{
    const ReportTotals totals = ReportGrid(report).totals();
    if (totals.errors > 0 || totals.cancelled > 0)
        return ExitCode::RunError;
    return totals.checksFailed > 0 || totals.notEvaluated > 0 ? ExitCode::ChecksFailed : ExitCode::Passed;
}

} // namespace Tempera
