// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/jsondecoder.h"

namespace Tempera {

/// Reads the answers of llama-server's completion: pieces of text, the last of which says why it stopped and holds the counts.
class CompletionDecoder final : public JsonDecoder
{
public:
    /// `seed`: the one that was sent, for the record.
    explicit CompletionDecoder(std::optional<std::uint64_t> seed);

protected:
    void takePiece(const QByteArray &event, const QJsonObject &piece, GenerationBatch &events) override;
    [[nodiscard]] bool takeWhole(const QJsonObject &answer, GenerationBatch &events) override;

private:
    bool m_isBegun = false;
};

} // namespace Tempera
