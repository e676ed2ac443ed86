// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/redact.h"

#include "models/core/knownsecrets.h"
#include "models/core/secrets.h"
#include "models/core/secrettext.h"
#include "models/experiment/data/datasecrets.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What the variants are configured with that is secret wherever it is.
KnownSecrets secretsOf(const Experiment &experiment)
{
    KnownSecrets secrets;
    for (const Variant &variant : experiment.variants) {
        for (const auto &[name, value] : variant.endpoint.headers.asKeyValueRange()) {
            if (isSecretName(name))
                secrets.add(value.toUtf8());
        }
        for (const QString &found : secretsIn(dataFromJson(QJsonArray{variant.config, variant.other})))
            secrets.add(found.toUtf8());
    }
    return secrets;
}

} // namespace

QJsonValue redacted(const QJsonValue &value)
{
    return dataToJson(*withoutSecrets(dataFromJson(value)));
}

RunReport withoutSecrets(RunReport report)
{
    Experiment &experiment = report.experiment;
    const KnownSecrets secrets = secretsOf(experiment);
    const auto cleaned = [&secrets](const QString &text) { return secrets.cleaned(withoutTextSecrets(text)); };
    experiment.description = cleaned(experiment.description);
    for (Prompt &prompt : experiment.prompts)
        prompt.label = cleaned(prompt.label);
    for (Variant &variant : experiment.variants) {
        variant.label = cleaned(variant.label);
        for (QString &label : variant.promptLabels)
            label = cleaned(label);
    }
    const auto clean = [&cleaned](Case &each) {
        each.description = cleaned(each.description);
        for (Variable &variable : each.variables) {
            if (const QString text = variable.value.toString(); text.startsWith("file://"_L1)) // not read
                variable.value = withoutKnownKeys(text);
        }
    };
    clean(experiment.defaultCase);
    const auto isToBeCleaned = [&clean](const Case &each) {
        Case other = each;
        clean(other);
        return other.description != each.description || other.variables != each.variables;
    };
    if (std::ranges::any_of(experiment.cases.begin(), experiment.cases.end(), isToBeCleaned))
        experiment.cases.changeEach(clean);
    return report;
}

} // namespace Tempera
