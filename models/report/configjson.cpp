// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/configjson.h"

#include "models/core/request.h"
#include "models/experiment/scripts.h"
#include "models/report/redact.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonObject variantConfig(const Variant &variant)
{
    QJsonObject config = redacted(variant.config).toObject();
    const QJsonObject sampling = samplingToJson(variant.sampling);
    for (auto it = sampling.begin(); it != sampling.end(); ++it)
        config.insert(it.key(), it.value());
    if (variant.sampling.seed)
        config.insert(parameterName(Parameter::Seed), seedJson(variant.sampling.seed));
    if (!variant.endpoint.baseUrl.isEmpty())
        config.insert(u"apiBaseUrl"_s, publicAddress(variant.endpoint.baseUrl));
    if (!variant.endpoint.addressFrom.isEmpty())
        config.insert(u"apiBaseUrlFrom"_s, variant.endpoint.addressFrom);
    return config;
}

QJsonArray configPrompts(const Experiment &experiment)
{
    QJsonArray prompts;
    for (const Prompt &prompt : experiment.prompts) {
        const QString raw = messagesText(prompt.messages);
        prompts.append(prompt.label.isEmpty() ? QJsonValue(raw)
                                              : QJsonValue(QJsonObject{{u"raw"_s, raw}, {u"label"_s, prompt.label}}));
    }
    return prompts;
}

QJsonArray configProviders(const Experiment &experiment)
{
    QJsonArray providers;
    for (const Variant &variant : experiment.variants) {
        QJsonObject provider{{u"id"_s, variant.shownId()}, {u"config"_s, variantConfig(variant)}};
        if (!variant.label.isEmpty())
            provider.insert(u"label"_s, variant.label);
        if (!variant.promptLabels.isEmpty())
            provider.insert(u"prompts"_s, QJsonArray::fromStringList(variant.promptLabels));
        if (!variant.calledId.isEmpty()) // { "echo": { id: my-echo, … } }
            provider = {{variant.endpoint.shownId(), provider}};
        providers.append(provider);
    }
    return providers;
}

QJsonObject tagsJson(const Experiment &experiment)
{
    QJsonObject tags;
    for (const auto &[name, value] : experiment.tags.asKeyValueRange())
        tags.insert(name, value);
    return redacted(tags).toObject();
}

} // namespace

QJsonValue seedJson(const std::optional<std::uint64_t> &seed)
{
    if (!seed)
        return QJsonValue::Null;
    if (*seed > static_cast<std::uint64_t>(std::numeric_limits<qint64>::max()))
        return QString::number(*seed);
    return static_cast<qint64>(*seed);
}

QJsonObject checkJson(const CheckSpec &check)
{
    QJsonObject json = redacted(check.other).toObject();
    json.insert(u"type"_s, check.type);
    if (!check.value.isUndefined() && !check.value.isNull())
        json.insert(u"value"_s, check.value);
    if (check.threshold)
        json.insert(u"threshold"_s, *check.threshold);
    if (check.weight != 1)
        json.insert(u"weight"_s, check.weight);
    if (!check.metric.isEmpty())
        json.insert(u"metric"_s, check.metric);
    return json;
}

QJsonObject caseJson(const Case &aCase, const Variables &variables, const QList<CheckSpec> &checks)
{
    QJsonObject json = redacted(aCase.other).toObject();
    if (!aCase.description.isEmpty())
        json.insert(u"description"_s, aCase.description);
    json.insert(u"vars"_s, variablesToJson(variables));
    QJsonArray list;
    for (const CheckSpec &check : checks)
        list.append(checkJson(check));
    json.insert(u"assert"_s, list);
    if (aCase.threshold)
        json.insert(u"threshold"_s, *aCase.threshold);
    return json;
}

void writeConfig(JsonStream &json, const Experiment &experiment)
{
    const Case &standard = experiment.defaultCase;
    json.beginObject(u"config"_s);
    json.member(u"defaultTest"_s, caseJson(standard, standard.variables, standard.checks));
    if (!experiment.description.isEmpty())
        json.member(u"description"_s, experiment.description);
    QJsonObject options{{u"repeat"_s, experiment.repeat}, {u"maxConcurrency"_s, experiment.maxConcurrency}};
    if (experiment.delay.count() > 0)
        options.insert(u"delay"_s, qint64{experiment.delay.count()});
    json.member(u"evaluateOptions"_s, options);
    json.member(u"prompts"_s, configPrompts(experiment));
    json.member(u"providers"_s, configProviders(experiment));
    if (!experiment.tags.isEmpty())
        json.member(u"tags"_s, tagsJson(experiment));
    json.beginArray(u"tests"_s);
    for (const Case &aCase : experiment.cases)
        json.item(caseJson(aCase, aCase.variables, aCase.checks));
    json.end();
    json.end();
}

QJsonObject rowVariablesJson(const Experiment &experiment, const Case &aCase, const Variables &variables, const QJsonObject &made)
{
    QJsonObject values = variablesToJson(variables);
    const auto transforms = [](const Case &one) { return one.other.value("options"_L1).toObject().contains("transformVars"_L1); };
    if (!transforms(aCase) && !transforms(experiment.defaultCase))
        return values;
    const bool keepsAnswers = experiment.planKeys.contains("storeOutputAs"_L1);
    for (auto it = made.begin(); it != made.end(); ++it) {
        const bool isScript = scriptReference(values.value(it.key()).toString()).has_value();
        const bool isOfEarlierRows = it.key() == conversationVariable || (keepsAnswers && !values.contains(it.key()));
        if (!isScript && !isOfEarlierRows)
            values.insert(it.key(), it.value());
    }
    return values;
}

} // namespace Tempera
