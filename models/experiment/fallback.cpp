// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/fallback.h"

#include "models/core/secrettext.h"
#include "models/experiment/reading/fallbackreader.h"
#include "models/experiment/reading/providerjson.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonArray listOfFallbacks(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isString() || value.isObject() ? QJsonArray{value} : QJsonArray();
}

void setOrRemove(QJsonObject &config, QLatin1StringView key, const QJsonValue &value, bool isSaid)
{
    if (isSaid)
        config.insert(key, value);
    else
        config.remove(key);
}

} // namespace

FallbackRules fallbackRules(const Variant &variant)
{
    FallbackRules rules;
    rules.next = listOfFallbacks(variant.config.value(FallbackKeys::next));
    rules.onFailedChecks = variant.config.value(FallbackKeys::onFailedChecks).toBool();
    rules.samplesAgain = std::clamp(variant.config.value(FallbackKeys::samplesAgain).toInt(), 0, mostSamplesAgain);
    return rules;
}

void setFallbackRules(Variant &variant, const FallbackRules &rules)
{
    setOrRemove(variant.config, FallbackKeys::next, rules.next, !rules.next.isEmpty());
    setOrRemove(variant.config, FallbackKeys::onFailedChecks, rules.onFailedChecks, rules.onFailedChecks);
    setOrRemove(variant.config, FallbackKeys::samplesAgain, rules.samplesAgain, rules.samplesAgain > 0);
}

QString fallbackName(const QJsonValue &item)
{
    if (item.isString())
        return withoutAddressSecrets(item.toString());
    const QJsonObject map = item.toObject();
    const QString label = map.value("label"_L1).toString();
    if (!label.isEmpty())
        return label;
    const bool isKeyed = !map.contains("id"_L1) && map.size() == 1; // { "openai:chat:gpt-4o": { config: … } }
    return withoutAddressSecrets(isKeyed ? map.begin().key() : map.value("id"_L1).toString());
}

qsizetype variantNamed(const QList<Variant> &variants, const QString &name)
{
    if (name.isEmpty())
        return -1;
    auto found = std::ranges::find(variants, name, &Variant::label);
    if (found == variants.end())
        found = std::ranges::find(variants, name, &Variant::calledId);
    if (found == variants.end())
        found = std::ranges::find(variants, name, [](const Variant &variant) { return variant.endpoint.id; });
    return found == variants.end() ? -1 : found - variants.begin();
}

bool isSameProvider(const Variant &a, const Variant &b)
{
    return a.label == b.label && a.endpoint.id == b.endpoint.id;
}

Result<QList<Variant>> fallbackVariants(const Experiment &experiment, const Variant &variant)
{
    QList<Variant> next;
    const QJsonArray items = fallbackRules(variant).next;
    for (const QJsonValue &item : items) {
        const qsizetype known = item.isString() ? variantNamed(experiment.variants, item.toString()) : -1;
        if (known >= 0) {
            const Variant &named = experiment.variants.at(known);
            if (!isSameProvider(named, variant) && !next.contains(named))
                next += named;
            continue;
        }
        const Result<QList<Variant>> read = providersFromJson(experiment, item);
        if (!read)
            return std::unexpected(read.error());
        for (const Variant &each : *read) {
            if (!next.contains(each))
                next += each;
        }
    }
    return next;
}

QList<Endpoint> variantEndpoints(const Experiment &experiment)
{
    QList<Endpoint> endpoints;
    for (const Variant &variant : experiment.variants) {
        endpoints += variant.endpoint;
        for (const Variant &next : fallbackVariants(experiment, variant).value_or(QList<Variant>()))
            endpoints += next.endpoint;
    }
    return endpoints;
}

} // namespace Tempera
