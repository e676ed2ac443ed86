// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/clicontext.h"
#include "app/cli/exitcode.h"
#include "models/core/ports/readrecorder.h"
#include "models/report/report.h"

#include <QStringList>

namespace Tempera {

/// Writes the report to every path, by its ending. Errors of all that failed.
[[nodiscard]] QList<Error> writeReports(const RunReport &report, const QStringList &paths, OutputFiles &files);
/// Writes the report as JSON for other programs.
void writeReport(const RunReport &report, OutStream &out);

/// Why reports cannot be written to `paths` (no folder, a folder of that name, no right, no room; one file under two
/// names); asked before anything is paid for.
[[nodiscard]] QList<Error> outputFaults(const QStringList &paths, const OutputFiles &files);
/// Those of `paths` that lead to one of `inputs`, by whatever name: a report would take its place.
[[nodiscard]] QList<Error> overwrittenInputs(const QStringList &paths, const QStringList &inputs, const OutputFiles &files);
/// The experiment's own files: itself, what it refers to, its local models.
[[nodiscard]] QStringList inputsOf(const Experiment &experiment, const QString &path, const ReadRecorder &read,
                                   const CliContext &context);

/// What a finished run means for a script: an error of a request, else a check that did not pass, else all passed.
/// A check that this version does not know did not pass.
[[nodiscard]] ExitCode exitCodeOf(const RunReport &report);

} // namespace Tempera
