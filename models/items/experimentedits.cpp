// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/experimentedits.h"

#include "models/core/valuetext.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera::Edits {
namespace {

bool isIndex(qsizetype index, qsizetype size)
{
    return index >= 0 && index < size;
}

/// "name 2", "name 3", …: the first that is not taken.
template<typename IsTaken>
QString freeName(const QString &name, IsTaken isTaken)
{
    QString stem = name;
    const qsizetype blankAt = name.lastIndexOf(u' ');
    bool isNumber = false;
    if (blankAt > 0)
        (void)QStringView(name).sliced(blankAt + 1).toInt(&isNumber);
    // "mini T 0.2" ends in a number too, but that is no counter of ours.
    if (isNumber && !QStringView(name).sliced(blankAt + 1).contains(u'.'))
        stem = name.first(blankAt);
    for (int n = 2;; ++n) {
        const QString candidate = stem + u' ' + QString::number(n);
        if (!isTaken(candidate))
            return candidate;
    }
}

bool hasPromptLabel(const Experiment &experiment, const QString &label)
{
    return std::ranges::any_of(experiment.prompts, [&label](const Prompt &prompt) { return prompt.label == label; });
}

} // namespace

Experiment blank(const Endpoint &endpoint)
{
    Experiment experiment;
    experiment.prompts += Prompt{.label = {}, .messages = {Message{Role::User, QString()}}, .other = {}};
    Variant variant;
    variant.endpoint = endpoint;
    variant.sampling.temperature = 0.7;
    variant.sampling.maxTokens = 256;
    experiment.variants += variant;
    experiment.cases += Case{};
    return experiment;
}

Experiment addVariant(Experiment experiment, const Variant &variant)
{
    Variant added = variant;
    const auto hasTitle = [&added](const Variant &other) { return other.title() == added.title(); };
    if (std::ranges::any_of(experiment.variants, hasTitle))
        added.label = freeVariantName(experiment, added.title());
    experiment.variants += added;
    return experiment;
}

Experiment duplicateVariant(Experiment experiment, int index)
{
    if (!isIndex(index, experiment.variants.size()))
        return experiment;
    Variant copy = experiment.variants.at(index);
    copy.label = freeVariantName(experiment, copy.title());
    experiment.variants.insert(index + 1, copy);
    return experiment;
}

Experiment removeVariant(Experiment experiment, int index)
{
    if (isIndex(index, experiment.variants.size()))
        experiment.variants.removeAt(index);
    return experiment;
}

Experiment moveVariant(Experiment experiment, int from, int to)
{
    if (isIndex(from, experiment.variants.size()) && isIndex(to, experiment.variants.size()))
        experiment.variants.move(from, to);
    return experiment;
}

QString freeVariantName(const Experiment &experiment, const QString &name)
{
    return freeName(name, [&experiment](const QString &candidate) {
        return std::ranges::any_of(experiment.variants,
                                   [&candidate](const Variant &variant) { return variant.title() == candidate; });
    });
}

Experiment addPrompt(Experiment experiment)
{
    experiment.prompts += Prompt{.label = {}, .messages = {Message{Role::User, QString()}}, .other = {}};
    return experiment;
}

Experiment duplicatePrompt(Experiment experiment, int index)
{
    if (!isIndex(index, experiment.prompts.size()))
        return experiment;
    Prompt copy = experiment.prompts.at(index);
    if (!copy.label.isEmpty())
        copy.label = freeName(copy.label, [&experiment](const QString &name) { return hasPromptLabel(experiment, name); });
    copy.other.remove("id"_L1); // it names the original
    experiment.prompts.insert(index + 1, copy);
    return experiment;
}

Experiment removePrompt(Experiment experiment, int index)
{
    if (experiment.prompts.size() > 1 && isIndex(index, experiment.prompts.size()))
        experiment.prompts.removeAt(index);
    return experiment;
}

Experiment movePrompt(Experiment experiment, int from, int to)
{
    if (isIndex(from, experiment.prompts.size()) && isIndex(to, experiment.prompts.size()))
        experiment.prompts.move(from, to);
    return experiment;
}

Experiment renamePrompt(Experiment experiment, int index, const QString &label)
{
    if (!isIndex(index, experiment.prompts.size()))
        return experiment;
    const QString before = std::exchange(experiment.prompts[index].label, label);
    if (before.isEmpty() || label.isEmpty() || hasPromptLabel(experiment, before))
        return experiment;
    for (Variant &variant : experiment.variants)
        std::ranges::replace(variant.promptLabels, before, label);
    return experiment;
}

QStringList variableNames(const Experiment &experiment)
{
    QStringList names = experiment.cases.variableNames();
    for (const Variable &entry : experiment.defaultCase.variables) {
        if (!names.contains(entry.name))
            names += entry.name;
    }
    return names;
}

QJsonValue variable(const Case &aCase, const QString &name)
{
    const auto it = std::ranges::find(aCase.variables, name, &Variable::name);
    return it == aCase.variables.end() ? QJsonValue(QJsonValue::Undefined) : it->value;
}

void setVariable(Case &aCase, const QString &name, const QString &text)
{
    const auto it = std::ranges::find(aCase.variables, name, &Variable::name);
    if (it == aCase.variables.end())
        aCase.variables += Variable{name, QJsonValue(text)};
    else if (valueText(it->value) != text)
        it->value = QJsonValue(text);
}

void removeVariable(Case &aCase, const QString &name)
{
    aCase.variables.removeIf([&name](const Variable &entry) { return entry.name == name; });
}

} // namespace Tempera::Edits
