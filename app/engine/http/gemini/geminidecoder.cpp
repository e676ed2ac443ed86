// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/gemini/geminidecoder.h"

#include "app/engine/http/openai/openailogprobs.h"
#include "app/engine/http/openai/usagereading.h"

#include <QHttpHeaders>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array withheldWords{
    "SAFETY"_L1, "RECITATION"_L1,   "BLOCKLIST"_L1,        "PROHIBITED_CONTENT"_L1,
    "SPII"_L1,   "IMAGE_SAFETY"_L1, "IMAGE_RECITATION"_L1, "IMAGE_PROHIBITED_CONTENT"_L1,
};

/// The tiers that Google's API has; gateways write words of their own into its header.
constexpr std::array geminiTiers{"standard"_L1, "flex"_L1, "priority"_L1, "batch"_L1};

FinishReason reasonOfGemini(const QString &word)
{
    if (word == "STOP"_L1)
        return FinishReason::Stop;
    if (word == "MAX_TOKENS"_L1)
        return FinishReason::Length;
    return std::ranges::contains(withheldWords, word) ? FinishReason::ContentFilter : FinishReason::Other;
}

ToolCall callOfPart(const QJsonObject &call)
{
    const QJsonDocument arguments(call.value("args"_L1).toObject());
    return {.name = call.value("name"_L1).toString(), .arguments = QString::fromUtf8(arguments.toJson(QJsonDocument::Compact))};
}

QJsonObject logprobOf(const QJsonObject &candidate)
{
    return {{u"token"_s, candidate.value("token"_L1)}, {u"logprob"_s, candidate.value("logProbability"_L1)}};
}

/// The same in the words of OpenAI's API.
QJsonObject asLogprobs(const QJsonObject &result)
{
    const QJsonArray chosen = result.value("chosenCandidates"_L1).toArray();
    const QJsonArray top = result.value("topCandidates"_L1).toArray();
    QJsonArray content;
    for (qsizetype place = 0; place < chosen.size(); ++place) {
        QJsonArray likeliest;
        for (const QJsonValue &each : top.at(place).toObject().value("candidates"_L1).toArray())
            likeliest.append(logprobOf(each.toObject()));
        QJsonObject entry = logprobOf(chosen.at(place).toObject());
        entry.insert("top_logprobs"_L1, likeliest);
        content.append(entry);
    }
    return {{u"content"_s, content}};
}

} // namespace

GeminiDecoder::GeminiDecoder(std::optional<std::uint64_t> seed)
    : JsonDecoder("generateContent response"_L1, seed, CallForm::Gemini)
{
}

void GeminiDecoder::head(const QHttpHeaders &headers)
{
    const QString tier = QString::fromLatin1(headers.value("x-gemini-service-tier")).trimmed().toLower();
    if (std::ranges::contains(geminiTiers, tier))
        m_serviceTier = toldServiceTier(tier);
}

void GeminiDecoder::takePiece(const QByteArray &, const QJsonObject &piece, GenerationBatch &events)
{
    takeModel(piece.value("modelVersion"_L1).toString(), events);
    bool isLast = false;
    for (const QJsonValue &value : piece.value("candidates"_L1).toArray()) {
        const QJsonObject candidate = value.toObject();
        if (candidate.value("index"_L1).toInt() != 0)
            continue;
        takeCandidate(candidate, events);
        isLast = !candidate.value("finishReason"_L1).toString().isEmpty();
    }
    const QJsonObject feedback = piece.value("promptFeedback"_L1).toObject();
    if (!feedback.value("blockReason"_L1).toString().isEmpty()) {
        sawAnswer(); // there will be none
        takeReason(FinishReason::ContentFilter);
        isLast = true;
    }
    takeUsageOf(piece.value("usageMetadata"_L1).toObject(), isLast);
}

bool GeminiDecoder::takeWhole(const QJsonObject &answer, GenerationBatch &events)
{
    if (!answer.value("candidates"_L1).isArray() && !answer.value("promptFeedback"_L1).isObject())
        return false;
    takePiece({}, answer, events);
    return true;
}

void GeminiDecoder::takeCandidate(const QJsonObject &candidate, GenerationBatch &events)
{
    sawAnswer();
    const QJsonValue content = candidate.value("content"_L1);
    const QJsonArray list = content.toObject().value("parts"_L1).toArray();
    AnswerParts parts;
    parts.isUnderstood = list.isEmpty();
    for (const QJsonValue &value : list) {
        const QJsonObject part = value.toObject();
        const QString text = part.value("text"_L1).toString();
        (part.value("thought"_L1).toBool() ? parts.reasoning : parts.text) += text;
        const QJsonObject call = part.value("functionCall"_L1).toObject();
        if (!call.isEmpty())
            parts.calls += callOfPart(call);
        parts.isUnderstood = parts.isUnderstood || part.contains("text"_L1) || !call.isEmpty();
    }
    const bool isThinking = parts.text.isEmpty() && !parts.reasoning.isEmpty();
    takeParts(parts, events);
    if (!isThinking)
        takeTraces(tracesFromLogprobs(asLogprobs(candidate.value("logprobsResult"_L1).toObject())), events);
    const QString reason = candidate.value("finishReason"_L1).toString();
    if (reason.isEmpty() || reason == "FINISH_REASON_UNSPECIFIED"_L1)
        return;
    takeReason(reasonOfGemini(reason));
    if (reasonOfGemini(reason) == FinishReason::Other) {
        const QString words = candidate.value("finishMessage"_L1).toString();
        takeExcuse(words.isEmpty() ? reason : reason + u": "_s + words);
    }
}

/// What is thought and what tools read is beside the rest, and in the total.
void GeminiDecoder::takeUsageOf(QJsonObject usage, bool isLast)
{
    if (usage.isEmpty())
        return;
    if (isLast && !usage.contains("candidatesTokenCount"_L1) && usage.contains("promptTokenCount"_L1))
        usage.insert("candidatesTokenCount"_L1, 0); // zeros are left out of Google's JSON
    if (!usage.contains("totalTokenCount"_L1)) {
        qint64 total = 0;
        for (const auto &name :
             {"promptTokenCount"_L1, "candidatesTokenCount"_L1, "thoughtsTokenCount"_L1, "toolUsePromptTokenCount"_L1})
            total += usage.value(name).toInteger();
        usage.insert("totalTokenCount"_L1, total);
    }
    Usage known = usageFromJson(usage);
    if (!known.serviceTier)
        known.serviceTier = m_serviceTier;
    if (!isLast)
        known.exactness = Exactness::Estimate;
    takeUsage(known);
}

} // namespace Tempera
