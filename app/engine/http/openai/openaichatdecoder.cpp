// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/openaichatdecoder.h"

#include "app/engine/http/openai/answerparts.h"
#include "app/engine/http/openai/openailogprobs.h"
#include "app/engine/http/openai/usagereading.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

FinishReason reasonOf(const QString &word)
{
    if (word == "eos"_L1 || word == "stop_sequence"_L1)
        return FinishReason::Stop;
    return word == "function_call"_L1 ? FinishReason::ToolCalls : finishReasonFromName(word);
}

bool saysAnything(const QJsonObject &message)
{
    const AnswerParts parts = answerPartsOf(message);
    return !parts.text.isEmpty() || !parts.reasoning.isEmpty() || !parts.calls.isEmpty();
}

} // namespace

OpenAiChatDecoder::OpenAiChatDecoder(std::optional<std::uint64_t> seed) : JsonDecoder("chat completion"_L1, seed) { }

void OpenAiChatDecoder::takePiece(const QByteArray &, const QJsonObject &piece, GenerationBatch &events)
{
    takeObject(piece, "delta"_L1, events);
}

bool OpenAiChatDecoder::takeWhole(const QJsonObject &answer, GenerationBatch &events)
{
    if (!answer.value("choices"_L1).isArray())
        return false;
    takeObject(answer, "message"_L1, events);
    return true;
}

void OpenAiChatDecoder::takeObject(const QJsonObject &object, QLatin1StringView part, GenerationBatch &events)
{
    takeModel(object.value("model"_L1).toString(), events);
    takeUsageOf(object);
    const QJsonArray choices = object.value("choices"_L1).toArray();
    for (const QJsonValue &value : choices) {
        const QJsonObject choice = value.toObject();
        if (choice.value("index"_L1).toInt() != 0)
            continue;
        sawAnswer();
        takeMessage(choice, messageOf(choice, part), events);
        // "" with some gateways means what null means with the others.
        if (const QString reason = choice.value("finish_reason"_L1).toString(); !reason.isEmpty())
            takeReason(reasonOf(reason));
    }
}

/// What a choice says is in its "delta" or its "message", with a few servers in the other of the two or, as in the older API of
/// completions, in its "text".
QJsonObject OpenAiChatDecoder::messageOf(const QJsonObject &choice, QLatin1StringView part)
{
    const QJsonValue usual = choice.value(part);
    m_saysAsUsual = m_saysAsUsual || saysAnything(usual.toObject());
    if (m_saysAsUsual && usual.isObject())
        return usual.toObject();
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
void OpenAiChatDecoder::takeUsageOf(const QJsonObject &object)
{
    const QJsonValue places[] = {object.value("usage"_L1), object.value("x_groq"_L1).toObject().value("usage"_L1),
                                 object.value("choices"_L1).toArray().first().toObject().value("usage"_L1)};
    for (const QJsonValue &usage : places) {
        if (!usage.isObject())
            continue;
        takeUsage(usageFromJson(usage.toObject()));
        break;
    }
    takeServiceTier(object);
}

/// At the top with OpenAI, in the usage with Anthropic. It may come before the usage, and stays.
void OpenAiChatDecoder::takeServiceTier(const QJsonObject &object)
{
    Usage told = usage();
    if (told.serviceTier)
        m_serviceTier = told.serviceTier;
    if (const std::optional<QString> tier = toldServiceTier(object))
        m_serviceTier = tier;
    told.serviceTier = m_serviceTier;
    takeUsage(told);
}

/// Tokens of thinking text belong to no place of the answer.
void OpenAiChatDecoder::takeMessage(const QJsonObject &choice, const QJsonObject &message, GenerationBatch &events)
{
    const AnswerParts parts = answerPartsOf(message);
    const bool isThinking = !parts.reasoning.isEmpty() && parts.text.isEmpty();
    takeParts(parts, events);
    if (!isThinking)
        takeTraces(tracesFromLogprobs(choice.value("logprobs"_L1).toObject()), events);
}

} // namespace Tempera
