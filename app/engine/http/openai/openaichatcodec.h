// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// OpenAI's chat completions, as api.openai.com, OpenRouter, llama-server, vLLM, Ollama and others speak them.
///
/// Which parameters a server has is written in models/core/provider.h; one that it does not have fails here. Beside that:
/// api.openai.com takes max_completion_tokens where the others take max_tokens; openrouter.ai calls the repeat penalty
/// repetition_penalty and is told to use only providers that take what is set; a JSON schema goes as response_format;
/// logit biases by text are llama-server's alone. A parameter that is not set is never sent.
class OpenAiChatCodec final : public Codec
{
public:
    [[nodiscard]] QLatin1StringView wire() const override { return openAiChatWire; }
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] WireRequest listing(const Endpoint &endpoint, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<Framing> framing() const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
