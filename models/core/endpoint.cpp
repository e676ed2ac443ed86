// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/endpoint.h"

#include "models/core/provider.h"
#include "models/core/secrettext.h"

#include <QRegularExpression>
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
    Root,  ///< Without the path of the provider's own address ("/v1"), or with it.
    Host,  ///< A host alone; its API over https is meant.
    Bind,  ///< What a server of one's own listens on: host and port, perhaps with a scheme.
};

struct AddressVariable {
    QLatin1StringView name;
    AddressForm form;
};

/// In the order in which they count. Sources: promptfoo 0.123.1 and the SDKs of OpenAI, Anthropic, Google,
/// Groq, Ollama and LiteLLM.
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
constexpr std::array anthropicVariables{AddressVariable{"ANTHROPIC_BASE_URL"_L1, AddressForm::Whole}};
constexpr std::array googleVariables{
    AddressVariable{"GOOGLE_API_HOST"_L1, AddressForm::Host},
    AddressVariable{"GOOGLE_API_BASE_URL"_L1, AddressForm::Whole},
    AddressVariable{"GOOGLE_GEMINI_BASE_URL"_L1, AddressForm::Whole},
};
constexpr std::array azureVariables{
    AddressVariable{"AZURE_API_HOST"_L1, AddressForm::Host},
    AddressVariable{"AZURE_OPENAI_API_HOST"_L1, AddressForm::Host},
    AddressVariable{"AZURE_API_BASE_URL"_L1, AddressForm::Whole},
    AddressVariable{"AZURE_OPENAI_API_BASE_URL"_L1, AddressForm::Whole},
    AddressVariable{"AZURE_OPENAI_BASE_URL"_L1, AddressForm::Whole},
    AddressVariable{"AZURE_OPENAI_ENDPOINT"_L1, AddressForm::Whole},
};
constexpr std::array mistralVariables{
    AddressVariable{"MISTRAL_API_HOST"_L1, AddressForm::Host},
    AddressVariable{"MISTRAL_API_BASE_URL"_L1, AddressForm::Whole},
};
constexpr std::array groqVariables{AddressVariable{"GROQ_BASE_URL"_L1, AddressForm::Root}};
constexpr std::array liteLlmVariables{AddressVariable{"LITELLM_API_BASE"_L1, AddressForm::Root}};
constexpr std::array moonshotVariables{AddressVariable{"MOONSHOT_API_BASE_URL"_L1, AddressForm::Whole}};
constexpr std::array<AddressVariable, 0> noVariables{};

/// What follows the prefix of an id.
enum class IdRest {
    Model, ///< Whatever it is: names of models may hold colons.
    Plain, ///< A model without a colon: what stands before one would be another API of the provider.
};

/// Provider prefixes of servers in the network: id, address, key, variables, wire. Of two that fit, the first counts, so the
/// longer one is above.
struct RemotePrefix {
    QLatin1StringView prefix;
    QLatin1StringView baseUrl; ///< Empty = there is none that all share.
    QLatin1StringView keyName;
    std::span<const AddressVariable> variables;
    QLatin1StringView wire = {}; ///< Empty = OpenAI's chat completions.
    IdRest rest = IdRest::Model;
};

constexpr auto openAiUrl = "https://api.openai.com/v1"_L1;
constexpr auto ollamaUrl = "http://localhost:11434"_L1;
constexpr auto llamaUrl = "http://localhost:8080/v1"_L1;
constexpr auto usualModerationModel = "omni-moderation-latest"_L1; ///< promptfoo's, where an id names none.
constexpr auto anthropicUrl = "https://api.anthropic.com"_L1;

constexpr std::array remotePrefixes{
    RemotePrefix{"openai:chat:"_L1, openAiUrl, "OPENAI_API_KEY"_L1, openAiVariables},
    RemotePrefix{"openai:responses:"_L1, openAiUrl, "OPENAI_API_KEY"_L1, openAiVariables, responsesWire},
    RemotePrefix{"openai:embedding:"_L1, openAiUrl, "OPENAI_API_KEY"_L1, openAiVariables, openAiEmbeddingsWire},
    RemotePrefix{"openai:embeddings:"_L1, openAiUrl, "OPENAI_API_KEY"_L1, openAiVariables, openAiEmbeddingsWire},
    RemotePrefix{"openai:moderation:"_L1, openAiUrl, "OPENAI_API_KEY"_L1, openAiVariables, openAiModerationWire},
    RemotePrefix{"openai:"_L1, openAiUrl, "OPENAI_API_KEY"_L1, openAiVariables, {}, IdRest::Plain},
    RemotePrefix{"anthropic:messages:"_L1, anthropicUrl, "ANTHROPIC_API_KEY"_L1, anthropicVariables, anthropicWire},
    RemotePrefix{"anthropic:"_L1, anthropicUrl, "ANTHROPIC_API_KEY"_L1, anthropicVariables, anthropicWire, IdRest::Plain},
    RemotePrefix{"google:"_L1, "https://generativelanguage.googleapis.com/v1beta"_L1, "GEMINI_API_KEY"_L1, googleVariables,
                 geminiWire, IdRest::Plain},
    RemotePrefix{"azureopenai:chat:"_L1, {}, "AZURE_OPENAI_API_KEY"_L1, azureVariables, azureChatWire},
    RemotePrefix{"azure:chat:"_L1, {}, "AZURE_OPENAI_API_KEY"_L1, azureVariables, azureChatWire},
    RemotePrefix{"openrouter:"_L1, "https://openrouter.ai/api/v1"_L1, "OPENROUTER_API_KEY"_L1, openRouterVariables},
    RemotePrefix{"ollama:embeddings:"_L1, "http://localhost:11434/v1"_L1, {}, ollamaVariables, openAiEmbeddingsWire},
    RemotePrefix{"ollama:chat:"_L1, ollamaUrl, {}, ollamaVariables, ollamaWire},
    RemotePrefix{"ollama:"_L1, ollamaUrl, {}, ollamaVariables, ollamaWire},
    RemotePrefix{"llama:completion:"_L1, llamaUrl, {}, llamaVariables, llamaCompletionWire},
    RemotePrefix{"llama:embedding:"_L1, llamaUrl, {}, llamaVariables, openAiEmbeddingsWire},
    RemotePrefix{"llama:"_L1, llamaUrl, {}, llamaVariables},
    RemotePrefix{"localai:embedding:"_L1, llamaUrl, {}, localAiVariables, openAiEmbeddingsWire},
    RemotePrefix{"localai:embeddings:"_L1, llamaUrl, {}, localAiVariables, openAiEmbeddingsWire},
    RemotePrefix{"localai:chat:"_L1, llamaUrl, {}, localAiVariables},
    RemotePrefix{"deepseek:"_L1, "https://api.deepseek.com/v1"_L1, "DEEPSEEK_API_KEY"_L1, noVariables},
    RemotePrefix{"groq:responses:"_L1, "https://api.groq.com/openai/v1"_L1, "GROQ_API_KEY"_L1, groqVariables, responsesWire},
    RemotePrefix{"groq:"_L1, "https://api.groq.com/openai/v1"_L1, "GROQ_API_KEY"_L1, groqVariables},
    RemotePrefix{"mistral:embedding:"_L1, "https://api.mistral.ai/v1"_L1, "MISTRAL_API_KEY"_L1, mistralVariables,
                 openAiEmbeddingsWire},
    RemotePrefix{"mistral:"_L1, "https://api.mistral.ai/v1"_L1, "MISTRAL_API_KEY"_L1, mistralVariables, {}, IdRest::Plain},
    RemotePrefix{"xai:responses:"_L1, "https://api.x.ai/v1"_L1, "XAI_API_KEY"_L1, noVariables, responsesWire},
    RemotePrefix{"xai:"_L1, "https://api.x.ai/v1"_L1, "XAI_API_KEY"_L1, noVariables, {}, IdRest::Plain},
    RemotePrefix{"togetherai:"_L1, "https://api.together.xyz/v1"_L1, "TOGETHER_API_KEY"_L1, noVariables},
    RemotePrefix{"fireworks:"_L1, "https://api.fireworks.ai/inference/v1"_L1, "FIREWORKS_API_KEY"_L1, noVariables},
    RemotePrefix{"cerebras:"_L1, "https://api.cerebras.ai/v1"_L1, "CEREBRAS_API_KEY"_L1, noVariables},
    RemotePrefix{"moonshot:"_L1, "https://api.moonshot.ai/v1"_L1, "MOONSHOT_API_KEY"_L1, moonshotVariables},
    RemotePrefix{"perplexity:"_L1, "https://api.perplexity.ai"_L1, "PERPLEXITY_API_KEY"_L1, noVariables},
    RemotePrefix{"nvidia:"_L1, "https://integrate.api.nvidia.com/v1"_L1, "NVIDIA_API_KEY"_L1, noVariables},
    RemotePrefix{
        "nscale:"_L1, "https://inference.api.nscale.com/v1"_L1, "NSCALE_SERVICE_TOKEN"_L1, noVariables, {}, IdRest::Plain},
    RemotePrefix{"hyperbolic:"_L1, "https://api.hyperbolic.xyz/v1"_L1, "HYPERBOLIC_API_KEY"_L1, noVariables, {}, IdRest::Plain},
    RemotePrefix{"aimlapi:"_L1, "https://api.aimlapi.com/v1"_L1, "AIML_API_KEY"_L1, noVariables, {}, IdRest::Plain},
    RemotePrefix{"huggingface:text-classification:"_L1, "https://router.huggingface.co/hf-inference"_L1, "HF_TOKEN"_L1,
                 noVariables, classificationWire},
    RemotePrefix{"vllm:"_L1, "http://localhost:8000/v1"_L1, {}, noVariables},
    RemotePrefix{"lmstudio:"_L1, "http://localhost:1234/v1"_L1, {}, noVariables},
    RemotePrefix{"litellm:"_L1, "http://localhost:4000/v1"_L1, "LITELLM_API_KEY"_L1, liteLlmVariables},
};

/// What stands where a model's name might, and is another API of the house.
constexpr std::array otherApis{"ollama:completion:"_L1, "ollama:embedding:"_L1};

bool isOf(const RemotePrefix &remote, const QString &id)
{
    if (std::ranges::any_of(otherApis, [&id](QLatin1StringView api) { return id.startsWith(api); }))
        return false;
    return id.startsWith(remote.prefix) && (remote.rest == IdRest::Model || !id.sliced(remote.prefix.size()).contains(u':'));
}

/// Whether OpenAI answers for a model in its responses where the id names no API: from GPT-5.6 on, and those that have no other
/// (promptfoo 0.123.1).
bool isOfResponses(const QString &model)
{
    static const QRegularExpression onlyThere(
        uR"(^(gpt-5(\.\d+)?-pro|o[13]-pro|gpt-5(\.\d+)?-codex(-mini)?)(-\d{4}-\d\d-\d\d)?$)"_s);
    static const QRegularExpression numbered(uR"(^gpt-(?!35(?:-|$))(\d{1,3})(?:\.(\d{1,3}))?(?:-|$))"_s);
    const QRegularExpressionMatch match = numbered.match(model);
    const int major = match.captured(1).toInt();
    return onlyThere.match(model).hasMatch() || major > 5 || (major == 5 && match.captured(2).toInt() >= 6);
}

QUrl addressFrom(const QString &value, AddressForm form, const QUrl &usual)
{
    QString text = value;
    if (form == AddressForm::Host)
        text = text.contains("://"_L1) ? text : u"https://"_s + text + usual.path();
    else if (form == AddressForm::Bind && !text.contains("://"_L1))
        text = u"http://"_s + text;
    QUrl url(text, QUrl::StrictMode);
    if (form == AddressForm::Bind && url.port() < 0)
        url.setPort(usual.port());
    if (form == AddressForm::Bind && (url.host() == "0.0.0.0"_L1 || url.host() == "::"_L1))
        url.setHost(usual.host()); // every interface of this machine
    const bool isRoot = url.path().isEmpty() || url.path() == "/"_L1;
    if (isRoot && form != AddressForm::Whole)
        url.setPath(usual.path());
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
    static const QRegularExpression script(uR"(^file://[^\n]+\.(js|cjs|mjs)(:[A-Za-z_$][\w$.]*)?$)"_s);
    if (script.match(id).hasMatch()) {
        endpoint.kind = EndpointKind::Script;
        endpoint.model = id.sliced(id.lastIndexOf(u'/') + 1);
        return endpoint;
    }
    const QString whole = id == "openai:moderation"_L1 ? id + u':' : id;
    for (const RemotePrefix &remote : remotePrefixes) {
        if (!isOf(remote, whole))
            continue;
        endpoint.kind = EndpointKind::Remote;
        endpoint.model = whole.sliced(remote.prefix.size());
        if (remote.wire == openAiModerationWire && endpoint.model.isEmpty())
            endpoint.model = usualModerationModel;
        takeAddress(endpoint, remote, variable);
        endpoint.keyName = remote.keyName;
        endpoint.wire = remote.prefix == "openai:"_L1 && isOfResponses(endpoint.model) ? responsesWire : remote.wire;
        return endpoint;
    }
    return endpoint;
}

} // namespace Tempera
