// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/anthropic/anthropicdecoder.h"

#include "app/engine/http/openai/usagereading.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

FinishReason reasonOfStop(const QString &word)
{
    if (word == "end_turn"_L1 || word == "stop_sequence"_L1)
        return FinishReason::Stop;
    if (word == "max_tokens"_L1 || word == "model_context_window_exceeded"_L1)
        return FinishReason::Length;
    if (word == "tool_use"_L1)
        return FinishReason::ToolCalls;
    return word == "refusal"_L1 ? FinishReason::ContentFilter : FinishReason::Other; // pause_turn
}

/// What is known of an object, laid over what was known before.
void layOver(QJsonObject &known, const QJsonObject &told)
{
    for (auto it = told.begin(); it != told.end(); ++it) {
        if (!it->isNull())
            known.insert(it.key(), it.value());
    }
}

} // namespace

AnthropicDecoder::AnthropicDecoder() : JsonDecoder("message of Anthropic's API"_L1, {}, CallForm::Anthropic) { }

void AnthropicDecoder::takePiece(const QByteArray &, const QJsonObject &piece, GenerationBatch &events)
{
    const QString type = piece.value("type"_L1).toString();
    if (type == "message_start"_L1) {
        takeMessage(piece.value("message"_L1).toObject(), events);
    } else if (type == "content_block_start"_L1) {
        takeBlock(piece.value("content_block"_L1).toObject(), events);
    } else if (type == "content_block_delta"_L1) {
        takeDelta(piece.value("delta"_L1).toObject(), events);
    } else if (type == "content_block_stop"_L1) {
        m_isCall = false;
    } else if (type == "message_delta"_L1) {
        const QString reason = piece.value("delta"_L1).toObject().value("stop_reason"_L1).toString();
        takeUsageOf(piece.value("usage"_L1).toObject(), !reason.isEmpty());
        takeStop(reason, events);
    } else if (type == "message_stop"_L1) {
        finish(events);
    } // else a ping, or an event of a later version
}

bool AnthropicDecoder::takeWhole(const QJsonObject &answer, GenerationBatch &events)
{
    if (!answer.value("content"_L1).isArray())
        return false;
    takeMessage(answer, events);
    takeUsageOf(answer.value("usage"_L1).toObject(), true);
    takeStop(answer.value("stop_reason"_L1).toString(), events);
    return true;
}

void AnthropicDecoder::takeMessage(const QJsonObject &message, GenerationBatch &events)
{
    sawAnswer();
    takeModel(message.value("model"_L1).toString(), events);
    takeUsageOf(message.value("usage"_L1).toObject(), false);
    for (const QJsonValue &block : message.value("content"_L1).toArray()) {
        takeBlock(block.toObject(), events);
        if (std::exchange(m_isCall, false))
            takeArguments(
                QString::fromUtf8(QJsonDocument(block.toObject().value("input"_L1).toObject()).toJson(QJsonDocument::Compact)),
                events);
    }
}

void AnthropicDecoder::takeBlock(const QJsonObject &block, GenerationBatch &events)
{
    const QString type = block.value("type"_L1).toString();
    AnswerParts parts;
    parts.isUnderstood = true;
    if (type == "text"_L1) {
        parts.text = block.value("text"_L1).toString();
    } else if (type == "thinking"_L1) {
        parts.reasoning = block.value("thinking"_L1).toString();
    } else if (type == "tool_use"_L1) {
        m_isCall = true;
        parts.calls +=
            ToolCall{.id = block.value("id"_L1).toString(), .name = block.value("name"_L1).toString(), .place = ++m_call};
    } else {
        parts.isUnderstood = type == "redacted_thinking"_L1; // the others are a tool's own doings
    }
    m_sawBlock = true;
    takeParts(parts, events);
}

void AnthropicDecoder::takeDelta(const QJsonObject &delta, GenerationBatch &events)
{
    const QString type = delta.value("type"_L1).toString();
    AnswerParts parts;
    if (type == "text_delta"_L1)
        parts.text = delta.value("text"_L1).toString();
    else if (type == "thinking_delta"_L1)
        parts.reasoning = delta.value("thinking"_L1).toString();
    else if (type == "input_json_delta"_L1 && m_isCall)
        return takeArguments(delta.value("partial_json"_L1).toString(), events);
    parts.isUnderstood = !parts.isEmpty(); // signatures and citations say nothing
    takeParts(parts, events);
}

/// Of the call that began last.
void AnthropicDecoder::takeArguments(const QString &piece, GenerationBatch &events)
{
    AnswerParts parts;
    parts.calls += ToolCall{.arguments = piece, .place = m_call};
    parts.isUnderstood = true;
    takeParts(parts, events);
}

void AnthropicDecoder::takeStop(const QString &reason, GenerationBatch &events)
{
    if (reason.isEmpty())
        return;
    takeReason(reasonOfStop(reason));
    if (!m_sawBlock) // it ended without a word, and says so
        takeParts({.text = {}, .reasoning = {}, .isUnderstood = true}, events);
}

void AnthropicDecoder::takeUsageOf(const QJsonObject &usage, bool isLast)
{
    if (usage.isEmpty())
        return;
    layOver(m_told, usage);
    Usage known = usageFromJson(m_told);
    if (!isLast) // the output is still counted
        known.exactness = Exactness::Estimate;
    takeUsage(known);
}

} // namespace Tempera
