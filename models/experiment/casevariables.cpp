// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/casevariables.h"

#include "models/experiment/reading/promptreader.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::unexpected<Error> scriptOfCaseFailed(const QString &what, const Error &error)
{
    return failure(error.kind, what.arg(scriptErrorText(error)));
}

/// An option of a case, else that of the default case.
QJsonValue optionOf(const Experiment &experiment, const Case &aCase, QLatin1StringView name)
{
    const QJsonValue own = aCase.other.value("options"_L1).toObject().value(name);
    return own.isUndefined() ? experiment.defaultCase.other.value("options"_L1).toObject().value(name) : own;
}

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

bool usesConversation(const Experiment &experiment)
{
    return std::ranges::any_of(experiment.prompts, [](const Prompt &prompt) {
        return std::ranges::any_of(prompt.messages,
                                   [](const Message &message) { return message.text.contains(conversationVariable); });
    });
}

QString storedName(const Experiment &experiment, const Case &aCase)
{
    return optionOf(experiment, aCase, "storeOutputAs"_L1).toString();
}

bool needsOrder(const Experiment &experiment)
{
    return usesConversation(experiment) || experiment.planKeys.contains("storeOutputAs"_L1);
}

Variables askedVariables(const Experiment &experiment, const GenerationRequest &request)
{
    Variables variables = effectiveVariables(experiment, experiment.cases.value(request.key.caseIndex));
    for (auto made = request.values.begin(); made != request.values.end(); ++made) {
        variables.removeIf([&made](const Variable &variable) { return variable.name == made.key(); });
        variables.append({made.key(), made.value()});
    }
    return variables;
}

CaseVariables::CaseVariables(const Experiment &experiment, const Limits &limits)
    : m_experiment(experiment), m_limits(limits), m_usesConversation(usesConversation(experiment))
{
    m_areOfTheCase = experiment.scripts.isEmpty() && !needsOrder(experiment);
}

Result<QJsonObject> CaseVariables::of(const CellKey &key, const EarlierAnswers &earlier)
{
    m_made = {};
    const Case aCase = m_experiment.cases.value(key.caseIndex);
    QJsonObject variables = variablesToJson(effectiveVariables(m_experiment, aCase));
    if (const Result<void> transformed = transform(key, variables); !transformed)
        return std::unexpected(transformed.error());
    for (auto stored = earlier.stored.begin(); stored != earlier.stored.end(); ++stored)
        put(variables, stored.key(), stored.value());
    if (m_usesConversation && !optionOf(m_experiment, aCase, "disableConversationVar"_L1).toBool())
        put(variables, conversationVariable, earlier.conversation);
    if (const Result<void> filled = fillScripts(key, variables); !filled)
        return std::unexpected(filled.error());
    return variables;
}

void CaseVariables::put(QJsonObject &variables, const QString &name, const QJsonValue &value)
{
    variables.insert(name, value);
    m_made.insert(name, value);
}

/// What the script gives is put over the values that there are.
Result<void> CaseVariables::transform(const CellKey &key, QJsonObject &variables)
{
    const QString code = optionOf(m_experiment, m_experiment.cases.value(key.caseIndex), "transformVars"_L1).toString();
    if (code.isEmpty())
        return {};
    const Result<ScriptExpression> script = scriptOf(m_experiment, code, {u"vars"_s, u"context"_s});
    const Result<ScriptHost *> runner = host();
    if (!script || !runner)
        return std::unexpected(script ? runner.error() : script.error());
    const QString failed = QCoreApplication::translate("Plan", "The values could not be transformed: %1");
    const Result<QJsonValue> made = callFunction(**runner, *script, {variables, QJsonObject{{u"prompt"_s, QJsonObject()}}});
    if (!made)
        return scriptOfCaseFailed(failed, made.error());
    if (!made->isObject())
        return failure(ErrorKind::Script, failed.arg(QCoreApplication::translate("Plan", "transformVars must give a map.")));
    const QJsonObject changed = made->toObject();
    for (auto value = changed.begin(); value != changed.end(); ++value) {
        if (variables.value(value.key()) != value.value())
            put(variables, value.key(), value.value());
    }
    return {};
}

/// Values that are files of scripts: what those give.
Result<void> CaseVariables::fillScripts(const CellKey &key, QJsonObject &variables)
{
    if (m_experiment.scripts.isEmpty())
        return {};
    for (const QString &name : variables.keys()) {
        const auto script = scriptInFile(m_experiment, variables.value(name).toString());
        if (!script)
            continue;
        const Result<ScriptHost *> runner = host();
        if (!runner)
            return std::unexpected(runner.error());
        const QString prompt = messagesText(m_experiment.prompts.value(key.promptIndex).messages);
        const Result<QJsonValue> made = callFunction(**runner, *script, {name, prompt, variables, providerOfCell(key)});
        const QString failed = QCoreApplication::translate("Plan", "The variable \"%1\" has no value: %2");
        if (!made)
            return failure(ErrorKind::Script, failed.arg(name, scriptErrorText(made.error())));
        const QJsonObject answer = made->toObject();
        const QJsonValue output = made->isObject() ? answer.value("output"_L1) : *made;
        if (output.isUndefined() || output.isNull()) {
            const QString why = answer.value("error"_L1).toString();
            return failure(
                ErrorKind::Script,
                failed.arg(name, why.isEmpty() ? QCoreApplication::translate("Plan", "its script gave no output.") : why));
        }
        put(variables, name, output);
    }
    return {};
}

Result<Prompt> CaseVariables::promptOf(const CellKey &key, const QJsonObject &variables)
{
    const Prompt &prompt = m_experiment.prompts.at(key.promptIndex);
    const auto script = promptScript(m_experiment, prompt);
    if (!script)
        return prompt;
    const Result<ScriptHost *> runner = host();
    if (!runner)
        return std::unexpected(runner.error());
    const QJsonObject given{
        {u"vars"_s, variables}, {u"provider"_s, providerOfCell(key)}, {u"config"_s, prompt.other.value("config"_L1).toObject()}};
    const Result<ScriptOutput> made = callForText(**runner, *script, {compactJson(given), true}, {});
    if (!made)
        return scriptOfCaseFailed(QCoreApplication::translate("Plan", "The prompt's function failed: %1"), made.error());
    QString text = made->text;
    if (made->isData) {
        const QJsonValue inner = QJsonDocument::fromJson(text.toUtf8()).object().value("prompt"_L1);
        if (inner.isString())
            text = inner.toString();
    }
    Prompt asked = prompt;
    asked.messages = messagesFromText(text, PartsAs::Template);
    return asked;
}

Result<ScriptHost *> CaseVariables::host()
{
    if (!m_host) {
        Result<std::unique_ptr<ScriptHost>> made = ScriptHost::create(m_limits);
        if (!made)
            return std::unexpected(made.error());
        m_host = *std::move(made);
    }
    return m_host.get();
}

QJsonObject CaseVariables::providerOfCell(const CellKey &key) const
{
    if (key.variantIndex >= m_experiment.variants.size())
        return {};
    const Variant &variant = m_experiment.variants.at(key.variantIndex);
    return {{u"id"_s, variant.shownId()}, {u"label"_s, variant.label.isEmpty() ? variant.shownId() : variant.label}};
}

} // namespace Tempera
