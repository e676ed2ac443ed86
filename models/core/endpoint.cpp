// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/endpoint.h"

#include "models/core/secrettext.h"

#include <QtEnvironmentVariables>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// How a variable says where a provider is.
enum class AddressForm {
    Whole, ///< Up to "/v1" and with it.
    Root,  ///< Without "/v1", or with it.
    Host,  ///< A host alone; its API over https is meant.
    Bind,  ///< What a server of one's own listens on: host and port, perhaps with a scheme.
};

struct AddressVariable {
    QLatin1StringView name;
    AddressForm form;
};

/// In the order in which they count. Sources: promptfoo 0.123.1 and the SDKs of OpenAI, Ollama and LiteLLM.
constexpr std::array openAiVariables{
    AddressVariable{"OPENAI_API_HOST"_L1, AddressForm::Host},
    AddressVariable{"OPENAI_API_BASE_URL"_L1, AddressForm::Whole},
    AddressVariable{"OPENAI_BASE_URL"_L1, AddressForm::Whole},
    AddressVariable{"OPENAI_API_BASE"_L1, AddressForm::Whole},
};
constexpr std::array openRouterVariables{
    AddressVariable{"OPENROUTER_BASE_URL"_L1, AddressForm::Whole},
    AddressVariable{"OPENROUTER_API_BASE"_L1, AddressForm::Whole},
};
constexpr std::array ollamaVariables{
    AddressVariable{"OLLAMA_BASE_URL"_L1, AddressForm::Root},
    AddressVariable{"OLLAMA_API_BASE"_L1, AddressForm::Root},
    AddressVariable{"OLLAMA_HOST"_L1, AddressForm::Bind},
};
constexpr std::array llamaVariables{AddressVariable{"LLAMA_BASE_URL"_L1, AddressForm::Root}};
constexpr std::array localAiVariables{AddressVariable{"LOCALAI_BASE_URL"_L1, AddressForm::Root}};

/// Provider prefixes of servers in the network. The longest comes first.
struct RemotePrefix {
    QLatin1StringView prefix;
    QLatin1StringView baseUrl;
    QLatin1StringView keyName;
    std::span<const AddressVariable> variables;
    QLatin1StringView wire = {}; ///< Empty = OpenAI's chat completions.
};

constexpr std::array remotePrefixes{
    RemotePrefix{"openai:chat:"_L1, "https://api.openai.com/v1"_L1, "OPENAI_API_KEY"_L1, openAiVariables},
    RemotePrefix{"openrouter:"_L1, "https://openrouter.ai/api/v1"_L1, "OPENROUTER_API_KEY"_L1, openRouterVariables},
    RemotePrefix{"ollama:chat:"_L1, "http://localhost:11434/v1"_L1, ""_L1, ollamaVariables},
    RemotePrefix{"ollama:"_L1, "http://localhost:11434/v1"_L1, ""_L1, ollamaVariables},
    RemotePrefix{"llama:"_L1, "http://localhost:8080/v1"_L1, ""_L1, llamaVariables},
    RemotePrefix{"localai:chat:"_L1, "http://localhost:8080/v1"_L1, ""_L1, localAiVariables},
};

QUrl addressFrom(const QString &value, AddressForm form, const QUrl &usual)
{
    QString text = value;
    if (form == AddressForm::Host)
        text = text.contains("://"_L1) ? text : u"https://%1/v1"_s.arg(text);
    else if (form == AddressForm::Bind && !text.contains("://"_L1))
        text = u"http://"_s + text;
    QUrl url(text, QUrl::StrictMode);
    if (form == AddressForm::Bind && url.port() < 0)
        url.setPort(usual.port());
    if (form == AddressForm::Bind && (url.host() == "0.0.0.0"_L1 || url.host() == "::"_L1))
        url.setHost(usual.host()); // every interface of this machine
    const bool isRoot = url.path().isEmpty() || url.path() == "/"_L1;
    if (isRoot && form != AddressForm::Whole)
        url.setPath(u"/v1"_s);
    return isUsableAddress(url) ? url : QUrl();
}

void takeAddress(Endpoint &endpoint, const RemotePrefix &remote, const EnvironmentLookup &variable)
{
    endpoint.baseUrl = QUrl(remote.baseUrl);
    for (const AddressVariable &each : remote.variables) {
        const QString value = variable(each.name).trimmed();
        if (value.isEmpty())
            continue;
        endpoint.addressFrom = each.name;
        endpoint.baseUrl = addressFrom(value, each.form, endpoint.baseUrl);
        return;
    }
}

} // namespace

QString processVariable(const QString &name)
{
    return qEnvironmentVariable(name.toLatin1().constData());
}

bool isAddressVariable(const QString &name)
{
    return std::ranges::any_of(remotePrefixes, [&name](const RemotePrefix &remote) {
        return std::ranges::any_of(remote.variables, [&name](const AddressVariable &each) { return each.name == name; });
    });
}

bool isUsableAddress(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
           && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QString publicAddress(const QUrl &url)
{
    return withoutAddressSecrets(url.toString());
}

QString Endpoint::shownId() const
{
    return withoutAddressSecrets(id);
}

QString Endpoint::shownModel() const
{
    return withoutAddressSecrets(model);
}

Endpoint endpointFromId(const QString &id, const EnvironmentLookup &variable)
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
        endpoint.kind = EndpointKind::Remote;
        endpoint.model = id.sliced(remote.prefix.size());
        takeAddress(endpoint, remote, variable);
        endpoint.keyName = remote.keyName;
        endpoint.wire = remote.wire;
        return endpoint;
    }
    // "openai:MODEL" is chat too; "openai:responses:…" and the like are wires of their own.
    if (id.startsWith("openai:"_L1) && !id.sliced(7).contains(u':')) {
        endpoint = endpointFromId(u"openai:chat:"_s + id.sliced(7), variable);
        endpoint.id = id;
    }
    return endpoint;
}

} // namespace Tempera
