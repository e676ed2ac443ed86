// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/endpoint.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Provider prefixes that speak OpenAI's chat completions. The longest comes first.
struct RemotePrefix {
    QLatin1StringView prefix;
    QLatin1StringView baseUrl;
    QLatin1StringView keyName;
};

constexpr std::array remotePrefixes{
    RemotePrefix{"openai:chat:"_L1, "https://api.openai.com/v1"_L1, "OPENAI_API_KEY"_L1},
    RemotePrefix{"openrouter:"_L1, "https://openrouter.ai/api/v1"_L1, "OPENROUTER_API_KEY"_L1},
    RemotePrefix{"ollama:chat:"_L1, "http://localhost:11434/v1"_L1, ""_L1},
    RemotePrefix{"ollama:"_L1, "http://localhost:11434/v1"_L1, ""_L1},
    RemotePrefix{"llama:"_L1, "http://localhost:8080/v1"_L1, ""_L1},
    RemotePrefix{"localai:chat:"_L1, "http://localhost:8080/v1"_L1, ""_L1},
};

} // namespace

Endpoint endpointFromId(const QString &id)
{
    Endpoint endpoint;
    endpoint.id = id;
    endpoint.kind = EndpointKind::Unknown;
    if (id == "echo"_L1) {
        endpoint.kind = EndpointKind::Echo;
        endpoint.model = id;
        return endpoint;
    }
    if (id.startsWith("local:"_L1)) {
        endpoint.kind = EndpointKind::Local;
        endpoint.model = id.sliced(6);
        return endpoint;
    }
    for (const RemotePrefix &remote : remotePrefixes) {
        if (!id.startsWith(remote.prefix))
            continue;
        endpoint.kind = EndpointKind::OpenAiChat;
        endpoint.model = id.sliced(remote.prefix.size());
        endpoint.baseUrl = QUrl(remote.baseUrl);
        endpoint.keyName = remote.keyName;
        return endpoint;
    }
    // "openai:MODEL" is chat too; "openai:responses:…" and the like are wires of their own.
    if (id.startsWith("openai:"_L1) && !id.sliced(7).contains(u':')) {
        endpoint = endpointFromId(u"openai:chat:"_s + id.sliced(7));
        endpoint.id = id;
    }
    return endpoint;
}

} // namespace Tempera
