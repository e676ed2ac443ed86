// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wire/jsondecoder.h"

#include "app/engine/http/httperrors.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Error protocolError(const QString &detail)
{
    return failure(ErrorKind::Protocol, detail).error();
}

} // namespace

JsonDecoder::JsonDecoder(QLatin1StringView apiName, std::optional<std::uint64_t> seed, CallForm calls)
    : m_apiName(apiName), m_seed(seed), m_callForm(calls)
{
    m_usage.exactness = Exactness::Estimate;
}

GenerationBatch JsonDecoder::frame(const Frame &frame)
{
    GenerationBatch events;
    if (m_over)
        return events;
    ++m_frames;
    if (frame.data.trimmed() == "[DONE]") {
        finish(events);
        return events;
    }
    QJsonParseError parsed;
    const QJsonObject object = QJsonDocument::fromJson(frame.data, &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        fail(protocolError(u"a piece of the stream is not JSON"_s), events);
    else if (frame.event == "error" || isErrorBody(object))
        fail(apiError(errorValueOf(object), 0), events);
    else
        takePiece(frame.event, object, events);
    return events;
}

GenerationBatch JsonDecoder::whole(const QByteArray &body)
{
    GenerationBatch events;
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parsed);
    // Some put their one answer or error into a list.
    const QJsonObject object = document.isArray() ? document.array().first().toObject() : document.object();
    if (parsed.error != QJsonParseError::NoError)
        fail(protocolError(u"the answer is not JSON"_s), events);
    else if (isErrorBody(object))
        fail(apiError(errorValueOf(object), 0), events);
    else if (!takeWhole(object, events))
        fail(protocolError(u"the answer is JSON, but no %1"_s.arg(m_apiName)), events);
    if (!m_over)
        finish(events);
    return events;
}

GenerationBatch JsonDecoder::streamEnded()
{
    GenerationBatch events;
    if (m_over)
        return events;
    if (m_frames == 0)
        fail(protocolError(u"the answer holds no event of a %1"_s.arg(m_apiName)), events);
    else if (m_reason) // some servers leave out what says that it is the end
        finish(events);
    else if (!m_sawAnswer)
        fail(protocolError(u"the stream held no answer"_s), events);
    else
        fail(failure(ErrorKind::Network, u"the stream ended before the answer was complete"_s).error(), events);
    return events;
}

void JsonDecoder::takeModel(const QString &model, GenerationBatch &events)
{
    if (!m_model.isEmpty() || model.isEmpty())
        return;
    m_model = model;
    events.push_back(Event::Started{model});
}

void JsonDecoder::takeParts(AnswerParts parts, GenerationBatch &events)
{
    m_sawText = m_sawText || !parts.text.isEmpty() || !parts.reasoning.isEmpty();
    m_isUnderstood = m_isUnderstood || parts.isUnderstood;
    m_sawWords = m_sawWords || !parts.text.isEmpty();
    for (const ToolCall &call : std::as_const(parts.calls))
        m_calls.take(call);
    parts.text = m_text.add(parts.text);
    parts.reasoning = m_reasoning.add(parts.reasoning);
    addText(parts, events);
}

void JsonDecoder::takeTraces(Trace traces, GenerationBatch &events)
{
    if (!traces.empty())
        events.push_back(Event::TraceDelta{std::move(traces)});
}

void JsonDecoder::addText(const AnswerParts &parts, GenerationBatch &events)
{
    if (!parts.reasoning.isEmpty())
        events.push_back(Event::ReasoningDelta{parts.reasoning});
    if (!parts.text.isEmpty())
        events.push_back(Event::TextDelta{parts.text});
}

void JsonDecoder::addRest(GenerationBatch &events)
{
    addText({.text = m_text.rest(), .reasoning = m_reasoning.rest()}, events);
}

/// They are whole only when the answer is.
void JsonDecoder::addCalls(GenerationBatch &events)
{
    if (!m_calls.isEmpty())
        events.push_back(Event::TextDelta{(m_sawWords ? u"\n\n"_s : QString()) + m_calls.text(m_callForm)});
}

void JsonDecoder::finish(GenerationBatch &events)
{
    // An answer that was withheld may have no message at all.
    const bool isUnderstood =
        m_isUnderstood ? m_sawText || m_reason || !m_calls.isEmpty() : m_reason == FinishReason::ContentFilter;
    if (!m_sawText && m_calls.isEmpty() && !m_excuse.isEmpty() && m_reason != FinishReason::ContentFilter)
        return fail(protocolError(u"the model gave no answer: "_s + plainDetail(m_excuse)), events);
    if (!m_sawAnswer || !isUnderstood)
        return fail(protocolError(u"the stream held no answer"_s), events);
    addRest(events);
    addCalls(events);
    Event::Finished finished;
    finished.reason = m_reason.value_or(FinishReason::Other);
    finished.usage = m_usage;
    finished.seed = m_seed;
    events.push_back(finished);
    m_over = true;
}

void JsonDecoder::fail(const Error &error, GenerationBatch &events)
{
    addRest(events);
    events.push_back(Event::Failed{error});
    m_over = true;
}

} // namespace Tempera
