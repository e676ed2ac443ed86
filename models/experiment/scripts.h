// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/text/prompttemplate.h"
#include "models/text/scriptfunction.h"

#include <optional>

namespace Tempera {

/// "file://x.js" or "file://x.js:name": a function in a file.
struct ScriptReference {
    QString file;      ///< With its "file://", as it is written.
    QString function;  ///< Empty = the file is the function.
    bool isRun = true; ///< False for languages that are not run (Python, Ruby, TypeScript).

    bool operator==(const ScriptReference &) const = default;
};

/// Nothing where the text is no such reference.
[[nodiscard]] std::optional<ScriptReference> scriptReference(const QString &text);
/// The same of those that are run.
[[nodiscard]] std::optional<ScriptReference> runnableScript(const QString &text);

/// The function that a text of an experiment names, where its file was read (Experiment::scripts). Nothing where the text is no
/// reference, or one that was not read.
[[nodiscard]] std::optional<ScriptExpression> scriptInFile(const Experiment &experiment, const QString &text);

/// The function that a text is, as code or as the name of one in a file. Error (Script): it is in a file that was not read, or
/// in another language.
[[nodiscard]] Result<ScriptExpression> scriptOf(const Experiment &experiment, const QString &text, const QStringList &parameters);

/// Gives templates what this experiment lets them see: `env`, and its filters.
void prepareTemplates(TemplateEngine &templates, const Experiment &experiment);
/// Its filters, by name.
[[nodiscard]] QMap<QString, ScriptExpression> filterFunctions(const Experiment &experiment);

/// The file of a prompt that is a function; nothing where it is a template.
[[nodiscard]] std::optional<ScriptExpression> promptScript(const Experiment &experiment, const Prompt &prompt);

} // namespace Tempera
