// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runoutput.h"

#include "app/cli/comparetable.h"
#include "models/experiment/reading/judgereader.h"
#include "models/report/redact.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

RunOutput::RunOutput(const CliContext &context, RunReport report, RunStore &store, ReportCells::Missing missing,
                     const QStringList &paths, OutputShape shape, TableUse table)
    : m_context(context),
      m_report(withoutSecrets(std::move(report))),
      m_store(store),
      m_cells(m_report, store, std::move(missing)),
      m_paths(paths),
      m_shape(shape),
      m_table(table)
{
}

RunOutput::~RunOutput() = default;

void RunOutput::start()
{
    // The files first: drawing may take its time, and whoever reads standard output may go away.
    m_store.loadJudgements(m_report.id, this, [this](Result<Judgements> judgements) {
        if (judgements)
            m_report.judgements = std::move(*judgements);
        else
            m_errors << judgements.error();
        nextFile();
    });
}

void RunOutput::write(ReportFormat format, const ReportSink &sink, const std::function<void()> &done)
{
    m_job = std::make_unique<ReportJob>(m_grid, m_cells, reportWriter(m_report, m_grid, format, sink));
    connect(m_job.get(), &ReportJob::finished, this, done, Qt::QueuedConnection); // it is the sender
    m_job->start();
}

void RunOutput::nextFile()
{
    m_job.reset();
    if (m_paths.isEmpty()) {
        writeStandardOutput();
        return;
    }
    const std::optional<ReportFormat> format = reportFormatForPath(m_paths.constFirst());
    if (!format) {
        m_errors << failure(ErrorKind::Usage, u"unknown ending"_s, m_paths.takeFirst()).error();
        nextFile();
        return;
    }
    m_file = m_context.outputs->open(m_paths.takeFirst());
    write(*format, [this](QByteArrayView piece) { m_file->write(piece); }, [this] { endFile(); });
}

void RunOutput::endFile()
{
    if (const Result<void> written = m_file->commit(); !written)
        m_errors << written.error();
    nextFile();
}

void RunOutput::writeStandardOutput()
{
    if (m_shape == OutputShape::Json)
        write(ReportFormat::Json, [this](QByteArrayView piece) { m_context.out->write(piece.toByteArray()); }, [this] { end(); });
    else if (m_table == TableUse::Without)
        end();
    else
        writeTable();
}

void RunOutput::writeTable()
{
    const std::vector<int> shown = tableCells(m_grid);
    if (shown.empty()) {
        end();
        return;
    }
    m_cells.load(shown, this, [this, shown](const std::vector<Cell> &bodies) {
        QHash<int, const Cell *> found;
        for (std::size_t i = 0; i < shown.size(); ++i)
            found.insert(shown[i], &bodies[i]);
        m_context.out->write(compareTable(m_grid, [&found](int index) { return found.value(index); }, *m_context.out).toUtf8());
        end();
    });
}

void RunOutput::end()
{
    if (m_cells.error())
        m_errors << *m_cells.error();
    Q_EMIT finished();
}

namespace {

/// The first of some paths that leads to the same file as `path`, by whatever name.
std::optional<QString> sameFile(const QString &path, const QStringList &among, const OutputFiles &files)
{
    const auto found = std::ranges::find_if(among, [&](const QString &each) { return files.isSameFile(path, each); });
    return found == among.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

QList<Error> outputFaults(const QStringList &paths, const CliContext &context)
{
    const OutputFiles &files = *context.outputs;
    const QStringList own = context.ownFiles ? context.ownFiles() : QStringList();
    QList<Error> errors;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        if (const Result<void> possible = files.canWrite(paths.at(i)); !possible)
            errors << possible.error();
        else if (sameFile(paths.at(i), own, files))
            errors << failure(ErrorKind::File, QCoreApplication::translate("Cli", "This is a file of Tempera itself."),
                              paths.at(i))
                          .error();
        const QFileInfo info(paths.at(i));
        if (info.exists() && !info.isFile()) // what is written into takes both
            continue;
        for (qsizetype k = 0; k < i; ++k) {
            if (!files.isSameFile(paths.at(i), paths.at(k)))
                continue;
            errors << failure(ErrorKind::File, QCoreApplication::translate("Cli", "Another report is written to the same file."),
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
        const std::optional<QString> input = sameFile(path, inputs, files);
        if (!input)
            continue;
        const QString detail =
            QCoreApplication::translate("Cli", "%1 is read by this experiment.").arg(QFileInfo(*input).fileName());
        errors << failure(ErrorKind::File, detail, path).error();
    }
    return errors;
}

QStringList inputsOf(const Experiment &experiment, const QString &path, const QStringList &read, const CliContext &context)
{
    QStringList inputs = read;
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

ExitCode exitCodeOf(const ReportGrid &grid)
{
    const ReportTotals totals = grid.totals();
    if (totals.errors > 0 || totals.cancelled > 0)
        return ExitCode::RunError;
    return totals.checksFailed > 0 || totals.notEvaluated > 0 ? ExitCode::ChecksFailed : ExitCode::Passed;
}

} // namespace Tempera
