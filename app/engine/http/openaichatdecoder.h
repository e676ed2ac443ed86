// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

#include <QJsonObject>

#include <optional>

namespace Tempera {

/// Reads the answer of a chat completion, streamed or not.
class OpenAiChatDecoder final : public AnswerDecoder
{
public:
    /// `seed`: the one that was sent, for the record.
    explicit OpenAiChatDecoder(std::optional<std::uint64_t> seed);

    [[nodiscard]] GenerationBatch frame(const SseFrame &frame) override;
    [[nodiscard]] GenerationBatch whole(const QByteArray &body) override;
    [[nodiscard]] GenerationBatch streamEnded() override;

private:
    void takeObject(const QJsonObject &object, QLatin1StringView part, GenerationBatch &events);
    void takeMessage(const QJsonObject &message, GenerationBatch &events);
    void takeLogprobs(const QJsonObject &choice, QLatin1StringView part, GenerationBatch &events);
    void finish(GenerationBatch &events);
    void fail(const Error &error, GenerationBatch &events);

    std::optional<std::uint64_t> m_seed;
    QString m_model;
    Usage m_usage; ///< Empty and an estimate where the endpoint tells nothing.
    std::optional<FinishReason> m_reason;
    int m_frames = 0;
    bool m_over = false;
};

} // namespace Tempera
