// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/toolanswers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Arguments are a map with Google, its text with OpenAI.
AnsweredCall callFrom(const QString &name, const QJsonValue &arguments)
{
    if (arguments.isObject() || arguments.isUndefined())
        return {name, arguments.toObject()};
    const QJsonDocument read = QJsonDocument::fromJson(arguments.toString().toUtf8());
    return {name, read.object(), read.isObject()};
}

bool isOldCall(const QJsonObject &map)
{
    return map.value("name"_L1).isString() && map.value("arguments"_L1).isString() && !map.contains("type"_L1);
}

QJsonObject readMap(const QMap<QString, QByteArray> &body, const QString &name)
{
    return QJsonDocument::fromJson(body.value(name)).object();
}

QJsonArray readList(const QMap<QString, QByteArray> &body, const QString &name)
{
    return QJsonDocument::fromJson(body.value(name)).array();
}

/// A function with "parameters" (Google: "parametersJsonSchema" too), or Anthropic's with "input_schema".
OfferedTool toolFrom(const QJsonObject &function)
{
    for (const QLatin1StringView name : {"parameters"_L1, "input_schema"_L1, "parametersJsonSchema"_L1}) {
        if (function.contains(name))
            return {function.value("name"_L1).toString(), function.value(name)};
    }
    return {function.value("name"_L1).toString(), QJsonValue(QJsonValue::Undefined)};
}

bool asksForSchema(const GenerationRequest &request)
{
    if (!request.sampling.jsonSchema.isEmpty())
        return true;
    const QMap<QString, QByteArray> &body = request.endpoint.body;
    const auto isSchema = [](const QJsonObject &format) { return format.value("type"_L1).toString() == "json_schema"_L1; };
    return isSchema(readMap(body, u"response_format"_s)) || isSchema(readMap(body, u"output_format"_s))
           || isSchema(readMap(body, u"text"_s).value("format"_L1).toObject())
           || isSchema(readMap(body, u"output_config"_s).value("format"_L1).toObject());
}

} // namespace

QList<AnsweredCall> callsIn(const QJsonValue &answer)
{
    const QJsonObject map = answer.toObject();
    if (map.value("tool_calls"_L1).isArray())
        return callsIn(map.value("tool_calls"_L1));
    if (map.value("function_call"_L1).isObject())
        return callsIn(map.value("function_call"_L1));
    if (isOldCall(map))
        return {callFrom(map.value("name"_L1).toString(), map.value("arguments"_L1))};
    QList<AnsweredCall> calls;
    for (const QJsonValue &item : answer.toArray()) {
        const QJsonObject function = item.toObject().value("function"_L1).toObject();
        const QJsonObject functionCall = item.toObject().value("functionCall"_L1).toObject();
        if (function.value("name"_L1).isString())
            calls += callFrom(function.value("name"_L1).toString(), function.value("arguments"_L1));
        else if (functionCall.value("name"_L1).isString())
            calls += callFrom(functionCall.value("name"_L1).toString(), functionCall.value("args"_L1));
        else
            return {};
    }
    return calls;
}

QList<OfferedTool> offeredTools(const GenerationRequest &request)
{
    QList<OfferedTool> tools;
    const QMap<QString, QByteArray> &body = request.endpoint.body;
    for (const QJsonValue &value : readList(body, u"tools"_s)) {
        const QJsonObject tool = value.toObject();
        QJsonArray several = tool.value("functionDeclarations"_L1).toArray();
        if (several.isEmpty())
            several = tool.value("function_declarations"_L1).toArray();
        for (const QJsonValue &each : std::as_const(several))
            tools += toolFrom(each.toObject());
        if (several.isEmpty())
            tools += toolFrom(tool.value("function"_L1).isObject() ? tool.value("function"_L1).toObject() : tool);
    }
    for (const QJsonValue &function : readList(body, u"functions"_s))
        tools += toolFrom(function.toObject());
    tools.removeIf([](const OfferedTool &tool) { return tool.name.isEmpty(); });
    return tools;
}

bool isValueForScripts(const Cell &cell, const AnswerJson &answer)
{
    if (asksForSchema(cell.request) || std::ranges::contains(cell.notes, NoteKind::AnswerIsData, &Note::kind))
        return !answer.value().isUndefined();
    return !offeredTools(cell.request).isEmpty() && !callsIn(answer.value()).isEmpty();
}

} // namespace Tempera
