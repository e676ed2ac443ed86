// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/providerscript.h"

#include "models/experiment/reading/readcontext.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonValue withEnvironment(const QJsonValue &value, const QMap<QString, QString> &environment)
{
    if (value.isString())
        return textWithEnvironment(value.toString(), environment);
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(withEnvironment(item, environment));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject map = value.toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        it.value() = withEnvironment(QJsonValue(it.value()), environment);
    return map;
}

} // namespace

Endpoint askedEndpoint(const Experiment &experiment, const Variant &variant)
{
    Endpoint endpoint = variant.endpoint;
    if (endpoint.kind != EndpointKind::Script)
        return endpoint;
    QJsonObject options{{u"id"_s, variant.shownId()}, {u"config"_s, withEnvironment(variant.config, experiment.environment)}};
    if (!variant.label.isEmpty())
        options.insert(u"label"_s, variant.label);
    endpoint.body.insert(u"options"_s, QJsonDocument(options).toJson(QJsonDocument::Compact));
    const QByteArray hash = QCryptographicHash::hash(endpoint.script.toUtf8(), QCryptographicHash::Sha256).toHex();
    endpoint.body.insert(u"script"_s, '"' + hash + '"');
    return endpoint;
}

QJsonObject scriptContextOf(const Experiment &experiment, const CellKey &key, const QJsonObject &variables)
{
    const Prompt prompt = experiment.prompts.value(key.promptIndex);
    const Case aCase = experiment.cases.value(key.caseIndex);
    QJsonObject test = aCase.other;
    test.insert(u"vars"_s, variables);
    if (!aCase.description.isEmpty())
        test.insert(u"description"_s, aCase.description);
    return {{u"vars"_s, variables},
            {u"prompt"_s, QJsonObject{{u"raw"_s, messagesText(prompt.messages)},
                                      {u"label"_s, prompt.label},
                                      {u"config"_s, prompt.other.value("config"_L1).toObject()}}},
            {u"test"_s, test},
            {u"repeatIndex"_s, key.repeat}};
}

} // namespace Tempera
