// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/jsondecoder.h"

namespace Tempera {

/// Reads the answer of a chat completion, streamed or not.
class OpenAiChatDecoder final : public JsonDecoder
{
public:
    /// `seed`: the one that was sent, for the record.
    explicit OpenAiChatDecoder(std::optional<std::uint64_t> seed);

protected:
    void takePiece(const QByteArray &event, const QJsonObject &piece, GenerationBatch &events) override;
    [[nodiscard]] bool takeWhole(const QJsonObject &answer, GenerationBatch &events) override;

private:
    void takeObject(const QJsonObject &object, QLatin1StringView part, GenerationBatch &events);
    void takeMessage(const QJsonObject &choice, const QJsonObject &message, GenerationBatch &events);
    [[nodiscard]] QJsonObject messageOf(const QJsonObject &choice, QLatin1StringView part);
    void takeUsageOf(const QJsonObject &object);
    void takeServiceTier(const QJsonObject &object);

    std::optional<QString> m_serviceTier; ///< As the endpoint tells it.
    bool m_saysAsUsual = false;           ///< Text or calls came where they belong: in the "delta" of a stream.
};

} // namespace Tempera
