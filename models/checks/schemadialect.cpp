// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemadialect.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct KeywordsOfDrafts {
    bool hasOld = false;
    bool hasNew = false;

    void look(const QJsonValue &value)
    {
        for (const QJsonValue &item : value.toArray())
            look(item);
        const QJsonObject map = value.toObject();
        for (auto it = map.begin(); it != map.end(); ++it) {
            static const QSet<QString> later{
                u"$anchor"_s,     u"$defs"_s,       u"$dynamicRef"_s, u"dependentRequired"_s, u"dependentSchemas"_s,
                u"maxContains"_s, u"minContains"_s, u"prefixItems"_s, u"unevaluatedItems"_s,  u"unevaluatedProperties"_s};
            static const QSet<QString> values{u"const"_s, u"enum"_s, u"default"_s, u"examples"_s};
            hasNew = hasNew || later.contains(it.key());
            hasOld = hasOld || (it.key() == "items"_L1 && it->isArray()) || (it.key() == "dependencies"_L1 && it->isObject());
            if (!values.contains(it.key()))
                look(it.value());
        }
    }
};

} // namespace

QJsonValue withDialect(const QJsonValue &schema)
{
    QJsonObject map = schema.toObject();
    if (!schema.isObject() || map.contains("$schema"_L1))
        return schema;
    KeywordsOfDrafts found;
    found.look(schema);
    if (!found.hasOld || found.hasNew)
        return schema;
    map.insert(u"$schema"_s, u"http://json-schema.org/draft-07/schema#"_s);
    return map;
}

} // namespace Tempera
