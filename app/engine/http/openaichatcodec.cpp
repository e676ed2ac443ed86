// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openaichatcodec.h"

#include "app/engine/http/openaichatdecoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

enum class Dialect { OpenAi, OpenRouter, Other };

Dialect dialectOf(const Endpoint &endpoint)
{
    const QString host = endpoint.baseUrl.host();
    if (host == "api.openai.com"_L1)
        return Dialect::OpenAi;
    if (host == "openrouter.ai"_L1)
        return Dialect::OpenRouter;
    return Dialect::Other;
}

/// The first parameter that is set though the endpoint is known to refuse it.
std::optional<Parameter> refusedParameter(const SamplingSettings &sampling, Dialect dialect)
{
    if (dialect == Dialect::OpenAi) {
        for (const Parameter parameter : {Parameter::TopK, Parameter::MinP, Parameter::RepeatPenalty}) {
            if (sampling.isSet(parameter))
                return parameter;
        }
    }
    return {};
}

template<typename T>
void insertSet(QJsonObject &body, QLatin1StringView name, const std::optional<T> &value)
{
    if (value)
        body.insert(name, *value);
}

void insertSampling(QJsonObject &body, const SamplingSettings &sampling, Dialect dialect)
{
    insertSet(body, "temperature"_L1, sampling.temperature);
    insertSet(body, "top_p"_L1, sampling.topP);
    insertSet(body, "frequency_penalty"_L1, sampling.frequencyPenalty);
    insertSet(body, "presence_penalty"_L1, sampling.presencePenalty);
    insertSet(body, dialect == Dialect::OpenAi ? "max_completion_tokens"_L1 : "max_tokens"_L1, sampling.maxTokens);
    if (sampling.seed) // JSON numbers are signed on most servers
        body.insert("seed"_L1, static_cast<qint64>(*sampling.seed & std::numeric_limits<qint64>::max()));
    if (!sampling.stop.isEmpty())
        body.insert("stop"_L1, QJsonArray::fromStringList(sampling.stop));
    if (dialect == Dialect::OpenAi)
        return;
    insertSet(body, "top_k"_L1, sampling.topK);
    insertSet(body, "min_p"_L1, sampling.minP);
    // llama-server's and LM Studio's name, and vLLM's and OpenRouter's; each ignores the other's.
    if (dialect == Dialect::Other)
        insertSet(body, "repeat_penalty"_L1, sampling.repeatPenalty);
    insertSet(body, "repetition_penalty"_L1, sampling.repeatPenalty);
    if (dialect == Dialect::OpenRouter && !samplingToJson(sampling).isEmpty())
        body.insert("provider"_L1, QJsonObject{{u"require_parameters"_s, true}});
}

QByteArray bodyOf(const GenerationRequest &request, Dialect dialect)
{
    QJsonArray messages;
    for (const Message &message : request.messages)
        messages.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, message.text}});
    QJsonObject options{{u"include_usage"_s, true}};
    if (dialect == Dialect::OpenAi)
        options.insert("include_obfuscation"_L1, false); // padding that hides lengths; only costs bytes here
    QJsonObject body{
        {u"model"_s, request.endpoint.model},
        {u"messages"_s, messages},
        {u"stream"_s, true},
        {u"stream_options"_s, options},
    };
    insertSampling(body, request.sampling, dialect);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

bool isHeaderText(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c < u' ' || c == u'\x7f'; });
}

} // namespace

bool OpenAiChatCodec::handles(const Endpoint &endpoint) const
{
    return endpoint.kind == EndpointKind::OpenAiChat;
}

Result<WireRequest> OpenAiChatCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    const Endpoint &endpoint = request.endpoint;
    const QUrl &base = endpoint.baseUrl;
    if (!base.isValid() || base.host().isEmpty() || (base.scheme() != "http"_L1 && base.scheme() != "https"_L1))
        return failure(ErrorKind::Usage, u"the base URL is not an http or https address"_s, endpoint.id);
    const Dialect dialect = dialectOf(endpoint);
    if (const auto refused = refusedParameter(request.sampling, dialect)) {
        const QString name = parameterName(*refused);
        auto error = failure(ErrorKind::UnsupportedParameter, u"%1 does not take %2"_s.arg(base.host(), name));
        error.error().parameter = name;
        return error;
    }

    WireRequest wire;
    wire.url = base;
    QString path = base.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    wire.url.setPath(path + u"/chat/completions"_s);
    wire.headers = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream, application/json"}};
    if (!key.isEmpty())
        wire.headers.emplaceBack("Authorization", "Bearer " + key.reveal());
    for (const auto &[name, value] : endpoint.headers.asKeyValueRange()) {
        if (!isHeaderText(name) || !isHeaderText(value))
            return failure(ErrorKind::Usage, u"the header \"%1\" holds a control character"_s.arg(name.simplified()));
        wire.headers.emplaceBack(name.toUtf8(), value.toUtf8());
    }
    wire.body = bodyOf(request, dialect);
    return wire;
}

std::unique_ptr<AnswerDecoder> OpenAiChatCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<OpenAiChatDecoder>(request.sampling.seed);
}

} // namespace Tempera
