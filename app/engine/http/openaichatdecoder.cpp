// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openaichatdecoder.h"

#include "app/engine/http/httperrors.h"
#include "app/engine/http/openailogprobs.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::optional<std::int64_t> countOf(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() && value.toInteger(-1) >= 0 ? std::optional(value.toInteger()) : std::nullopt;
}

Usage usageOf(const QJsonObject &object)
{
    Usage usage;
    usage.inputTokens = countOf(object, "prompt_tokens"_L1);
    usage.outputTokens = countOf(object, "completion_tokens"_L1);
    usage.cachedInputTokens = countOf(object.value("prompt_tokens_details"_L1).toObject(), "cached_tokens"_L1);
    usage.reasoningTokens = countOf(object.value("completion_tokens_details"_L1).toObject(), "reasoning_tokens"_L1);
    return usage;
}

FinishReason reasonOf(const QString &word)
{
    if (word == "eos"_L1 || word == "stop_sequence"_L1)
        return FinishReason::Stop;
    return finishReasonFromName(word);
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

GenerationBatch OpenAiChatDecoder::frame(const SseFrame &frame)
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
    else if (frame.event == "error" && !object.contains("error"_L1))
        fail(apiError(object, 0), events);
    else
        takeObject(object, "delta"_L1, events);
    return events;
}

GenerationBatch OpenAiChatDecoder::whole(const QByteArray &body)
{
    GenerationBatch events;
    QJsonParseError parsed;
    const QJsonObject object = QJsonDocument::fromJson(body, &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        fail(protocolError(u"the answer is not JSON"_s), events);
    else if (!object.contains("choices"_L1) && !object.contains("error"_L1))
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
    else
        fail(failure(ErrorKind::Network, u"the stream ended before the answer was complete"_s).error(), events);
    return events;
}

void OpenAiChatDecoder::takeObject(const QJsonObject &object, QLatin1StringView part, GenerationBatch &events)
{
    if (const QJsonValue error = object.value("error"_L1); error.isObject() || error.isString())
        return fail(apiError(error, 0), events);
    if (const QString model = object.value("model"_L1).toString(); m_model.isEmpty() && !model.isEmpty()) {
        m_model = model;
        events.push_back(Event::Started{model});
    }
    if (const QJsonValue usage = object.value("usage"_L1); usage.isObject())
        m_usage = usageOf(usage.toObject());
    const QJsonArray choices = object.value("choices"_L1).toArray();
    for (const QJsonValue &value : choices) {
        const QJsonObject choice = value.toObject();
        if (choice.value("index"_L1).toInt() != 0)
            continue;
        takeMessage(choice.value(part).toObject(), events);
        takeLogprobs(choice, part, events);
        if (const QJsonValue reason = choice.value("finish_reason"_L1); reason.isString())
            m_reason = reasonOf(reason.toString());
    }
}

void OpenAiChatDecoder::takeMessage(const QJsonObject &message, GenerationBatch &events)
{
    // "reasoning_content" with llama-server, DeepSeek, vLLM; "reasoning" with OpenRouter.
    QString reasoning = message.value("reasoning_content"_L1).toString();
    if (reasoning.isEmpty())
        reasoning = message.value("reasoning"_L1).toString();
    if (!reasoning.isEmpty())
        events.push_back(Event::ReasoningDelta{reasoning});
    for (const auto &name : {"content"_L1, "refusal"_L1}) { // a refusal is what the model said
        if (const QString text = message.value(name).toString(); !text.isEmpty())
            events.push_back(Event::TextDelta{text});
    }
}

/// Tokens of thinking text belong to no place of the answer.
void OpenAiChatDecoder::takeLogprobs(const QJsonObject &choice, QLatin1StringView part, GenerationBatch &events)
{
    const QJsonObject message = choice.value(part).toObject();
    const auto says = [&message](QLatin1StringView name) { return !message.value(name).toString().isEmpty(); };
    if ((says("reasoning_content"_L1) || says("reasoning"_L1)) && !says("content"_L1))
        return;
    if (auto traces = tracesFromLogprobs(choice.value("logprobs"_L1).toObject()); !traces.empty())
        events.push_back(Event::TraceDelta{std::move(traces)});
}

void OpenAiChatDecoder::finish(GenerationBatch &events)
{
    Event::Finished finished;
    finished.reason = m_reason.value_or(FinishReason::Other);
    finished.usage = m_usage;
    finished.seed = m_seed;
    events.push_back(finished);
    m_over = true;
}

void OpenAiChatDecoder::fail(const Error &error, GenerationBatch &events)
{
    events.push_back(Event::Failed{error});
    m_over = true;
}

} // namespace Tempera
