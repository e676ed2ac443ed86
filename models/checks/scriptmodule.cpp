// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/scriptmodule.h"

#include "models/checks/toolanswers.h"
#include "models/core/money.h"
#include "models/experiment/scripts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class ScriptTexts
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    static QString failed(const Error &error)
    {
        return error.line > 0 ? tr("the script failed in line %1: %2").arg(error.line).arg(error.detail)
                              : tr("the script failed: %1").arg(error.detail);
    }
    static QString noHost() { return tr("scripts cannot be run"); }
    static QString notRead(const QString &file) { return tr("the script %1 was not read").arg(file); }
};

template<typename Number>
QJsonValue numberForScript(const std::optional<Number> &number)
{
    return number ? QJsonValue(static_cast<double>(*number)) : QJsonValue(QJsonValue::Null);
}

} // namespace

Result<QJsonValue> callScript(const ScriptExpression &function, const QJsonArray &arguments, const Limits &limits)
{
    const auto host = ScriptHost::create(limits);
    if (!host)
        return failure(ErrorKind::Script, ScriptTexts::noHost());
    Result<QJsonValue> result = callFunction(**host, function, arguments);
    if (!result)
        return failure(ErrorKind::Script, ScriptTexts::failed(result.error()));
    return result;
}

std::optional<Result<QJsonValue>> callNamedScript(const QJsonValue &value, const QMap<QString, QString> &scripts,
                                                  const QJsonArray &arguments, const Limits &limits)
{
    const std::optional<ScriptReference> script = runnableScript(value.toString());
    if (!script)
        return std::nullopt;
    const auto text = scripts.constFind(script->file);
    if (text == scripts.cend())
        return Result<QJsonValue>(failure(ErrorKind::File, ScriptTexts::notRead(script->file)));
    return callScript(functionOfFile(*text, script->function), arguments, limits);
}

QJsonValue scriptOutput(const CheckInput &input)
{
    if (input.output)
        return *input.output;
    return isValueForScripts(input.cell, input.json) ? input.json.value() : QJsonValue(input.cell.text);
}

QJsonObject scriptContext(const CheckInput &input)
{
    const Cell &cell = input.cell;
    const QJsonObject usage{{u"prompt"_s, numberForScript(cell.usage.inputTokens)},
                            {u"completion"_s, numberForScript(cell.usage.outputTokens)},
                            {u"cached"_s, numberForScript(cell.usage.cachedInputTokens)}};
    const QJsonValue cost = cell.cost ? QJsonValue(cell.cost->dollars()) : QJsonValue(QJsonValue::Null);
    std::optional<double> milliseconds;
    if (cell.timings.total)
        milliseconds = static_cast<double>(cell.timings.total->count()) / 1000;
    QJsonObject test = input.test;
    test.insert(u"vars"_s, input.variables);
    return {{u"prompt"_s, messagesText(cell.request.messages)},
            {u"vars"_s, input.variables},
            {u"test"_s, test},
            {u"metadata"_s, input.test.value("metadata"_L1).toObject()},
            {u"config"_s, input.options.value("config"_L1).toObject()},
            {u"provider"_s, QJsonObject{{u"id"_s, cell.request.endpoint.id}}},
            {u"providerResponse"_s, QJsonObject{{u"output"_s, scriptOutput(input)},
                                                {u"tokenUsage"_s, usage},
                                                {u"cost"_s, cost},
                                                {u"latencyMs"_s, numberForScript(milliseconds)},
                                                {u"finishReason"_s, finishReasonName(cell.finishReason)}}}};
}

} // namespace Tempera
