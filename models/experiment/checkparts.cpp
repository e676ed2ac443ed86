// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/checkparts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

CheckSpec checkFromJson(const QJsonObject &json)
{
    CheckSpec part;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const QString key = entry.key();
        if (key == "type"_L1)
            part.type = entry->toString();
        else if (key == "value"_L1)
            part.value = *entry;
        else if (key == "threshold"_L1)
            part.threshold = entry->toDouble();
        else if (key == "weight"_L1)
            part.weight = entry->toDouble(1);
        else if (key == "metric"_L1)
            part.metric = entry->toString();
        else
            part.other.insert(key, *entry);
    }
    return part;
}

QJsonObject checkAsJson(const CheckSpec &part)
{
    QJsonObject json = part.other;
    json.insert(u"type"_s, part.type);
    if (!part.value.isNull() && !part.value.isUndefined())
        json.insert(u"value"_s, part.value);
    if (part.threshold)
        json.insert(u"threshold"_s, *part.threshold);
    if (part.weight != 1)
        json.insert(u"weight"_s, part.weight);
    if (!part.metric.isEmpty())
        json.insert(u"metric"_s, part.metric);
    return json;
}

} // namespace

bool isCheckSet(const CheckSpec &check)
{
    return check.type == "assert-set"_L1;
}

QList<CheckSpec> checkParts(const CheckSpec &set)
{
    QList<CheckSpec> parts;
    if (!isCheckSet(set))
        return parts;
    for (const QJsonValue &part : set.other.value("assert"_L1).toArray())
        parts += checkFromJson(part.toObject());
    return parts;
}

void setCheckParts(CheckSpec &set, const QList<CheckSpec> &parts)
{
    QJsonArray list;
    for (const CheckSpec &part : parts)
        list.append(checkAsJson(part));
    set.other.insert(u"assert"_s, list);
}

QList<CheckSpec> withSetsOpened(const QList<CheckSpec> &checks)
{
    QList<CheckSpec> open;
    for (const CheckSpec &check : checks) {
        QList<CheckSpec> parts = checkParts(check);
        for (CheckSpec &part : parts)
            part.isData = check.isData;
        open += check;
        open.last().parts = static_cast<int>(parts.size());
        open += parts;
    }
    return open;
}

} // namespace Tempera
