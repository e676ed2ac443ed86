// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/writing/nodeupdates.h"

#include "models/experiment/checktypes.h"

#include "models/experiment/data/datawriter.h"
#include "models/experiment/reading/promptreader.h"
#include "models/experiment/reading/variableexpansion.h"
#include "models/experiment/writing/experimentwriter.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

DataPtr emptyMap()
{
    return dataMap({});
}

DataPtr number(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? dataNumber(*value) : nullptr;
}

DataPtr textOrNothing(const QString &text)
{
    return text.isEmpty() ? nullptr : dataString(text);
}

const Variable *find(const Variables &variables, const QString &name)
{
    const auto it = std::find_if(variables.begin(), variables.end(), [&name](const Variable &v) { return v.name == name; });
    return it == variables.end() ? nullptr : &*it;
}

DataPtr updatedVariables(const DataPtr &node, const Variables &before, const Variables &after)
{
    if (node && before == after)
        return node;
    DataPtr map = emptyMap();
    std::vector<DataEntry> entries;
    for (const Variable &variable : after) {
        if (find(after, variable.name) != &variable)
            continue; // a name given twice: the first one counts
        const Variable *old = find(before, variable.name);
        const DataPtr kept = node && old && old->value == variable.value ? node->find(variable.name) : nullptr;
        entries.push_back({variable.name, kept ? kept : dataFromJson(variable.value)});
    }
    return entries.empty() ? nullptr : dataMap(std::move(entries));
}

DataPtr checkNode(const CheckSpec &check)
{
    DataPtr map = withEntry(emptyMap(), u"type"_s, dataString(check.type));
    if (!check.value.isNull() && !check.value.isUndefined())
        map = withEntry(map, u"value"_s, dataFromJson(check.value));
    map = withEntry(map, u"threshold"_s, number(check.threshold));
    if (check.weight != 1)
        map = withEntry(map, u"weight"_s, number(check.weight));
    map = withEntry(map, u"metric"_s, textOrNothing(check.metric));
    return withOtherKeys(map, {}, check.other);
}

/// Items that did not change keep their nodes, where the old list and the nodes go together.
DataPtr updatedChecks(const DataPtr &node, const QList<CheckSpec> &before, const QList<CheckSpec> &after)
{
    if (node && before == after)
        return node;
    const bool aligned = node && node->isSequence() && static_cast<qsizetype>(node->items.size()) == before.size();
    std::vector<DataPtr> items;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const bool same = aligned && i < before.size() && before[i] == after[i];
        items.push_back(same ? node->items[static_cast<std::size_t>(i)] : checkNode(after[i]));
    }
    return items.empty() ? nullptr : dataSequence(std::move(items));
}

enum class Home { Assert, Metadata };

/// Checks that only Tempera knows are written under metadata.tempera.assert, where promptfoo does not stumble.
QList<CheckSpec> checksOf(const QList<CheckSpec> &checks, Home home)
{
    QList<CheckSpec> some;
    for (const CheckSpec &check : checks) {
        const QString base = check.type.startsWith("not-"_L1) ? check.type.sliced(4) : check.type;
        if (ownCheckTypes().contains(base) == (home == Home::Metadata))
            some.append(check);
    }
    return some;
}

DataPtr child(const DataPtr &map, QStringView key)
{
    return map ? map->find(key) : nullptr;
}

/// The map with `key`, or without it where the value has nothing in it.
DataPtr withUnlessEmpty(const DataPtr &map, const QString &key, const DataPtr &value)
{
    return withEntry(map && map->isMap() ? map : emptyMap(), key, value && value->entries.empty() ? nullptr : value);
}

DataPtr withChecks(DataPtr map, const Case &before, const Case &after)
{
    if (before.checks == after.checks)
        return map;
    map = withEntry(
        map, u"assert"_s,
        updatedChecks(map->find(u"assert"), checksOf(before.checks, Home::Assert), checksOf(after.checks, Home::Assert)));
    const DataPtr metadata = map->find(u"metadata");
    const DataPtr tempera = child(metadata, u"tempera");
    const DataPtr own =
        updatedChecks(child(tempera, u"assert"), checksOf(before.checks, Home::Metadata), checksOf(after.checks, Home::Metadata));
    if (!own && !child(tempera, u"assert"))
        return map;
    return withUnlessEmpty(map, u"metadata"_s, withUnlessEmpty(metadata, u"tempera"_s, withEntry(tempera, u"assert"_s, own)));
}

/// The keys that are not interpreted; `metadata` keeps the checks that are in it.
DataPtr withCaseOther(const DataPtr &given, const QJsonObject &before, QJsonObject after)
{
    const DataPtr own = child(child(given->find(u"metadata"), u"tempera"), u"assert");
    if (!own || before.value("metadata"_L1) == after.value("metadata"_L1)) {
        QJsonObject known = before;
        if (own) { // what is there now is right
            known.remove("metadata"_L1);
            after.remove("metadata"_L1);
        }
        return withOtherKeys(given, known, after);
    }
    DataPtr map = withOtherKeys(given, before, after);
    const DataPtr metadata = map->find(u"metadata");
    const DataPtr tempera = child(metadata, u"tempera");
    return withUnlessEmpty(map, u"metadata"_s, withUnlessEmpty(metadata, u"tempera"_s, withEntry(tempera, u"assert"_s, own)));
}

/// A list that should stay one value must say so, or it would be expanded when it is read.
QJsonObject withExpansionGuard(const Case &aCase)
{
    QJsonObject other = aCase.other;
    if (hasExpandingVariable(aCase.variables)) {
        QJsonObject options = other.value("options"_L1).toObject();
        options.insert(u"disableVarExpansion"_s, true);
        other.insert(u"options"_s, options);
    }
    return other;
}

} // namespace

QString textFromMessages(const Messages &messages)
{
    if (messages.size() == 1 && messages.first().role == Role::User
        && messagesFromText(messages.first().text, PartsAs::Template) == messages)
        return messages.first().text;
    std::vector<DataPtr> items;
    for (const Message &message : messages) {
        const Result<DataDocument> parts =
            isContentParts(message.text) ? readData(message.text.trimmed().toUtf8(), {}) : failure(ErrorKind::Syntax, {});
        items.push_back(dataMap(
            {{u"role"_s, dataString(roleName(message.role))}, {u"content"_s, parts ? parts->root : dataString(message.text)}}));
    }
    return QString::fromUtf8(writeJsonTree(*dataSequence(std::move(items)))).trimmed();
}

DataPtr withOtherKeys(DataPtr map, const QJsonObject &before, const QJsonObject &after)
{
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            map = withEntry(map, it.key(), nullptr);
    }
    for (auto it = after.begin(); it != after.end(); ++it) {
        const bool kept = before.contains(it.key()) && before.value(it.key()) == it.value() && map->find(it.key());
        if (!kept)
            map = withEntry(map, it.key(), dataFromJson(it.value()));
    }
    return map;
}

DataPtr updatedPrompt(const DataPtr &node, const Prompt &before, const Prompt &after)
{
    const QString text = textFromMessages(after.messages);
    const bool isMap = node && node->isMap();
    if (!isMap && after.label.isEmpty() && after.other.isEmpty() && !looksLikePromptFile(text))
        return dataString(text);
    const bool inFile = isMap && !node->find(u"raw");
    DataPtr map = isMap && !inFile ? node : emptyMap();
    if (after.label != before.label || !map->find(u"label"))
        map = withEntry(map, u"label"_s, textOrNothing(after.label));
    if (after.messages != before.messages || !map->find(u"raw"))
        map = withEntry(map, u"raw"_s, dataString(text));
    return withOtherKeys(map, before.other, after.other);
}

DataPtr updatedCase(const DataPtr &node, const Case &given, const Case &after)
{
    const bool isMap = node && node->isMap() && !node->find(u"path");
    const Case before = isMap ? given : Case();
    DataPtr map = isMap ? node : emptyMap();
    if (after.description != before.description)
        map = withEntry(map, u"description"_s, textOrNothing(after.description));
    map = withEntry(map, u"vars"_s, updatedVariables(map->find(u"vars"), before.variables, after.variables));
    map = withChecks(map, before, after);
    if (after.threshold != before.threshold)
        map = withEntry(map, u"threshold"_s, number(after.threshold));
    const bool sameVariables = isMap && after.variables == before.variables;
    return withCaseOther(map, before.other, sameVariables ? after.other : withExpansionGuard(after));
}

} // namespace Tempera
