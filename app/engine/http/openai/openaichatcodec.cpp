// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/openaichatcodec.h"

#include "app/engine/http/framing/sseparser.h"
#include "app/engine/http/openai/openaichatdecoder.h"
#include "app/engine/http/openai/openailogprobs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// OpenAI's range of a logit bias; its lowest bans a token.
constexpr double MostBias = 100;

/// The first parameter that is set though the endpoint is known to refuse it.
std::optional<Parameter> refusedParameter(const SamplingSettings &sampling, Dialect dialect)
{
    for (const Parameter parameter : allParameters()) {
        if (sampling.isSet(parameter) && !carries(dialect, parameter))
            return parameter;
    }
    return {};
}

/// A setting that cannot be put into the dialect's words.
std::optional<Error> unsupportedSetting(const SamplingSettings &sampling, Dialect dialect, const QString &host)
{
    const auto error = [](ErrorKind kind, Parameter parameter, const QString &detail) {
        Error made = failure(kind, detail).error();
        made.parameter = parameterName(parameter);
        return made;
    };
    if (!sampling.jsonSchema.isEmpty()) {
        QJsonParseError fault;
        const QJsonDocument schema = QJsonDocument::fromJson(sampling.jsonSchema.toUtf8(), &fault);
        if (!schema.isObject())
            return error(ErrorKind::BadRequest, Parameter::JsonSchema,
                         u"json_schema: %1"_s.arg(schema.isNull() ? fault.errorString() : u"not a JSON object"_s));
    }
    const bool byText = std::ranges::any_of(sampling.logitBias, [](const LogitBias &bias) { return bias.token < 0; });
    if (byText && dialect != Dialect::LlamaServer)
        return error(ErrorKind::UnsupportedParameter, Parameter::LogitBias,
                     u"%1 takes token ids in logit_bias, not texts"_s.arg(host));
    return {};
}

/// llama-server: pairs, where false bans. The others: an object with ids as keys, where −100 bans.
QJsonValue biasValue(const SamplingSettings &sampling, Dialect dialect)
{
    if (dialect == Dialect::LlamaServer)
        return samplingToJson(sampling).value(parameterName(Parameter::LogitBias));
    QJsonObject map;
    for (const LogitBias &each : sampling.logitBias)
        map.insert(QString::number(each.token), std::clamp(each.bias, -MostBias, MostBias));
    return map;
}

/// The name under which a dialect knows a parameter, where it is not ours.
QString wireName(Parameter parameter, Dialect dialect, const QString &limitName)
{
    if (parameter == Parameter::MaxTokens && !limitName.isEmpty())
        return limitName;
    if (parameter == Parameter::MaxTokens && dialect == Dialect::OpenAi)
        return u"max_completion_tokens"_s;
    if (parameter == Parameter::RepeatPenalty && dialect == Dialect::OpenRouter)
        return u"repetition_penalty"_s;
    return parameterName(parameter);
}

void insertSampling(QJsonObject &body, const SamplingSettings &sampling, Dialect dialect, const QString &limitName)
{
    QJsonObject values = samplingToJson(sampling);
    if (sampling.maxTokens.value_or(0) < 0) // what the servers do by themselves, and not all of them know the word
        values.remove(parameterName(Parameter::MaxTokens));
    if (sampling.topK.value_or(0) < 0 && dialect == Dialect::OpenRouter)
        values.insert(parameterName(Parameter::TopK), 0);
    for (const Parameter parameter : allParameters()) {
        const auto value = values.constFind(parameterName(parameter));
        if (value != values.constEnd() && parameter != Parameter::JsonSchema) // written by withSchema()
            body.insert(wireName(parameter, dialect, limitName), *value);
    }
    if (sampling.seed) // JSON numbers are signed on most servers
        body.insert("seed"_L1, static_cast<qint64>(*sampling.seed & std::numeric_limits<qint64>::max()));
    if (!sampling.logitBias.isEmpty())
        body.insert("logit_bias"_L1, biasValue(sampling, dialect));
    // llama-server's and LM Studio's name is ours; this is vLLM's. Each ignores the other's.
    if (sampling.repeatPenalty && dialect == Dialect::Other)
        body.insert("repetition_penalty"_L1, *sampling.repeatPenalty);
    if (dialect == Dialect::OpenRouter && !values.isEmpty())
        body.insert("provider"_L1, QJsonObject{{u"require_parameters"_s, true}});
}

/// Adds the schema as OpenAI's response_format, in the words of its text: a QJsonObject would sort its properties,
/// and their order is the order in which they are generated.
QByteArray withSchema(QByteArray body, const QString &schema)
{
    if (schema.isEmpty())
        return body;
    body.chop(1);
    return body + R"(,"response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":)"
           + schema.trimmed().toUtf8() + "}}}";
}

/// Adds what the file wants in the body, in the words of the file, for the same reason. "false" leaves out what would be
/// there otherwise (strict servers refuse stream_options).
QByteArray withOwnMembers(QJsonObject body, const QMap<QString, QByteArray> &members, const QString &schema)
{
    QByteArray more;
    for (const auto &[name, value] : members.asKeyValueRange()) {
        if (name == "response_format"_L1 && !schema.isEmpty())
            continue; // the schema of the settings is there
        const bool leaveOut = value == "false" && body.contains(name);
        body.remove(name);
        if (!leaveOut)
            more += ',' + QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact).chopped(1).sliced(1) + ':' + value;
    }
    QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    text.chop(1);
    return withSchema(text + more + '}', schema);
}

QByteArray bodyOf(const GenerationRequest &request, Dialect dialect)
{
    QJsonArray messages;
    for (const Message &message : request.messages) {
        const QJsonValue content = message.parts.isEmpty() ? QJsonValue(message.text) : QJsonValue(partsToJson(message.parts));
        messages.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, content}});
    }
    QJsonObject options{{u"include_usage"_s, true}};
    if (dialect == Dialect::OpenAi)
        options.insert("include_obfuscation"_L1, false); // padding that hides lengths; only costs bytes here
    QJsonObject body{
        {u"model"_s, request.endpoint.model},
        {u"messages"_s, messages},
        {u"stream"_s, true},
        {u"stream_options"_s, options},
    };
    insertSampling(body, request.sampling, dialect, request.endpoint.limitName);
    if (request.wantTrace) {
        body.insert("logprobs"_L1, true);
        body.insert("top_logprobs"_L1, TopLogprobs);
        if (dialect == Dialect::OpenRouter) // a provider that would leave them out in silence is not taken
            body.insert("provider"_L1, QJsonObject{{u"require_parameters"_s, true}});
    }
    return withOwnMembers(std::move(body), request.endpoint.body, request.sampling.jsonSchema);
}

/// A place of the API below the base URL.
QUrl placeBelow(const QUrl &base, const QString &place)
{
    QUrl url = base;
    QString path = base.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + place);
    return url;
}

bool isHeaderText(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c < u' ' || c == u'\x7f'; });
}

} // namespace

Result<WireRequest> OpenAiChatCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    const Endpoint &endpoint = request.endpoint;
    const QUrl &base = endpoint.baseUrl;
    if (base.isEmpty() && !endpoint.addressFrom.isEmpty())
        return failure(ErrorKind::Usage, u"%1 does not hold an http or https address"_s.arg(endpoint.addressFrom),
                       endpoint.shownId());
    if (!base.isValid() || base.host().isEmpty() || (base.scheme() != "http"_L1 && base.scheme() != "https"_L1))
        return failure(ErrorKind::Usage, u"the base URL is not an http or https address"_s, endpoint.shownId());
    const Dialect dialect = providerOf(request).dialect;
    if (const auto refused = refusedParameter(request.sampling, dialect)) {
        const QString name = parameterName(*refused);
        auto error = failure(ErrorKind::UnsupportedParameter, u"%1 does not take %2"_s.arg(base.host(), name));
        error.error().parameter = name;
        return error;
    }
    if (const std::optional<Error> error = unsupportedSetting(request.sampling, dialect, base.host()))
        return std::unexpected(*error);

    WireRequest wire;
    wire.url = placeBelow(base, u"/chat/completions"_s);
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

WireRequest OpenAiChatCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire{.method = "GET", .url = placeBelow(endpoint.baseUrl, u"/models"_s), .headers = {}, .body = {}};
    wire.headers = {{"Accept", "application/json"}};
    if (!key.isEmpty())
        wire.headers.emplaceBack("Authorization", "Bearer " + key.reveal());
    return wire;
}

std::unique_ptr<Framing> OpenAiChatCodec::framing() const
{
    return std::make_unique<SseParser>();
}

std::unique_ptr<AnswerDecoder> OpenAiChatCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<OpenAiChatDecoder>(request.sampling.seed);
}

} // namespace Tempera
