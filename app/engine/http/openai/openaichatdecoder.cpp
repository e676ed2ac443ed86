// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/openaichatdecoder.h"

#include "app/engine/http/httperrors.h"
#include "app/engine/http/openai/openailogprobs.h"
#include "app/engine/http/openai/usagereading.h"
#include "models/core/price.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostTierName = 64;    ///< UTF-16 units of what names a service tier.
constexpr qsizetype mostToolCalls = 4096; ///< UTF-16 units of calls that are kept to be reported; an error shows fewer.

FinishReason reasonOf(const QString &word)
{
    if (word == "eos"_L1 || word == "stop_sequence"_L1)
        return FinishReason::Stop;
    return finishReasonFromName(word);
}

bool saysAnything(const QJsonObject &message)
{
    const AnswerParts parts = answerPartsOf(message);
    return !parts.text.isEmpty() || !parts.reasoning.isEmpty() || !parts.toolCalls.isEmpty();
}

Error protocolError(const QString &detail)
{
    return failure(ErrorKind::Protocol, detail).error();
}

} // namespace

OpenAiChatDecoder::OpenAiChatDecoder(std::optional<std::uint64_t> seed) : m_seed(seed)
{
    m_usage.exactness = Exactness::Estimate;
}

GenerationBatch OpenAiChatDecoder::frame(const Frame &frame)
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
        takeObject(object, "delta"_L1, events);
    return events;
}

GenerationBatch OpenAiChatDecoder::whole(const QByteArray &body)
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
    else if (!object.value("choices"_L1).isArray())
        fail(protocolError(u"the answer is JSON, but no chat completion"_s), events);
    else
        takeObject(object, "message"_L1, events);
    if (!m_over)
        finish(events);
    return events;
}

GenerationBatch OpenAiChatDecoder::streamEnded()
{
    GenerationBatch events;
    if (m_over)
        return events;
    if (m_frames == 0)
        fail(protocolError(u"the answer holds no event of a chat completion"_s), events);
    else if (m_reason) // some servers leave out [DONE]
        finish(events);
    else if (!m_sawChoice)
        fail(protocolError(u"the stream held no answer"_s), events);
    else
        fail(failure(ErrorKind::Network, u"the stream ended before the answer was complete"_s).error(), events);
    return events;
}

void OpenAiChatDecoder::takeObject(const QJsonObject &object, QLatin1StringView part, GenerationBatch &events)
{
    if (const QString model = object.value("model"_L1).toString(); m_model.isEmpty() && !model.isEmpty()) {
        m_model = model;
        events.push_back(Event::Started{model});
    }
    takeUsage(object);
    const QJsonArray choices = object.value("choices"_L1).toArray();
    for (const QJsonValue &value : choices) {
        const QJsonObject choice = value.toObject();
        if (choice.value("index"_L1).toInt() != 0)
            continue;
        m_sawChoice = true;
        const QJsonObject message = messageOf(choice, part);
        takeMessage(message, events);
        takeLogprobs(choice, message, events);
        // "" with some gateways means what null means with the others.
        if (const QString reason = choice.value("finish_reason"_L1).toString(); !reason.isEmpty())
            m_reason = reasonOf(reason);
    }
}

/// What a choice says is in its "delta" or its "message", with a few servers in the other of the two or, as in the older API of
/// completions, in its "text".
QJsonObject OpenAiChatDecoder::messageOf(const QJsonObject &choice, QLatin1StringView part)
{
    const QJsonValue usual = choice.value(part);
    if (saysAnything(usual.toObject())) {
        m_saysAsUsual = true;
        return usual.toObject();
    }
    const QJsonValue other = choice.value(part == "delta"_L1 ? "message"_L1 : "delta"_L1);
    if (other.isObject() && !m_saysAsUsual) // else it tells at the end of a stream what was told
        return other.toObject();
    if (usual.isObject())
        return usual.toObject();
    for (const QJsonValue &text : {usual, choice.value("text"_L1)}) {
        if (text.isString())
            return {{u"content"_s, text}};
    }
    return {};
}

/// Usage is at the top, with Groq in its own object, with Moonshot in the choice.
void OpenAiChatDecoder::takeUsage(const QJsonObject &object)
{
    const QJsonValue places[] = {object.value("usage"_L1), object.value("x_groq"_L1).toObject().value("usage"_L1),
                                 object.value("choices"_L1).toArray().first().toObject().value("usage"_L1)};
    for (const QJsonValue &usage : places) {
        if (!usage.isObject())
            continue;
        m_usage = usageFromJson(usage.toObject());
        break;
    }
    takeServiceTier(object);
}

/// At the top with OpenAI, in the usage with Anthropic. It may come before the usage, and stays.
void OpenAiChatDecoder::takeServiceTier(const QJsonObject &object)
{
    for (const QJsonValue &tier : {object.value("service_tier"_L1), object.value("usage"_L1).toObject().value("service_tier"_L1)}) {
        if (const QString name = tier.toString(); !name.isEmpty())
            m_serviceTier = serviceTierFromName(name.left(mostTierName));
    }
    m_usage.serviceTier = m_serviceTier;
}

void OpenAiChatDecoder::takeMessage(const QJsonObject &message, GenerationBatch &events)
{
    AnswerParts parts = answerPartsOf(message);
    m_sawText = m_sawText || !parts.text.isEmpty() || !parts.reasoning.isEmpty();
    m_isUnderstood = m_isUnderstood || parts.isUnderstood;
    if (m_toolCalls.size() < mostToolCalls)
        m_toolCalls += parts.toolCalls;
    parts.text = m_text.add(parts.text);
    parts.reasoning = m_reasoning.add(parts.reasoning);
    addText(parts, events);
}

void OpenAiChatDecoder::addText(const AnswerParts &parts, GenerationBatch &events)
{
    if (!parts.reasoning.isEmpty())
        events.push_back(Event::ReasoningDelta{parts.reasoning});
    if (!parts.text.isEmpty())
        events.push_back(Event::TextDelta{parts.text});
}

void OpenAiChatDecoder::addRest(GenerationBatch &events)
{
    addText({.text = m_text.rest(), .reasoning = m_reasoning.rest(), .toolCalls = {}}, events);
}

/// Tokens of thinking text belong to no place of the answer.
void OpenAiChatDecoder::takeLogprobs(const QJsonObject &choice, const QJsonObject &message, GenerationBatch &events)
{
    const AnswerParts parts = answerPartsOf(message);
    if (!parts.reasoning.isEmpty() && parts.text.isEmpty())
        return;
    if (auto traces = tracesFromLogprobs(choice.value("logprobs"_L1).toObject()); !traces.empty())
        events.push_back(Event::TraceDelta{std::move(traces)});
}

void OpenAiChatDecoder::finish(GenerationBatch &events)
{
    // An answer that was withheld may have no message at all.
    const bool isUnderstood = m_isUnderstood ? m_sawText || m_reason || !m_toolCalls.isEmpty()
                                             : m_reason == FinishReason::ContentFilter;
    if (!m_sawChoice || !isUnderstood)
        return fail(protocolError(u"the stream held no answer"_s), events);
    if (!m_sawText && !m_toolCalls.isEmpty())
        return fail(protocolError(u"the model answered with a call of a tool, which is not carried out, and without a text: "_s
                                  + plainDetail(m_toolCalls)),
                    events);
    addRest(events);
    Event::Finished finished;
    finished.reason = m_reason.value_or(FinishReason::Other);
    finished.usage = m_usage;
    finished.seed = m_seed;
    events.push_back(finished);
    m_over = true;
}

void OpenAiChatDecoder::fail(const Error &error, GenerationBatch &events)
{
    addRest(events);
    events.push_back(Event::Failed{error});
    m_over = true;
}

} // namespace Tempera
