// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/titles.h"

#include "models/core/secrettext.h"
#include "models/core/valuetext.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype titleLength = 60;

} // namespace

QString caseTitle(const Case &aCase)
{
    if (!aCase.description.isEmpty())
        return firstLine(aCase.description, titleLength);
    QStringList values;
    for (const Variable &variable : aCase.variables)
        values += firstLine(valueText(variable.value), titleLength);
    values.removeAll(QString());
    return firstLine(values.join(u" · "_s), titleLength);
}

QString promptTitle(const Prompt &prompt)
{
    if (!prompt.label.isEmpty())
        return firstLine(prompt.label, titleLength);
    return prompt.messages.isEmpty() ? QString() : firstLine(prompt.messages.last().text, titleLength);
}

QString caseTitle(const Experiment &experiment, int index)
{
    const QString title = caseTitle(experiment.cases.value(index));
    return title.isEmpty() ? QCoreApplication::translate("Edits", "Case %1").arg(index + 1) : title;
}

QString promptTitle(const Experiment &experiment, int index)
{
    const QString title = promptTitle(experiment.prompts.value(index));
    return title.isEmpty() ? QCoreApplication::translate("Edits", "Prompt %1").arg(index + 1) : title;
}

QString runTitle(const Experiment &experiment, const QString &path)
{
    if (!experiment.description.isEmpty())
        return withoutTextSecrets(experiment.description);
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

} // namespace Tempera
