// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/provider.h"

#include "models/core/hosts.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// By host, by Ollama's port, and by the provider id ("llama:", "ollama:").
Dialect dialectAt(const Endpoint &endpoint)
{
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
    case EndpointKind::Unknown: break;
    }
    return u"other\n"_s + endpoint.id;
}

} // namespace

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

QList<Parameter> carriedBy(Dialect dialect)
{
    QList<Parameter> list;
    for (const Parameter parameter : allParameters()) {
        if (carries(dialect, parameter))
            list.append(parameter);
    }
    return list;
}

Provider providerAt(const Endpoint &endpoint)
{
    Provider made;
    made.lane = laneAt(endpoint);
    made.keyName = endpoint.keyName;
    made.capabilities.model = made.capabilities.title = endpoint.model.isEmpty() ? endpoint.id : endpoint.model;
    made.isThisMachine = endpoint.kind == EndpointKind::Local || endpoint.kind == EndpointKind::Echo;
    if (endpoint.kind == EndpointKind::Remote) {
        const QString host = endpoint.baseUrl.host();
        made.wire = endpoint.wire.isEmpty() ? QString(openAiChatWire) : endpoint.wire;
        made.dialect = dialectAt(endpoint);
        made.isThisMachine = isThisMachine(host);
        made.isOwn = isOwnNetwork(host);
    }
    made.isOwn = made.isOwn || made.isThisMachine;
    return made;
}

} // namespace Tempera
