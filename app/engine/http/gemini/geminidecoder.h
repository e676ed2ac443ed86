// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/jsondecoder.h"

namespace Tempera {

/// Reads the answers of Google's generateContent: one object, or many of the same shape that follow one another. Nothing marks
/// the end of a stream but the reason why the model ended.
class GeminiDecoder final : public JsonDecoder
{
public:
    /// `seed`: the one that was sent, for the record.
    explicit GeminiDecoder(std::optional<std::uint64_t> seed);

    /// The service tier that answers is in a header; Google's cloud tells it in the usage.
    void head(const QHttpHeaders &headers) override;

protected:
    void takePiece(const QByteArray &event, const QJsonObject &piece, GenerationBatch &events) override;
    [[nodiscard]] bool takeWhole(const QJsonObject &answer, GenerationBatch &events) override;

private:
    void takeCandidate(const QJsonObject &candidate, GenerationBatch &events);
    void takeUsageOf(QJsonObject usage, bool isLast);

    std::optional<QString> m_serviceTier; ///< Of the header.
};

} // namespace Tempera
