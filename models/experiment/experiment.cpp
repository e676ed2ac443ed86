// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experiment.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

Variables effectiveVariables(const Experiment &experiment, const Case &aCase)
{
    Variables variables = experiment.defaultCase.variables;
    for (const Variable &own : aCase.variables) {
        const auto it =
            std::find_if(variables.begin(), variables.end(), [&own](const Variable &v) { return v.name == own.name; });
        if (it == variables.end())
            variables.append(own);
        else
            it->value = own.value;
    }
    return variables;
}

QList<CheckSpec> effectiveChecks(const Experiment &experiment, const Case &aCase)
{
    const QJsonObject options = aCase.other.value("options"_L1).toObject();
    if (options.value("disableDefaultAsserts"_L1).toBool())
        return aCase.checks;
    return experiment.defaultCase.checks + aCase.checks;
}

QJsonObject variablesToJson(const Variables &variables)
{
    QJsonObject json;
    for (const Variable &variable : variables)
        json.insert(variable.name.isNull() ? u""_s : variable.name, variable.value); // QJsonObject breaks on a null key
    return json;
}

} // namespace Tempera
