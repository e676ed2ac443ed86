// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/jsondecoder.h"

namespace Tempera {

/// Reads the answers of Ollama's chat: objects of one shape, the last of which is done and holds the counts.
class OllamaDecoder final : public JsonDecoder
{
public:
    /// `seed`: the one that was sent, for the record.
    explicit OllamaDecoder(std::optional<std::uint64_t> seed);

protected:
    void takePiece(const QByteArray &event, const QJsonObject &piece, GenerationBatch &events) override;
    [[nodiscard]] bool takeWhole(const QJsonObject &answer, GenerationBatch &events) override;
};

} // namespace Tempera
