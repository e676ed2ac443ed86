// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wires.h"

#include "app/engine/http/anthropic/anthropiccodec.h"
#include "app/engine/http/gemini/geminicodec.h"
#include "app/engine/http/huggingface/classificationcodec.h"
#include "app/engine/http/llamacpp/completioncodec.h"
#include "app/engine/http/ollama/ollamacodec.h"
#include "app/engine/http/openai/azurechatcodec.h"
#include "app/engine/http/openai/embeddingscodec.h"
#include "app/engine/http/openai/moderationcodec.h"
#include "app/engine/http/openai/openaichatcodec.h"
#include "app/engine/http/responses/responsescodec.h"

#include <algorithm>

namespace Tempera {

Wires allWires()
{
    Wires wires;
    wires.push_back(std::make_unique<OpenAiChatCodec>());
    wires.push_back(std::make_unique<AzureChatCodec>());
    wires.push_back(std::make_unique<EmbeddingsCodec>());
    wires.push_back(std::make_unique<ModerationCodec>());
    wires.push_back(std::make_unique<ClassificationCodec>());
    wires.push_back(std::make_unique<ResponsesCodec>());
    wires.push_back(std::make_unique<AnthropicCodec>());
    wires.push_back(std::make_unique<GeminiCodec>());
    wires.push_back(std::make_unique<OllamaCodec>());
    wires.push_back(std::make_unique<CompletionCodec>());
    return wires;
}

const Codec *codecOf(const Wires &wires, const QString &wire)
{
    const auto found = std::ranges::find_if(wires, [&wire](const auto &codec) { return codec->wire() == wire; });
    return found == wires.end() ? nullptr : found->get();
}

} // namespace Tempera
