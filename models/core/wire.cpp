// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/wire.h"

using namespace Qt::StringLiterals;

namespace Tempera {

Dialect dialectOf(const Endpoint &endpoint)
{
    const QString host = endpoint.baseUrl.host();
    if (host == "api.openai.com"_L1)
        return Dialect::OpenAi;
    if (host == "openrouter.ai"_L1)
        return Dialect::OpenRouter;
    if (endpoint.id.startsWith("ollama:"_L1) || endpoint.baseUrl.port() == 11434)
        return Dialect::Ollama;
    return endpoint.id.startsWith("llama:"_L1) ? Dialect::LlamaServer : Dialect::Other;
}

bool carries(Dialect dialect, Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature:
    case Parameter::TopP:
    case Parameter::FrequencyPenalty:
    case Parameter::PresencePenalty:
    case Parameter::JsonSchema:
    case Parameter::Seed:
    case Parameter::MaxTokens:
    case Parameter::Stop: return true;
    case Parameter::LogitBias: return dialect != Dialect::Ollama;
    case Parameter::TopK:
    case Parameter::MinP:
    case Parameter::RepeatPenalty:
        return dialect == Dialect::OpenRouter || dialect == Dialect::LlamaServer || dialect == Dialect::Other;
    default: return dialect == Dialect::LlamaServer || dialect == Dialect::Other;
    }
}

} // namespace Tempera
