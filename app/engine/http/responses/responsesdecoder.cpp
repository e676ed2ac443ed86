// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/responses/responsesdecoder.h"

#include "app/engine/http/httperrors.h"
#include "app/engine/http/openai/openailogprobs.h"
#include "app/engine/http/openai/usagereading.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString textsIn(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &each : list.toArray())
        texts += each.toObject().value("text"_L1).toString();
    return texts.join(u"\n\n"_s);
}

bool isCall(const QJsonObject &item)
{
    const QString type = item.value("type"_L1).toString();
    return type == "function_call"_L1 || type == "custom_tool_call"_L1;
}

} // namespace

ResponsesDecoder::ResponsesDecoder() : JsonDecoder("response"_L1, {}, CallForm::Responses) { }

void ResponsesDecoder::takePiece(const QByteArray &, const QJsonObject &piece, GenerationBatch &events)
{
    const QString type = piece.value("type"_L1).toString();
    const QJsonObject response = piece.value("response"_L1).toObject();
    if (!response.isEmpty()) {
        sawAnswer();
        takeModel(response.value("model"_L1).toString(), events);
    }
    if (type == "response.completed"_L1 || type == "response.incomplete"_L1 || type == "response.failed"_L1) {
        takeEnd(response, events);
        if (!isOver())
            finish(events);
    } else if (type == "response.output_item.done"_L1) {
        takeCall(piece.value("item"_L1).toObject(), events);
    } else {
        takeDelta(type, piece, events);
    }
}

void ResponsesDecoder::takeDelta(const QString &type, const QJsonObject &piece, GenerationBatch &events)
{
    const QString delta = piece.value("delta"_L1).toString();
    AnswerParts parts;
    parts.isUnderstood = true;
    if (type == "response.output_text.delta"_L1 || type == "response.refusal.delta"_L1)
        parts.text = delta;
    else if (type == "response.reasoning_text.delta"_L1 || type == "response.reasoning_summary_text.delta"_L1)
        parts.reasoning = delta;
    else if (type == "response.reasoning_summary_part.added"_L1 && piece.value("summary_index"_L1).toInt() > 0)
        parts.reasoning = u"\n\n"_s;
    else
        return; // an event that says nothing of the answer, or one of a later version
    takeParts(parts, events);
    if (type == "response.output_text.delta"_L1)
        takeTraces(tracesFromLogprobs({{u"content"_s, piece.value("logprobs"_L1)}}), events);
}

bool ResponsesDecoder::takeWhole(const QJsonObject &answer, GenerationBatch &events)
{
    if (!answer.value("output"_L1).isArray())
        return false;
    sawAnswer();
    takeModel(answer.value("model"_L1).toString(), events);
    takeEnd(answer, events);
    return true;
}

void ResponsesDecoder::takeItem(const QJsonObject &item, GenerationBatch &events)
{
    const QString type = item.value("type"_L1).toString();
    AnswerParts parts;
    parts.isUnderstood = true;
    if (type == "reasoning"_L1) {
        const QString thought = textsIn(item.value("content"_L1));
        parts.reasoning = thought.isEmpty() ? textsIn(item.value("summary"_L1)) : thought;
        return takeParts(parts, events);
    }
    if (type != "message"_L1)
        return;
    const QJsonArray content = item.value("content"_L1).toArray();
    if (content.isEmpty())
        takeParts(parts, events);
    for (const QJsonValue &value : content) {
        const QJsonObject part = value.toObject();
        const QJsonValue text = part.contains("refusal"_L1) ? part.value("refusal"_L1) : part.value("text"_L1);
        parts.text = text.toString();
        parts.isUnderstood = text.isString();
        takeParts(parts, events);
        takeTraces(tracesFromLogprobs({{u"content"_s, part.value("logprobs"_L1)}}), events);
    }
}

void ResponsesDecoder::takeCall(const QJsonObject &item, GenerationBatch &events)
{
    if (!isCall(item))
        return;
    m_sawCall = true;
    AnswerParts parts;
    parts.calls += ToolCall{.id = item.value("call_id"_L1).toString(),
                            .name = item.value("name"_L1).toString(),
                            .arguments = item.value("arguments"_L1).toString(item.value("input"_L1).toString())};
    parts.isUnderstood = true;
    takeParts(parts, events);
}

/// The response as it is in the end. What it says was told before, unless nothing was.
void ResponsesDecoder::takeEnd(const QJsonObject &response, GenerationBatch &events)
{
    if (response.value("usage"_L1).isObject()) {
        Usage told = usageFromJson(response.value("usage"_L1).toObject());
        // Before the end it is the one that was asked for, and "auto" mostly.
        told.serviceTier = toldServiceTier(response);
        takeUsage(told);
    }
    const QString status = response.value("status"_L1).toString();
    const QJsonValue error = response.value("error"_L1);
    if (status == "failed"_L1 || error.isObject())
        return fail(apiError(error, 0), events);
    if (status == "cancelled"_L1)
        return fail(failure(ErrorKind::ServerFault, u"the endpoint cancelled the response"_s).error(), events);
    const QJsonArray output = response.value("output"_L1).toArray();
    const bool areTextsNew = !sawText();
    const bool areCallsNew = !m_sawCall;
    for (const QJsonValue &item : output) {
        if (areTextsNew)
            takeItem(item.toObject(), events);
        if (areCallsNew)
            takeCall(item.toObject(), events);
    }
    const QString cause = response.value("incomplete_details"_L1).toObject().value("reason"_L1).toString();
    if (cause == "content_filter"_L1)
        takeReason(FinishReason::ContentFilter);
    else if (cause == "max_output_tokens"_L1)
        takeReason(FinishReason::Length);
    else
        takeReason(status == "completed"_L1 || status.isEmpty() ? FinishReason::Stop : FinishReason::Other);
    if (status == "completed"_L1 && output.isEmpty()) // it ended without a word, and says so
        takeParts({.text = {}, .reasoning = {}, .isUnderstood = true}, events);
}

} // namespace Tempera
