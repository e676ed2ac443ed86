// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/clicontext.h"
#include "app/cli/exitcode.h"
#include "models/report/report.h"

#include <QStringList>

namespace Tempera {

/// Writes the report to every path, by its ending. Errors of all that failed.
[[nodiscard]] QList<Error> writeReports(const RunReport &report, const QStringList &paths, PromptStore &files);

/// Folders of `paths` that do not exist, as errors; asked before anything is paid for.
[[nodiscard]] QList<Error> missingFolders(const QStringList &paths);

/// What a finished run means for a script: an error of a request, else a check that did not pass, else all passed.
/// A check that this version does not know did not pass.
[[nodiscard]] ExitCode exitCodeOf(const RunReport &report);

} // namespace Tempera
