// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/settings.h"

#include "models/core/endpoint.h"
#include "models/core/endpointoptionsjson.h"
#include "models/core/secrets.h"
#include "models/core/secrettext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

int takeNumber(QJsonObject &object, const QString &name, int fallback, int highest)
{
    const int number = object.take(name).toInt(fallback);
    return number >= 1 && number <= highest ? number : fallback;
}

QStringList takeList(QJsonObject &object, const QString &name)
{
    QStringList list;
    const QJsonArray array = object.take(name).toArray();
    for (const QJsonValue &value : array) {
        if (value.isString() && !value.toString().isEmpty())
            list += value.toString();
    }
    return list;
}

QList<SavedEndpoint> takeEndpoints(QJsonObject &object)
{
    QList<SavedEndpoint> endpoints;
    const QJsonArray array = object.take(u"endpoints"_s).toArray();
    for (const QJsonValue &value : array) {
        const QUrl url(withoutAddressSecrets(value.toObject().value("baseUrl"_L1).toString()), QUrl::StrictMode);
        const QString name = value.toObject().value("keyName"_L1).toString();
        if (isUsableAddress(url))
            endpoints.append({url, looksLikeKey(name) ? QString() : name,
                              endpointOptionsFromJson(value.toObject().value("options"_L1).toObject())});
    }
    return endpoints;
}

void insertEndpoints(QJsonObject &object, const QList<SavedEndpoint> &endpoints)
{
    QJsonArray array;
    for (const SavedEndpoint &each : endpoints) {
        QJsonObject server{{u"baseUrl"_s, publicAddress(each.baseUrl)}, {u"keyName"_s, each.keyName}};
        if (const QJsonObject options = endpointOptionsToJson(each.options); !options.isEmpty())
            server.insert(u"options"_s, options);
        array.append(server);
    }
    if (!array.isEmpty())
        object.insert(u"endpoints"_s, array);
}

std::optional<Money> limitFrom(const QJsonValue &nano)
{
    return nano.isDouble() && nano.toInteger(-1) >= 0 ? std::optional(Money::fromNano(nano.toInteger())) : std::nullopt;
}

void insertText(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void insertList(QJsonObject &object, const QString &name, const QStringList &list)
{
    if (!list.isEmpty())
        object.insert(name, QJsonArray::fromStringList(list));
}

QJsonObject tariffToJson(const MachineTariff &tariff)
{
    QJsonObject object;
    if (tariff.perHour)
        object.insert(u"perHourNanoUsd"_s, qint64{tariff.perHour->nano()});
    if (tariff.watts)
        object.insert(u"watts"_s, *tariff.watts);
    if (tariff.perKwh)
        object.insert(u"perKwhNanoUsd"_s, qint64{tariff.perKwh->nano()});
    return object;
}

MachineTariff tariffFromJson(const QJsonObject &object)
{
    const QJsonValue watts = object.value(u"watts"_s);
    return {limitFrom(object.value(u"perHourNanoUsd"_s)),
            watts.isDouble() && watts.toDouble() >= 0 ? std::optional(watts.toDouble()) : std::nullopt,
            limitFrom(object.value(u"perKwhNanoUsd"_s))};
}

} // namespace

std::optional<Money> MachineTariff::hourly() const
{
    constexpr double wattsOfAKilowatt = 1000;
    if (perHour || !watts || !perKwh)
        return perHour;
    return Money::fromDollars(*watts / wattsOfAKilowatt * perKwh->dollars());
}

QJsonObject settingsToJson(const Settings &settings)
{
    QJsonObject object = settings.others;
    object.insert(u"remoteSlots"_s, settings.remoteSlots);
    object.insert(u"localSlots"_s, settings.localSlots);
    insertText(object, u"colourScheme"_s, settings.colourScheme);
    insertText(object, u"language"_s, settings.language);
    insertText(object, u"defaultModel"_s, settings.defaultModel);
    if (settings.local != LocalSettings())
        object.insert(u"local"_s, localSettingsToJson(settings.local));
    insertList(object, u"modelFolders"_s, settings.modelFolders);
    insertList(object, u"modelFiles"_s, settings.modelFiles);
    insertEndpoints(object, settings.endpoints);
    insertList(object, u"recentFiles"_s, settings.recentFiles);
    if (settings.machine != MachineTariff())
        object.insert(u"machineTariff"_s, tariffToJson(settings.machine));
    insertText(object, u"priceSource"_s, publicAddress(settings.priceSource));
    if (settings.dailyBudget)
        object.insert(u"dailyBudgetNanoUsd"_s, static_cast<qint64>(settings.dailyBudget->nano()));
    if (settings.monthlyBudget)
        object.insert(u"monthlyBudgetNanoUsd"_s, static_cast<qint64>(settings.monthlyBudget->nano()));
    QJsonObject endpoints;
    for (const auto &[name, limit] : settings.endpointBudgets.asKeyValueRange())
        endpoints.insert(name, static_cast<qint64>(limit.nano()));
    if (!endpoints.isEmpty())
        object.insert(u"endpointBudgetsNanoUsd"_s, endpoints);
    return object;
}

Settings settingsFromJson(const QJsonObject &object)
{
    QJsonObject left = object;
    Settings settings;
    settings.remoteSlots = takeNumber(left, u"remoteSlots"_s, settings.remoteSlots, 100);
    settings.localSlots = takeNumber(left, u"localSlots"_s, settings.localSlots, 64);
    settings.colourScheme = left.take(u"colourScheme"_s).toString();
    settings.language = left.take(u"language"_s).toString();
    settings.defaultModel = left.take(u"defaultModel"_s).toString();
    settings.local = localSettingsFromJson(left.take(u"local"_s).toObject());
    settings.modelFolders = takeList(left, u"modelFolders"_s);
    settings.modelFiles = takeList(left, u"modelFiles"_s);
    settings.endpoints = takeEndpoints(left);
    settings.recentFiles = takeList(left, u"recentFiles"_s);
    settings.machine = tariffFromJson(left.take(u"machineTariff"_s).toObject());
    settings.priceSource = QUrl(left.take(u"priceSource"_s).toString());
    settings.dailyBudget = limitFrom(left.take(u"dailyBudgetNanoUsd"_s));
    settings.monthlyBudget = limitFrom(left.take(u"monthlyBudgetNanoUsd"_s));
    const QJsonObject endpoints = left.take(u"endpointBudgetsNanoUsd"_s).toObject();
    for (auto it = endpoints.begin(); it != endpoints.end(); ++it) {
        if (const std::optional<Money> limit = limitFrom(it.value()); limit && !it.key().isEmpty())
            settings.endpointBudgets.insert(it.key(), *limit);
    }
    settings.others = left;
    return settings;
}

} // namespace Tempera
