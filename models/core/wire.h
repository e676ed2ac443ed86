// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/sampling.h"

namespace Tempera {

/// The differences between servers that speak OpenAI's chat completions, as far as parameters go.
enum class Dialect {
    OpenAi,      ///< api.openai.com: what its reference lists and nothing else.
    OpenRouter,  ///< openrouter.ai: top_k, min_p and repetition_penalty beside that.
    Ollama,      ///< Reads OpenAI's parameters without logit_bias and drops the others without a word.
    LlamaServer, ///< llama.cpp's server: everything.
    Other,       ///< vLLM, SGLang, LM Studio and the rest: nothing is known, so everything may be sent.
};

/// By host, by Ollama's port, and by the provider id ("llama:", "ollama:").
[[nodiscard]] Dialect dialectOf(const Endpoint &endpoint);

/// Whether a dialect has a parameter. Sources: OpenAI's and OpenRouter's chat references, Ollama's OpenAI
/// compatibility page, llama.cpp v0.5.0 tools/server/README.md.
[[nodiscard]] bool carries(Dialect dialect, Parameter parameter);

} // namespace Tempera
