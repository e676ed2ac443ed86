// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

namespace Tempera {

/// OpenAI's chat completions, as api.openai.com, OpenRouter, llama-server, vLLM, Ollama and others speak them.
///
/// Differences between them that we know of, by host: api.openai.com takes max_completion_tokens where the others take
/// max_tokens, and neither top_k, min_p nor a repeat penalty; openrouter.ai calls that repetition_penalty and is told to
/// use only providers that take what is set. A parameter that is not set is never sent.
class OpenAiChatCodec final : public Codec
{
public:
    [[nodiscard]] bool handles(const Endpoint &endpoint) const override;
    [[nodiscard]] Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const override;
    [[nodiscard]] std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const override;
};

} // namespace Tempera
