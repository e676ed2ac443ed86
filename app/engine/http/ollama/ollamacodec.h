// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// Ollama's own chat, one JSON object a line.
///
/// The base URL is that of the server; a "/v1" at its end, which leads to its API after OpenAI's, does not count. Settings are
/// members of `options`, a JSON schema is `format`, "reasoning_effort" of the file is `think`. Ollama cuts a prompt that is
/// longer than its context without a word: where prompt and answer may not fit into its usual 4,096 tokens, `num_ctx` asks for
/// more. Else it is not sent, since a model is loaded anew for every other context. Read against the types of ollama 0.6.4
/// (npm).
class OllamaCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return ollamaWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
