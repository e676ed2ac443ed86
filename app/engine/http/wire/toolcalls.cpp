// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wire/toolcalls.h"

#include "models/core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A text as JSON has it.
QString quotedJson(const QString &text)
{
    return QString::fromUtf8(jsonText(text));
}

/// Members in this order, those without a value left out.
QString mapOf(std::initializer_list<std::pair<QLatin1StringView, QString>> members)
{
    QStringList written;
    for (const auto &[name, value] : members) {
        if (!value.isEmpty())
            written += u'"' + name + u"\":"_s + value;
    }
    return u'{' + written.join(u',') + u'}';
}

QString textOrNothing(const QString &text)
{
    return text.isEmpty() ? QString() : quotedJson(text);
}

/// Where an API has them as a map, what is none is shown as the text that it is.
QString argumentsAsMap(const QString &arguments)
{
    if (arguments.trimmed().isEmpty())
        return u"{}"_s;
    return QJsonDocument::fromJson(arguments.toUtf8()).isObject() ? arguments : quotedJson(arguments);
}

QString openAiCall(const ToolCall &call)
{
    const QString function = mapOf({{"name"_L1, quotedJson(call.name)}, {"arguments"_L1, quotedJson(call.arguments)}});
    if (call.isFunction)
        return function;
    return mapOf({{"id"_L1, textOrNothing(call.id)}, {"type"_L1, u"\"function\""_s}, {"function"_L1, function}});
}

QString callInForm(const ToolCall &call, CallForm form)
{
    switch (form) {
    case CallForm::OpenAi: break;
    case CallForm::Responses:
        return mapOf({{"type"_L1, u"\"function_call\""_s},
                      {"call_id"_L1, textOrNothing(call.id)},
                      {"name"_L1, quotedJson(call.name)},
                      {"arguments"_L1, quotedJson(call.arguments)}});
    case CallForm::Anthropic:
        return mapOf({{"type"_L1, u"\"tool_use\""_s},
                      {"id"_L1, textOrNothing(call.id)},
                      {"name"_L1, quotedJson(call.name)},
                      {"input"_L1, argumentsAsMap(call.arguments)}});
    case CallForm::Gemini:
        return mapOf(
            {{"functionCall"_L1, mapOf({{"name"_L1, quotedJson(call.name)}, {"args"_L1, argumentsAsMap(call.arguments)}})}});
    }
    return openAiCall(call);
}

/// Some servers give all calls the same place.
bool isAnotherCall(const ToolCall &call, const ToolCall &piece)
{
    return !call.id.isEmpty() && !piece.id.isEmpty() && piece.id != call.id && !piece.name.isEmpty();
}

} // namespace

void ToolCalls::take(const ToolCall &piece)
{
    const auto known = piece.place < 0 ? m_places.cend() : m_places.constFind(piece.place);
    if (known == m_places.cend() || isAnotherCall(m_calls.at(*known), piece)) {
        if (piece.place >= 0)
            m_places.insert(piece.place, m_calls.size());
        m_calls += piece;
        return;
    }
    ToolCall &call = m_calls[*known];
    if (call.id.isEmpty())
        call.id = piece.id;
    if (call.name.isEmpty()) // some servers tell it with each piece
        call.name = piece.name;
    call.arguments += piece.arguments;
}

QString ToolCalls::text(CallForm form) const
{
    QStringList written;
    for (const ToolCall &call : m_calls)
        written += callInForm(call, form);
    if (form == CallForm::Responses)
        return written.join(u'\n');
    if (form == CallForm::Anthropic)
        return written.join(u"\n\n"_s);
    if (form == CallForm::OpenAi && m_calls.size() == 1 && m_calls.constFirst().isFunction)
        return written.constFirst();
    return u'[' + written.join(u',') + u']';
}

} // namespace Tempera
