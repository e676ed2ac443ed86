// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/endpointoptionsjson.h"

#include "models/core/endpoint.h"
#include "models/core/endpointrules.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Tempera {
namespace {

void insertAmount(QJsonObject &object, const QString &name, qint64 amount)
{
    if (amount > 0)
        object.insert(name, amount);
}

qint64 storedAmount(const QJsonObject &object, const QString &name, qint64 most)
{
    const qint64 amount = object.value(name).toInteger();
    return amount >= 1 && amount <= most ? amount : 0;
}

milliseconds storedTime(const QJsonObject &object, const QString &name)
{
    return milliseconds(storedAmount(object, name, EndpointLimits::Time.count()));
}

QMap<QString, QString> storedHeaders(const QJsonObject &object)
{
    QMap<QString, QString> headers;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!headerFault(it.key(), it.value().toString()))
            headers.insert(it.key(), it.value().toString());
    }
    return headers;
}

QList<QUrl> storedMembers(const QJsonArray &array)
{
    QList<QUrl> members;
    for (const QJsonValue &each : array) {
        if (const Result<QUrl> member = serverAddressFromText(each.toString()); member && !members.contains(*member))
            members += *member;
    }
    return members;
}

} // namespace

QJsonObject endpointOptionsToJson(const EndpointOptions &options)
{
    QJsonObject object;
    insertAmount(object, u"slots"_s, options.slots);
    insertAmount(object, u"requestsPerMinute"_s, options.limits.requestsPerMinute);
    insertAmount(object, u"tokensPerMinute"_s, options.limits.tokensPerMinute);
    insertAmount(object, u"firstByteMs"_s, options.firstByteLimit.count());
    insertAmount(object, u"totalMs"_s, options.totalLimit.count());
    QJsonArray members;
    for (const QUrl &member : options.members)
        members.append(publicAddress(member));
    if (!members.isEmpty())
        object.insert(u"members"_s, members);
    if (!options.proxy.isEmpty())
        object.insert(u"proxy"_s, options.proxy.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
    if (!options.caFile.isEmpty())
        object.insert(u"caFile"_s, options.caFile);
    QJsonObject headers;
    for (const auto &[name, value] : options.headers.asKeyValueRange()) {
        if (!headerFault(name, value))
            headers.insert(name, value);
    }
    if (!headers.isEmpty())
        object.insert(u"headers"_s, headers);
    return object;
}

EndpointOptions endpointOptionsFromJson(const QJsonObject &object)
{
    EndpointOptions options;
    options.slots = static_cast<int>(storedAmount(object, u"slots"_s, EndpointLimits::Slots));
    options.limits.requestsPerMinute = storedAmount(object, u"requestsPerMinute"_s, EndpointLimits::PerMinute);
    options.limits.tokensPerMinute = storedAmount(object, u"tokensPerMinute"_s, EndpointLimits::PerMinute);
    options.firstByteLimit = storedTime(object, u"firstByteMs"_s);
    options.totalLimit = storedTime(object, u"totalMs"_s);
    options.members = storedMembers(object.value("members"_L1).toArray());
    options.proxy = proxyFromText(object.value("proxy"_L1).toString()).value_or(QUrl());
    options.caFile = object.value("caFile"_L1).toString();
    options.headers = storedHeaders(object.value("headers"_L1).toObject());
    return options;
}

} // namespace Tempera
