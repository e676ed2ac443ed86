// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/answerparts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The texts of a part: itself, its "text", or the parts that it holds.
QString textOfPart(const QJsonValue &part, QLatin1StringView name)
{
    if (part.isString())
        return part.toString();
    QString text;
    if (part.isArray()) {
        for (const QJsonValue &each : part.toArray())
            text += textOfPart(each, "text"_L1);
        return text;
    }
    const QJsonObject object = part.toObject();
    for (const QLatin1StringView each : {name, "text"_L1, "value"_L1, "content"_L1}) {
        if (object.contains(each))
            return textOfPart(object.value(each), "text"_L1);
    }
    return text;
}

/// Later pieces of a stream hold arguments only, and the place of the call.
ToolCall callOf(const QJsonObject &call)
{
    const QJsonObject function = call.contains("function"_L1) ? call.value("function"_L1).toObject() : call;
    const QJsonValue arguments = function.value(function.contains("input"_L1) ? "input"_L1 : "arguments"_L1);
    ToolCall made;
    made.id = call.value("id"_L1).toString();
    made.name = function.value("name"_L1).toString();
    made.arguments = arguments.isObject() ? QString::fromUtf8(QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact))
                                          : arguments.toString();
    made.place = call.value("index"_L1).toInt(-1);
    return made;
}

/// OpenAI's older form: there is only one, so that its pieces need no place.
ToolCall functionCallOf(const QJsonObject &function)
{
    ToolCall made = callOf(function);
    made.place = 0;
    made.isFunction = true;
    return made;
}

void addPart(AnswerParts &parts, const QJsonObject &part)
{
    const QString type = part.value("type"_L1).toString();
    if (type == "thinking"_L1 || type == "reasoning"_L1)
        parts.reasoning += textOfPart(part, type == "thinking"_L1 ? "thinking"_L1 : "reasoning"_L1);
    else if (type == "refusal"_L1)
        parts.text += textOfPart(part, "refusal"_L1);
    else if (type == "tool_use"_L1 || type == "function_call"_L1)
        parts.calls += callOf(part);
    else if (part.value("text"_L1).isString() || type.isEmpty() || type == "text"_L1 || type == "output_text"_L1)
        parts.text += textOfPart(part, "text"_L1);
}

/// Parts whose text is empty, and no others.
bool saysNothing(const QJsonValue &content)
{
    const QJsonArray parts = content.isObject() ? QJsonArray{content} : content.toArray();
    return !parts.isEmpty() && std::ranges::all_of(parts, [](const QJsonValue &part) {
        return part.isString() || part.toObject().value("text"_L1).isString();
    });
}

} // namespace

AnswerParts answerPartsOf(const QJsonObject &message)
{
    AnswerParts parts;
    for (const auto &name : {"reasoning_content"_L1, "reasoning"_L1}) {
        if (parts.reasoning.isEmpty())
            parts.reasoning = textOfPart(message.value(name), name);
    }
    const QJsonValue content = message.value("content"_L1);
    if (content.isString())
        parts.text = content.toString();
    else if (content.isObject())
        addPart(parts, content.toObject());
    for (const QJsonValue &part : content.toArray()) {
        if (part.isString())
            parts.text += part.toString();
        else
            addPart(parts, part.toObject());
    }
    parts.text += message.value("refusal"_L1).toString();
    for (const QJsonValue &call : message.value("tool_calls"_L1).toArray())
        parts.calls += callOf(call.toObject());
    if (message.value("function_call"_L1).isObject())
        parts.calls += functionCallOf(message.value("function_call"_L1).toObject());
    const bool isPlain = content.isString() || content.isNull() || (content.isArray() && content.toArray().isEmpty());
    parts.isUnderstood = !parts.isEmpty() || isPlain || saysNothing(content);
    return parts;
}

} // namespace Tempera
