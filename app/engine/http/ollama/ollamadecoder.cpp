// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/ollama/ollamadecoder.h"

#include "app/engine/http/openai/answerparts.h"
#include "app/engine/http/openai/openailogprobs.h"
#include "app/engine/http/openai/usagereading.h"

using namespace Qt::StringLiterals;

namespace Tempera {

OllamaDecoder::OllamaDecoder(std::optional<std::uint64_t> seed) : JsonDecoder("chat response of Ollama"_L1, seed) { }

void OllamaDecoder::takePiece(const QByteArray &, const QJsonObject &piece, GenerationBatch &events)
{
    takeModel(piece.value("model"_L1).toString(), events);
    if (piece.value("message"_L1).isObject()) {
        sawAnswer();
        QJsonObject message = piece.value("message"_L1).toObject();
        message.insert("reasoning"_L1, message.take("thinking"_L1));
        AnswerParts parts = answerPartsOf(message);
        for (ToolCall &call : parts.calls)
            call.place = -1; // each comes whole, and all may say the same index
        const bool isThinking = parts.text.isEmpty() && !parts.reasoning.isEmpty();
        takeParts(parts, events);
        if (!isThinking) // those tokens belong to no place of the answer
            takeTraces(tracesFromLogprobs({{u"content"_s, piece.value("logprobs"_L1)}}), events);
    }
    if (!piece.value("done"_L1).toBool())
        return;
    takeUsage(usageFromJson(piece));
    // "load" and "unload": there was nothing to answer.
    const QString reason = piece.value("done_reason"_L1).toString(u"stop"_s);
    takeReason(finishReasonFromName(reason));
    finish(events);
}

bool OllamaDecoder::takeWhole(const QJsonObject &answer, GenerationBatch &events)
{
    if (!answer.value("message"_L1).isObject())
        return false;
    takePiece({}, answer, events);
    return true;
}

} // namespace Tempera
