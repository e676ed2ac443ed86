// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemanullable.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonArray withNull(const QJsonValue &value, const QJsonValue &null)
{
    QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    if (!list.contains(null))
        list.append(null);
    return list;
}

} // namespace

QJsonValue withoutNullable(const QJsonValue &schema)
{
    if (schema.isArray()) {
        QJsonArray list = schema.toArray();
        for (auto item = list.begin(); item != list.end(); ++item)
            *item = withoutNullable(*item);
        return list;
    }
    if (!schema.isObject())
        return schema;
    QJsonObject map = schema.toObject();
    for (auto member = map.begin(); member != map.end(); ++member) {
        const QString key = member.key();
        if (key != "const"_L1 && key != "enum"_L1 && key != "default"_L1 && key != "examples"_L1) // values, no schemas
            *member = withoutNullable(member.value());
    }
    if (map.value("nullable"_L1) == QJsonValue(true) && map.contains("type"_L1)) {
        map.insert(u"type"_s, withNull(map.value("type"_L1), u"null"_s));
        if (map.value("enum"_L1).isArray())
            map.insert(u"enum"_s, withNull(map.value("enum"_L1), QJsonValue::Null));
        map.remove("nullable"_L1);
    }
    return map;
}

} // namespace Tempera
