// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/clicontext.h"
#include "app/cli/exitcode.h"
#include "models/report/reportformat.h"
#include "models/report/reportjob.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace Tempera {

/// Shows a run that is over: its reports, then standard output. The bodies of its cells are read from a store page by page.
class RunOutput final : public QObject
{
    Q_OBJECT
public:
    /// `store` has the run; it and what the context points to outlive this. Reports go to `paths`, by their endings.
    RunOutput(const CliContext &context, RunReport report, RunStore &store, ReportCells::Missing missing,
              const QStringList &paths, OutputShape shape, TableUse table = TableUse::Shown);
    ~RunOutput() override;

    /// finished() follows, never from within.
    void start();
    [[nodiscard]] const RunReport &report() const { return m_report; }
    [[nodiscard]] const ReportGrid &grid() const { return m_grid; }
    /// Of reports that could not be written, and of what could not be read for them.
    [[nodiscard]] const QList<Error> &errors() const { return m_errors; }

Q_SIGNALS:
    void finished();

private:
    void nextFile();
    void endFile();
    void writeStandardOutput();
    void writeTable();
    void write(ReportFormat format, const ReportSink &sink, const std::function<void()> &done);
    void end();

    CliContext m_context;
    RunReport m_report;
    RunStore &m_store;
    ReportGrid m_grid{m_report};
    ReportCells m_cells;
    QStringList m_paths; ///< Still to be written.
    OutputShape m_shape = OutputShape::People;
    TableUse m_table = TableUse::Shown;
    std::unique_ptr<OutputFile> m_file;
    std::unique_ptr<ReportJob> m_job; ///< Writes into the file: goes before it.
    QList<Error> m_errors;
};

/// Why reports cannot be written to `paths` (no folder, a folder of that name, no right, no room; one file under two
/// names; a file of the program itself); asked before anything is paid for.
[[nodiscard]] QList<Error> outputFaults(const QStringList &paths, const CliContext &context);
/// Those of `paths` that lead to one of `inputs`, by whatever name: a report would take its place.
[[nodiscard]] QList<Error> overwrittenInputs(const QStringList &paths, const QStringList &inputs, const OutputFiles &files);
/// The experiment's own files: itself, what was read for it, its local models. What it names besides: namedFiles().
[[nodiscard]] QStringList inputsOf(const Experiment &experiment, const QString &path, const QStringList &read,
                                   const CliContext &context);

/// What a finished run means for a script: an error of a request, else a check that did not pass, else all passed.
/// A check that this version does not know did not pass.
[[nodiscard]] ExitCode exitCodeOf(const ReportGrid &grid);

} // namespace Tempera
