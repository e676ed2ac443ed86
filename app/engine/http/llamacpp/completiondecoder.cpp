// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/llamacpp/completiondecoder.h"

#include "app/engine/http/openai/openailogprobs.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::optional<std::int64_t> tokensAt(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return possibleTokens(value.isDouble() ? value.toInteger(-1) : -1);
}

/// "tokens_cached" is what the slot holds in the end, not what was read from a cache.
Usage completionUsage(const QJsonObject &piece)
{
    Usage usage;
    usage.inputTokens = tokensAt(piece, "tokens_evaluated"_L1);
    usage.outputTokens = tokensAt(piece, "tokens_predicted"_L1);
    usage.cachedInputTokens = tokensAt(piece.value("timings"_L1).toObject(), "cache_n"_L1);
    if (!usage.inputTokens || !usage.outputTokens)
        usage.exactness = Exactness::Estimate;
    return usage;
}

FinishReason reasonOfStopType(const QString &word)
{
    if (word == "eos"_L1 || word == "word"_L1)
        return FinishReason::Stop;
    return word == "limit"_L1 ? FinishReason::Length : FinishReason::Other;
}

} // namespace

CompletionDecoder::CompletionDecoder(std::optional<std::uint64_t> seed) : JsonDecoder("completion of llama-server"_L1, seed) { }

void CompletionDecoder::takePiece(const QByteArray &, const QJsonObject &piece, GenerationBatch &events)
{
    // Told at the end of a stream, where it would begin anew what has been read.
    if (!std::exchange(m_isBegun, true))
        takeModel(piece.value("model"_L1).toString(), events);
    const QJsonValue content = piece.value("content"_L1);
    if (content.isString())
        sawAnswer();
    takeParts({.text = content.toString(), .reasoning = {}, .isUnderstood = content.isString()}, events);
    takeTraces(tracesFromLogprobs({{u"content"_s, piece.value("completion_probabilities"_L1)}}), events);
    if (!piece.value("stop"_L1).toBool())
        return;
    takeUsage(completionUsage(piece));
    takeReason(reasonOfStopType(piece.value("stop_type"_L1).toString()));
    finish(events);
}

bool CompletionDecoder::takeWhole(const QJsonObject &answer, GenerationBatch &events)
{
    if (!answer.value("content"_L1).isString())
        return false;
    takePiece({}, answer, events);
    return true;
}

} // namespace Tempera
