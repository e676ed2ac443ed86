// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

class QJsonObject;

namespace Tempera {

/// Reads an answer of OpenAI's embeddings, which is never streamed. One that has not exactly one vector of finite numbers for each
/// text, all of them equally long, is an error.
class EmbeddingsDecoder final : public AnswerDecoder
{
public:
    explicit EmbeddingsDecoder(qsizetype texts) : m_texts(texts) { }

    [[nodiscard]] GenerationBatch frame(const Frame &frame) override;
    [[nodiscard]] GenerationBatch whole(const QByteArray &body) override;
    [[nodiscard]] GenerationBatch streamEnded() override;
    [[nodiscard]] Usage usage() const override { return m_usage; }

private:
    void takeUsage(const QJsonObject &answer);
    [[nodiscard]] Result<EmbeddingList> vectorsOf(const QJsonObject &answer) const;

    qsizetype m_texts = 0;
    Usage m_usage; ///< Nothing where the endpoint tells nothing.
};

} // namespace Tempera
