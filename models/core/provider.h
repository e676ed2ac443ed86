// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"
#include "models/core/endpoint.h"

#include <memory>
#include <optional>
#include <utility>

namespace Tempera {

/// The differences between APIs, and between servers that speak OpenAI's chat completions, as far as parameters go.
enum class Dialect {
    OpenAi,         ///< Chat at api.openai.com: what its reference lists and nothing else.
    Azure,          ///< The same at Azure, whose versions lag behind.
    OpenRouter,     ///< openrouter.ai: top_k, min_p and repetition_penalty beside that.
    Ollama,         ///< Its chat completions: OpenAI's parameters without logit_bias; the others are dropped without a word.
    LlamaServer,    ///< llama.cpp's server, chat and completion: everything.
    Other,          ///< vLLM, SGLang, LM Studio and the rest: nothing is known, so everything may be sent.
    Responses,      ///< OpenAI's responses.
    Anthropic,      ///< Anthropic's messages; samplers only in its older version, and only with older models.
    Gemini,         ///< Google's generateContent.
    OllamaNative,   ///< Ollama's own API.
    Embeddings,     ///< OpenAI's embeddings: texts become vectors, and nothing of that can be set.
    Moderation,     ///< OpenAI's moderations: what in a text should not be said, and nothing of that can be set.
    Classification, ///< Hugging Face's text classification: labels of a text, and nothing of that can be set.
};

/// Whether a dialect has a parameter. Sources: OpenAI's and OpenRouter's chat references, Ollama's OpenAI
/// compatibility page, llama.cpp v0.5.0 tools/server/README.md; the type definitions of openai 7.57.0,
/// @anthropic-ai/sdk 1.12.0 (and Anthropic's reference of version 2023-06-01), @google/genai 3.1.0, ollama 0.6.4 (npm).
[[nodiscard]] bool carries(Dialect dialect, Parameter parameter);
/// All that it has.
[[nodiscard]] QList<Parameter> carriedBy(Dialect dialect);

/// The names of the wires.
inline constexpr QLatin1StringView openAiChatWire{"openai-chat"};
inline constexpr QLatin1StringView azureChatWire{"azure-chat"};
inline constexpr QLatin1StringView responsesWire{"openai-responses"};
inline constexpr QLatin1StringView anthropicWire{"anthropic-messages"};
inline constexpr QLatin1StringView geminiWire{"gemini"};
inline constexpr QLatin1StringView ollamaWire{"ollama-chat"};
inline constexpr QLatin1StringView llamaCompletionWire{"llama-completion"};
inline constexpr QLatin1StringView openAiEmbeddingsWire{"openai-embeddings"};
/// The user's message is the text that is looked at. A system message before it is a JSON list with the names of the categories that
/// count; without one all do. The answer is a JSON map: `flagged` is a list of {category, score} of what counts, `others` a list of
/// the names of what was flagged besides.
inline constexpr QLatin1StringView openAiModerationWire{"openai-moderation"};
/// The user's message is the text that is classified. A system message before it is the label that counts; without one it is the
/// likeliest. The answer is a JSON map with that `label` and its `score`, 0 where the endpoint does not name it.
inline constexpr QLatin1StringView classificationWire{"huggingface-classification"};

/// The dialect of a wire that has one of its own, whoever speaks it; nothing for chat completions, where the server counts, and
/// for wires that are not known here.
[[nodiscard]] std::optional<Dialect> dialectOfWire(const QString &wire);

/// Who answers at an endpoint: the one answer for planner, codec, scheduler, window, command line and prices. Made by
/// Catalog::providerFor() once for each endpoint. The address is in the endpoint itself.
struct Provider {
    QString wire; ///< The API that is spoken, by the name under which the engine has its codec; empty where nothing is sent.
    Dialect dialect = Dialect::Other;
    QString keyName; ///< The name of the key that it gets: the endpoint's, else that of the user's own record; empty = none.
    bool isThisMachine = false; ///< It is here: in this process, or at an address of this machine.
    bool isOwn = false;         ///< It is here or in a private network: nobody else's service.
    QString lane;               ///< Requests to the same lane share the slots of one endpoint.
    /// What the model takes, its limits and prices; `provider` is the key of its prices. Where only the endpoint was asked
    /// (providerAt()), nothing is refused and no price is known.
    Capabilities capabilities;

    bool operator==(const Provider &) const = default;
};

/// What an endpoint says of who answers there, by its id and address alone.
[[nodiscard]] Provider providerAt(const Endpoint &endpoint);

/// A provider that many requests have in common. Equal where the providers are.
class SharedProvider
{
public:
    SharedProvider() = default;
    explicit SharedProvider(Provider provider) : m_provider(std::make_shared<const Provider>(std::move(provider))) { }

    [[nodiscard]] bool isNull() const { return !m_provider; }
    const Provider &operator*() const { return *m_provider; }
    const Provider *operator->() const { return m_provider.get(); }
    bool operator==(const SharedProvider &other) const
    {
        return m_provider == other.m_provider || (m_provider && other.m_provider && *m_provider == *other.m_provider);
    }

private:
    std::shared_ptr<const Provider> m_provider;
};

} // namespace Tempera
