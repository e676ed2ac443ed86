// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experiment.h"

#include "models/core/secrettext.h"
#include "models/core/valuetext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {

QString Variant::title() const
{
    return label.isEmpty() ? withoutAddressSecrets(endpoint.id) : label;
}

std::optional<CaseRange> caseRangeFromText(const QString &text)
{
    static const QRegularExpression form(uR"(^\s*(\d{0,9})\s*:\s*(\d{0,9})\s*$)"_s);
    const QRegularExpressionMatch match = form.match(text);
    const QString from = match.captured(1);
    const QString end = match.captured(2);
    if (!match.hasMatch() || (from.isEmpty() && end.isEmpty()))
        return std::nullopt;
    const CaseRange range{from.toInt(), end.isEmpty() ? std::numeric_limits<int>::max() : end.toInt()};
    return range.from < range.end ? std::optional(range) : std::nullopt;
}

Variables effectiveVariables(const Experiment &experiment, const Case &aCase)
{
    Variables variables = experiment.defaultCase.variables;
    QHash<QString, qsizetype> places; // a table may have thousands of columns
    for (qsizetype i = variables.size() - 1; i >= 0; --i)
        places.insert(variables.at(i).name, i);
    for (const Variable &own : aCase.variables) {
        const auto known = places.constFind(own.name);
        if (known != places.cend()) {
            variables[*known].value = own.value;
        } else {
            places.insert(own.name, variables.size());
            variables.append(own);
        }
    }
    return variables;
}

PromptAffixes promptAffixes(const Experiment &experiment, const Case &aCase)
{
    const QJsonObject own = aCase.other.value("options"_L1).toObject();
    const QJsonObject usual = experiment.defaultCase.other.value("options"_L1).toObject();
    const auto text = [&](QLatin1StringView name) {
        const QString mine = own.value(name).toString();
        return mine.isEmpty() ? usual.value(name).toString() : mine; // promptfoo: an empty one is none
    };
    return {text("prefix"_L1), text("suffix"_L1)};
}

Messages messagesForCase(const Experiment &experiment, const Prompt &prompt, const Case &aCase)
{
    Messages messages = prompt.messages;
    const PromptAffixes affixes = promptAffixes(experiment, aCase);
    if (!messages.isEmpty() && !affixes.prefix.isEmpty())
        messages.first().text.prepend(affixes.prefix);
    if (!messages.isEmpty() && !affixes.suffix.isEmpty())
        messages.last().text.append(affixes.suffix);
    return messages;
}

std::optional<QString> givenAnswer(const Case &aCase)
{
    const QJsonValue given = aCase.other.value("providerOutput"_L1);
    if (given.isObject() || given.isArray())
        return QString::fromUtf8(given.isObject() ? QJsonDocument(given.toObject()).toJson(QJsonDocument::Compact)
                                                  : QJsonDocument(given.toArray()).toJson(QJsonDocument::Compact));
    if (given.isUndefined() || given.isNull())
        return std::nullopt;
    return valueText(given);
}

bool takesDataAsText(const Experiment &experiment, const Case &aCase)
{
    const auto said = [](const Case &one) {
        return one.other.value("metadata"_L1).toObject().value("tempera"_L1).toObject().value("data"_L1).toString();
    };
    const QString own = said(aCase);
    return (own.isEmpty() ? said(experiment.defaultCase) : own) == "text"_L1;
}

void setTakesDataAsText(Experiment &experiment, bool isText)
{
    QJsonObject metadata = experiment.defaultCase.other.value("metadata"_L1).toObject();
    QJsonObject tempera = metadata.value("tempera"_L1).toObject();
    isText ? void(tempera.insert(u"data"_s, u"text"_s)) : tempera.remove("data"_L1);
    tempera.isEmpty() ? metadata.remove("tempera"_L1) : void(metadata.insert(u"tempera"_s, tempera));
    metadata.isEmpty() ? experiment.defaultCase.other.remove("metadata"_L1)
                       : void(experiment.defaultCase.other.insert(u"metadata"_s, metadata));
}

QList<CheckSpec> effectiveChecks(const Experiment &experiment, const Case &aCase)
{
    QList<CheckSpec> own = aCase.checks;
    for (CheckSpec &check : own)
        check.isData = takesDataAsText(experiment, aCase);
    const QJsonObject options = aCase.other.value("options"_L1).toObject();
    if (options.value("disableDefaultAsserts"_L1).toBool())
        return own;
    return experiment.defaultCase.checks + own;
}

QJsonObject environmentToJson(const Experiment &experiment)
{
    QJsonObject json;
    for (const auto &[name, value] : experiment.environment.asKeyValueRange())
        json.insert(name, value);
    return json;
}

QJsonObject variablesToJson(const Variables &variables)
{
    // In the order of the names, of equal ones the last: elsewhere than at its end QJsonObject makes room for each.
    std::vector<const Variable *> sorted;
    sorted.reserve(static_cast<std::size_t>(variables.size()));
    for (const Variable &variable : variables)
        sorted.push_back(&variable);
    std::ranges::stable_sort(sorted, {}, [](const Variable *variable) -> const QString & { return variable->name; });
    QJsonObject json;
    for (const Variable *variable : sorted)
        json.insert(variable->name.isNull() ? u""_s : variable->name, variable->value); // it breaks on a null key
    return json;
}

} // namespace Tempera
