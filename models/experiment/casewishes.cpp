// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/casewishes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool namesGroupOf(const QString &word, const QString &name)
{
    if (name.isEmpty())
        return false;
    return word == name || name.startsWith(word + u':') || (word.endsWith(u'*') && name.startsWith(word.chopped(1)));
}

/// One text or a list of them.
QStringList namedWords(const QJsonValue &value)
{
    QStringList words;
    if (value.isString())
        words += value.toString();
    for (const auto &each : value.toArray())
        words += each.toString();
    return words;
}

} // namespace

QString CaseWishes::text() const
{
    return prompts.join(u'\n') + u'\f' + providers.join(u'\n') + u'\f' + QString::number(repeat);
}

CaseWishes wishesOf(const Experiment &experiment, const Case &aCase)
{
    const auto said = [&](QLatin1StringView name) {
        const QJsonValue own = aCase.other.value(name);
        return own.isUndefined() ? experiment.defaultCase.other.value(name) : own;
    };
    const QJsonObject usual = experiment.defaultCase.other.value("options"_L1).toObject();
    const QJsonValue repeat = aCase.other.value("options"_L1).toObject().value("repeat"_L1).toVariant().toInt() > 0
                                  ? aCase.other.value("options"_L1).toObject().value("repeat"_L1)
                                  : usual.value("repeat"_L1);
    return {namedWords(said("prompts"_L1)), namedWords(said("providers"_L1)),
            std::clamp(repeat.toVariant().toInt(), 0, mostRepeats)};
}

bool takesPrompt(const QStringList &words, const Prompt &prompt)
{
    const QString id = prompt.other.value("id"_L1).toString();
    const QString text = prompt.label.isEmpty() && prompt.messages.size() == 1 ? prompt.messages.constFirst().text : QString();
    return words.isEmpty() || std::ranges::any_of(words, [&](const QString &word) {
               return namesGroupOf(word, prompt.label) || namesGroupOf(word, id) || (!text.isEmpty() && word == text);
           });
}

bool takesVariant(const QStringList &words, const Variant &variant)
{
    return words.isEmpty() || std::ranges::any_of(words, [&](const QString &word) {
               return namesGroupOf(word, variant.label) || namesGroupOf(word, variant.endpoint.id)
                      || namesGroupOf(word, variant.calledId);
           });
}

} // namespace Tempera
