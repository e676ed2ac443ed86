// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// OpenAI's embeddings, as api.openai.com, llama-server (--embeddings), vLLM, Ollama, LM Studio and others speak them: each message
/// is a text of its own, and the answer is one Event::Embedded with a vector for each. Source: OpenAI's reference of
/// "POST /embeddings"; llama.cpp v0.5.0 tools/server/README.md, "POST /v1/embeddings".
class EmbeddingsCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return openAiEmbeddingsWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
