// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/provider.h"

#include "models/core/hosts.h"

#include <algorithm>
#include <array>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct WireDialect {
    QLatin1StringView wire;
    Dialect dialect;
};

constexpr std::array wireDialects{
    WireDialect{azureChatWire, Dialect::Azure},
    WireDialect{responsesWire, Dialect::Responses},
    WireDialect{anthropicWire, Dialect::Anthropic},
    WireDialect{geminiWire, Dialect::Gemini},
    WireDialect{ollamaWire, Dialect::OllamaNative},
    WireDialect{llamaCompletionWire, Dialect::LlamaServer},
    WireDialect{openAiEmbeddingsWire, Dialect::Embeddings},
    WireDialect{openAiModerationWire, Dialect::Moderation},
    WireDialect{classificationWire, Dialect::Classification},
};

/// By the wire, where it says all; by host, by Ollama's port, and by the provider id ("llama:", "ollama:").
Dialect dialectAt(const Endpoint &endpoint)
{
    if (const std::optional<Dialect> own = dialectOfWire(endpoint.wire))
        return *own;
    const QString host = endpoint.baseUrl.host();
    if (host == "api.openai.com"_L1 || host.endsWith(".api.openai.com"_L1)) // its regions: "eu.api.openai.com"
        return Dialect::OpenAi;
    if (host == "openrouter.ai"_L1)
        return Dialect::OpenRouter;
    if (endpoint.id.startsWith("ollama:"_L1) || endpoint.baseUrl.port() == 11434)
        return Dialect::Ollama;
    return endpoint.id.startsWith("llama:"_L1) ? Dialect::LlamaServer : Dialect::Other;
}

QString laneAt(const Endpoint &endpoint)
{
    switch (endpoint.kind) {
    case EndpointKind::Local: return u"local\n"_s + endpoint.modelPath;
    case EndpointKind::Remote: return u"http\n"_s + endpoint.baseUrl.toString(QUrl::FullyEncoded) + u'\n' + endpoint.model;
    case EndpointKind::Echo:
    case EndpointKind::Script:
    case EndpointKind::Unknown: break;
    }
    return u"other\n"_s + endpoint.id;
}

} // namespace

bool carries(Dialect dialect, Parameter parameter)
{
    using P = Parameter;
    const auto isAmong = [parameter](std::initializer_list<Parameter> list) { return std::ranges::contains(list, parameter); };
    const bool isOfOpenAi = isAmong({P::Temperature, P::TopP, P::FrequencyPenalty, P::PresencePenalty, P::LogitBias,
                                     P::JsonSchema, P::Seed, P::MaxTokens, P::Stop});
    switch (dialect) {
    case Dialect::OpenAi:
    case Dialect::Azure: return isOfOpenAi;
    case Dialect::OpenRouter: return isOfOpenAi || isAmong({P::TopK, P::MinP, P::RepeatPenalty});
    case Dialect::Ollama: return isOfOpenAi && parameter != P::LogitBias;
    case Dialect::LlamaServer:
    case Dialect::Other: return true;
    case Dialect::Responses: return isAmong({P::Temperature, P::TopP, P::JsonSchema, P::MaxTokens});
    case Dialect::Anthropic: return isAmong({P::Temperature, P::TopK, P::TopP, P::JsonSchema, P::MaxTokens, P::Stop});
    case Dialect::Gemini: return (isOfOpenAi && parameter != P::LogitBias) || parameter == P::TopK;
    case Dialect::OllamaNative:
        return (isOfOpenAi && parameter != P::LogitBias)
               || isAmong({P::TopK, P::MinP, P::TypicalP, P::RepeatPenalty, P::RepeatLastN, P::Mirostat, P::MirostatTau,
                           P::MirostatEta});
    case Dialect::Embeddings:
    case Dialect::Moderation:
    case Dialect::Classification: return false;
    }
    return false;
}

QList<Parameter> carriedBy(Dialect dialect)
{
    QList<Parameter> list;
    for (const Parameter parameter : allParameters()) {
        if (carries(dialect, parameter))
            list.append(parameter);
    }
    return list;
}

std::optional<Dialect> dialectOfWire(const QString &wire)
{
    const auto found = std::ranges::find(wireDialects, wire, &WireDialect::wire);
    return found == wireDialects.end() ? std::nullopt : std::optional(found->dialect);
}

Provider providerAt(const Endpoint &endpoint)
{
    Provider made;
    made.lane = laneAt(endpoint);
    made.keyName = endpoint.keyName;
    made.capabilities.model = made.capabilities.title = endpoint.model.isEmpty() ? endpoint.id : endpoint.model;
    made.isThisMachine = endpoint.kind != EndpointKind::Remote && endpoint.kind != EndpointKind::Unknown;
    if (endpoint.kind == EndpointKind::Remote) {
        made.wire = endpoint.wire.isEmpty() ? QString(openAiChatWire) : endpoint.wire;
        made.dialect = dialectAt(endpoint);
        const QList<QUrl> addresses = endpoint.addresses();
        made.isThisMachine = std::ranges::all_of(addresses, [](const QUrl &each) { return isThisMachine(each.host()); });
        made.isOwn = std::ranges::all_of(addresses, [](const QUrl &each) { return isOwnNetwork(each.host()); });
    }
    made.isOwn = made.isOwn || made.isThisMachine;
    return made;
}

} // namespace Tempera
