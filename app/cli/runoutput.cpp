// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runoutput.h"

#include "models/experiment/reading/judgereader.h"
#include "models/report/reportformat.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

QList<Error> writeReports(const RunReport &report, const QStringList &paths, OutputFiles &files)
{
    QList<Error> errors;
    for (const QString &path : paths) {
        const std::optional<ReportFormat> format = reportFormatForPath(path);
        if (!format) {
            errors << failure(ErrorKind::Usage, u"unknown ending"_s, path).error();
            continue;
        }
        const std::unique_ptr<OutputFile> file = files.open(path);
        writeReport(report, *format, [&file](QByteArrayView piece) { file->write(piece); });
        if (const Result<void> written = file->commit(); !written)
            errors << written.error();
    }
    return errors;
}

void writeReport(const RunReport &report, OutStream &out)
{
    writeReport(report, ReportFormat::Json, [&out](QByteArrayView piece) { out.write(piece.toByteArray()); });
}

QList<Error> outputFaults(const QStringList &paths, const OutputFiles &files)
{
    QList<Error> errors;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        if (const Result<void> possible = files.canWrite(paths.at(i)); !possible)
            errors << possible.error();
        const QFileInfo info(paths.at(i));
        if (info.exists() && !info.isFile()) // what is written into takes both
            continue;
        for (qsizetype k = 0; k < i; ++k) {
            if (!files.isSameFile(paths.at(i), paths.at(k)))
                continue;
            errors << failure(ErrorKind::File, QCoreApplication::translate("Cli", "Another report goes to the same file."),
                              paths.at(i))
                          .error();
            break;
        }
    }
    return errors;
}

QList<Error> overwrittenInputs(const QStringList &paths, const QStringList &inputs, const OutputFiles &files)
{
    QList<Error> errors;
    for (const QString &path : paths) {
        const auto input =
            std::ranges::find_if(inputs, [&](const QString &each) { return files.isSameFile(path, each); });
        if (input == inputs.cend())
            continue;
        const QString detail =
            QCoreApplication::translate("Cli", "%1 is read by this experiment.").arg(QFileInfo(*input).fileName());
        errors << failure(ErrorKind::File, detail, path).error();
    }
    return errors;
}

QStringList inputsOf(const Experiment &experiment, const QString &path, const ReadRecorder &read, const CliContext &context)
{
    QStringList inputs = read.paths();
    if (!path.isEmpty())
        inputs.prepend(path);
    QList<Endpoint> asked = judgesOf(experiment);
    for (const Variant &variant : experiment.variants)
        asked += variant.endpoint;
    for (const Endpoint &endpoint : std::as_const(asked)) {
        if (endpoint.kind != EndpointKind::Local || !context.resolveLocalModel)
            continue;
        if (const Result<QString> model = context.resolveLocalModel(endpoint.model))
            inputs += *model;
    }
    return inputs;
}

ExitCode exitCodeOf(const RunReport &report)
{
    const ReportTotals totals = ReportGrid(report).totals();
    if (totals.errors > 0 || totals.cancelled > 0)
        return ExitCode::RunError;
    return totals.checksFailed > 0 || totals.notEvaluated > 0 ? ExitCode::ChecksFailed : ExitCode::Passed;
}

} // namespace Tempera
