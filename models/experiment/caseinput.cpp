// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/caseinput.h"

#include "models/core/valuetext.h"
#include "models/experiment/labelset.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QStringList standingIn(const Messages &asked, const Variables &variables)
{
    QStringList found;
    for (const Variable &variable : variables) {
        const QString text = variable.value.isNull() ? QString() : valueText(variable.value).trimmed();
        const bool stands = !text.isEmpty() && std::ranges::any_of(asked, [&text](const Message &message) {
            return message.text.contains(text);
        });
        if (stands)
            found += text;
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &QString::size);
    QStringList whole;
    for (const QString &text : std::as_const(found)) {
        if (std::ranges::none_of(whole, [&text](const QString &longer) { return longer.contains(text); }))
            whole += text;
    }
    return whole;
}

std::optional<QJsonObject> objectOf(const QJsonValue &value)
{
    if (value.isObject())
        return value.toObject();
    const QString text = value.toString().trimmed();
    if (!text.startsWith(u'{'))
        return std::nullopt;
    const QJsonDocument read = QJsonDocument::fromJson(text.toUtf8());
    return read.isObject() ? std::optional(read.object()) : std::nullopt;
}

/// A value whose texts that are one variable are its value. `isKnown` becomes false where another template is in it.
QJsonValue filledIn(const QJsonValue &value, const QJsonObject &variables, bool &isKnown)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            *member = filledIn(member.value(), variables, isKnown);
        return object;
    }
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        for (auto element = list.begin(); element != list.end(); ++element)
            *element = filledIn(*element, variables, isKnown);
        return list;
    }
    const QString text = value.toString();
    if (!text.contains("{{"_L1) && !text.contains("{%"_L1))
        return value;
    const QJsonValue variable = onlyVariable(text, variables);
    isKnown = isKnown && !variable.isNull();
    return variable;
}

} // namespace

QStringList caseInputs(const Experiment &experiment, const Case &aCase, const Messages &asked)
{
    QStringList inputs = standingIn(asked, aCase.variables);
    if (inputs.isEmpty())
        inputs = standingIn(asked, effectiveVariables(experiment, aCase));
    if (!inputs.isEmpty())
        return inputs;
    for (qsizetype i = asked.size() - 1; i >= 0; --i) {
        if (asked.at(i).role == Role::User && !asked.at(i).text.isEmpty())
            return {asked.at(i).text};
    }
    return {};
}

std::optional<QJsonObject> expectedObject(const Experiment &experiment, const Case &aCase)
{
    const QJsonObject variables = variablesToJson(effectiveVariables(experiment, aCase));
    for (const CheckSpec &check : effectiveChecks(experiment, aCase)) {
        if (!wholeAnswerChecks().contains(check.type))
            continue;
        bool isKnown = true;
        const QJsonValue written = objectOf(check.value) ? QJsonValue(*objectOf(check.value)) : check.value;
        const QJsonValue value = check.isData ? written : filledIn(written, variables, isKnown);
        if (const std::optional<QJsonObject> object = objectOf(value); object && isKnown)
            return object;
    }
    for (const QLatin1StringView name : {"expected"_L1, "expected_output"_L1, "ideal"_L1}) {
        if (const std::optional<QJsonObject> object = objectOf(variables.value(name)))
            return object;
    }
    return std::nullopt;
}

QJsonObject effectiveMetadata(const Experiment &experiment, const Case &aCase)
{
    QJsonObject metadata = experiment.defaultCase.other.value("metadata"_L1).toObject();
    const QJsonObject own = aCase.other.value("metadata"_L1).toObject();
    for (auto entry = own.begin(); entry != own.end(); ++entry)
        metadata.insert(entry.key(), entry.value());
    metadata.remove("tempera"_L1);
    return metadata;
}

std::optional<QString> metadataText(const Experiment &experiment, const Case &aCase, const QString &key)
{
    const QJsonObject metadata = effectiveMetadata(experiment, aCase);
    const auto found = metadata.constFind(key);
    if (found == metadata.constEnd())
        return std::nullopt;
    return found->isNull() ? QString() : valueText(*found);
}

bool hasMetadata(const Experiment &experiment, const Case &aCase, const QList<std::pair<QString, QString>> &wanted)
{
    const Case &counts = experiment.cases.isEmpty() ? experiment.defaultCase : aCase;
    const QJsonObject metadata = counts.other.value("metadata"_L1).toObject();
    const auto holds = [](const QJsonValue &value, const QString &text) {
        return !value.isNull() && !value.isUndefined() && valueText(value).contains(text);
    };
    return std::ranges::all_of(wanted, [&](const std::pair<QString, QString> &each) {
        const QJsonValue value = metadata.value(each.first);
        if (!value.isArray())
            return holds(value, each.second);
        const QJsonArray list = value.toArray();
        return std::ranges::any_of(list.begin(), list.end(), [&](const QJsonValue &item) { return holds(item, each.second); });
    });
}

} // namespace Tempera
