// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/answerjson.h"
#include "models/core/cell.h"
#include "models/core/request.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

namespace Tempera {

/// A call of a tool in an answer.
struct AnsweredCall {
    QString name;
    QJsonObject arguments;
    bool areReadable = true; ///< The arguments are a map in JSON.
};

/// The calls that an answer consists of, in the forms of OpenAI's and Google's chats: a list of calls, {"tool_calls": …},
/// {"function_call": …} or one function. Nothing where it is anything else.
[[nodiscard]] QList<AnsweredCall> callsIn(const QJsonValue &answer);

/// A tool that a request offers.
struct OfferedTool {
    QString name;
    QJsonValue schema; ///< Of its arguments; undefined = it takes none.
};

/// `tools` and the older `functions` of a request, in the forms of OpenAI, Anthropic and Google.
[[nodiscard]] QList<OfferedTool> offeredTools(const GenerationRequest &request);

/// Whether scripts get an answer as the value that its JSON is, as with promptfoo 0.123.1: where the request asks for an answer by
/// a schema, where it offers tools and the answer is nothing but calls, and where a provider's script gave data. What is no JSON
/// never is one.
[[nodiscard]] bool isValueForScripts(const Cell &cell, const AnswerJson &answer);

} // namespace Tempera
