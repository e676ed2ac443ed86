// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/scripts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {

std::optional<ScriptReference> scriptReference(const QString &text)
{
    if (!text.startsWith("file://"_L1))
        return std::nullopt;
    static const QRegularExpression form(uR"(^(file://[^\n]+\.(js|cjs|mjs|ts|py|rb))(?::([A-Za-z_$][\w$.]*))?$)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return ScriptReference{match.captured(1), match.captured(3), match.captured(2).endsWith("js"_L1)};
}

std::optional<ScriptReference> runnableScript(const QString &text)
{
    const std::optional<ScriptReference> reference = scriptReference(text);
    return reference && reference->isRun ? reference : std::nullopt;
}

std::optional<ScriptExpression> scriptInFile(const Experiment &experiment, const QString &text)
{
    const std::optional<ScriptReference> reference = scriptReference(text);
    if (!reference)
        return std::nullopt;
    const auto source = experiment.scripts.constFind(reference->file);
    if (source == experiment.scripts.cend())
        return std::nullopt;
    return functionOfFile(*source, reference->function);
}

Result<ScriptExpression> scriptOf(const Experiment &experiment, const QString &text, const QStringList &parameters)
{
    const std::optional<ScriptReference> reference = scriptReference(text);
    if (!reference)
        return functionOfCode(text, parameters);
    if (const std::optional<ScriptExpression> known = scriptInFile(experiment, text))
        return *known;
    return failure(
        ErrorKind::Script,
        reference->isRun
            ? QCoreApplication::translate("Experiment", "The script %1 was not read.").arg(reference->file)
            : QCoreApplication::translate("Experiment", "%1 is not run: scripts are JavaScript.").arg(reference->file));
}

QMap<QString, ScriptExpression> filterFunctions(const Experiment &experiment)
{
    QMap<QString, ScriptExpression> functions;
    for (const auto &[name, file] : experiment.filters.asKeyValueRange()) {
        if (const auto function = scriptInFile(experiment, file))
            functions.insert(name, *function);
    }
    return functions;
}

void prepareTemplates(TemplateEngine &templates, const Experiment &experiment)
{
    templates.setEnvironment(environmentToJson(experiment));
    templates.setFilters(filterFunctions(experiment));
}

std::optional<ScriptExpression> promptScript(const Experiment &experiment, const Prompt &prompt)
{
    if (prompt.messages.size() != 1 || experiment.scripts.isEmpty())
        return std::nullopt;
    return scriptInFile(experiment, prompt.messages.constFirst().text);
}

} // namespace Tempera
