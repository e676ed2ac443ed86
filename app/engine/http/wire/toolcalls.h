// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace Tempera {

/// A call of a tool, or a piece of one. It is shown and checked, never carried out.
struct ToolCall {
    QString id = {};         ///< Empty = the API gives none.
    QString name = {};       ///< Of the tool.
    QString arguments = {};  ///< JSON, as the model wrote it.
    int place = -1;          ///< In a stream: pieces of the same place are one call. −1 = it is whole.
    bool isFunction = false; ///< OpenAI's older `function_call`, of which there is one, without an id.

    bool operator==(const ToolCall &) const = default;
};

/// How calls are written where they are the answer: as promptfoo 0.123.1 gives them to its checks, which is each API's own way.
enum class CallForm {
    OpenAi,    ///< A list of {id, type, function: {name, arguments}}; of an older function, {name, arguments} alone.
    Responses, ///< {type: function_call, …} a line.
    Anthropic, ///< {type: tool_use, …}, with an empty line between.
    Gemini,    ///< A list of {functionCall: {name, args}}.
};

/// The calls of one answer, put together from their pieces.
class ToolCalls
{
public:
    void take(const ToolCall &piece);
    [[nodiscard]] bool isEmpty() const { return m_calls.isEmpty(); }
    [[nodiscard]] QString text(CallForm form) const;

private:
    QList<ToolCall> m_calls;
    QHash<int, qsizetype> m_places; ///< Which call is at a place of the stream.
};

} // namespace Tempera
