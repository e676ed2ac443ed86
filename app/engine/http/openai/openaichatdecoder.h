// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"
#include "app/engine/http/openai/answerparts.h"

#include <QJsonObject>

#include <optional>

namespace Tempera {

/// Reads the answer of a chat completion, streamed or not. An answer of which nothing was understood (no choice, no text,
/// calls of tools alone) is an error in the other side's own words, never an empty answer.
class OpenAiChatDecoder final : public AnswerDecoder
{
public:
    /// `seed`: the one that was sent, for the record.
    explicit OpenAiChatDecoder(std::optional<std::uint64_t> seed);

    [[nodiscard]] GenerationBatch frame(const Frame &frame) override;
    [[nodiscard]] GenerationBatch whole(const QByteArray &body) override;
    [[nodiscard]] GenerationBatch streamEnded() override;
    [[nodiscard]] Usage usage() const override { return m_usage; }

private:
    void takeObject(const QJsonObject &object, QLatin1StringView part, GenerationBatch &events);
    void takeMessage(const QJsonObject &message, GenerationBatch &events);
    void takeLogprobs(const QJsonObject &choice, const QJsonObject &message, GenerationBatch &events);
    [[nodiscard]] QJsonObject messageOf(const QJsonObject &choice, QLatin1StringView part);
    void takeUsage(const QJsonObject &object);
    void takeServiceTier(const QJsonObject &object);
    void addText(const AnswerParts &parts, GenerationBatch &events);
    void addRest(GenerationBatch &events);
    void finish(GenerationBatch &events);
    void fail(const Error &error, GenerationBatch &events);

    std::optional<std::uint64_t> m_seed;
    QString m_model;
    Usage m_usage; ///< Empty and an estimate where the endpoint tells nothing.
    std::optional<QString> m_serviceTier; ///< As the endpoint tells it.
    std::optional<FinishReason> m_reason;
    TextPieces m_text;
    TextPieces m_reasoning;
    QString m_toolCalls;
    int m_frames = 0;
    bool m_sawChoice = false;
    bool m_saysAsUsual = false;  ///< Text or calls came where they belong: in the "delta" of a stream.
    bool m_sawText = false;      ///< Of the answer or of the thinking before it.
    bool m_isUnderstood = false; ///< At least one piece of it.
    bool m_over = false;
};

} // namespace Tempera
