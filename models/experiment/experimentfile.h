// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/ports/promptstore.h"
#include "models/experiment/experiment.h"
#include "models/experiment/refusedfile.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace Tempera {

/// The original text of a file, kept so that saving changes only what was changed (unknown keys, order, quoting).
class ExperimentSource;

/// What becomes of the scripts in JavaScript that make tests (`tests: file://x.js`): each takes as long as its limits allow.
enum class TestScripts {
    Run,
    Leave, ///< They give no tests. For the window's thread, which must not wait for them.
};

/// An experiment as it came from a file.
struct LoadedExperiment {
    Experiment experiment;
    QList<Error> warnings;                          ///< What was kept but is ignored, each with line and column.
    std::shared_ptr<const ExperimentSource> source; ///< Hand it to writeExperiment() when saving.
    QList<RefusedFile> refused = {};                ///< What was left out, since the user has not allowed it.
    bool needsScripts = false; ///< Tests are missing whose scripts were left: it is to be read once more, with TestScripts::Run.
};

/// Reads promptfoo's schema from YAML or JSON text. `path` names the file in messages and is the base of
/// `file://` references, which are read through `files`, as far as they stay in that folder or in one of `folders`,
/// which the user has allowed. `environment` are the variables of the process that the user lets it see. Errors have kind Syntax with
/// line and column; of scripts that make tests kind Script with their file and line.
[[nodiscard]] Result<LoadedExperiment> readExperiment(const QByteArray &text, const QString &path, const PromptStore &files,
                                                      const QStringList &folders = {},
                                                      const QMap<QString, QString> &environment = {},
                                                      TestScripts scripts = TestScripts::Run);

/// Writes promptfoo's schema. Everything in `source` that Tempera does not interpret is kept as it was.
/// Of YAML only the entries that changed are rewritten, so that comments, order, quoting and anchors stay elsewhere.
/// Where that cannot be done soundly (merge keys at the changed place, several keys on one line, a literal key that
/// has to go) the whole file is written from the order-keeping tree; then comments are lost and aliases written out.
[[nodiscard]] QByteArray writeExperiment(const Experiment &experiment, const ExperimentSource *source);

} // namespace Tempera
