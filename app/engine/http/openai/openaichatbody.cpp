// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/openaichatbody.h"

#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// OpenAI's range of a logit bias; its lowest bans a token.
constexpr double MostBias = 100;

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

bool isLikeOpenAi(Dialect dialect)
{
    return dialect == Dialect::OpenAi || dialect == Dialect::Azure;
}

/// The name under which a dialect knows a parameter, where it is not ours.
QString wireName(Parameter parameter, Dialect dialect, const QString &limitName)
{
    if (parameter == Parameter::MaxTokens && !limitName.isEmpty())
        return limitName;
    if (parameter == Parameter::MaxTokens && isLikeOpenAi(dialect))
        return u"max_completion_tokens"_s;
    if (parameter == Parameter::RepeatPenalty && dialect == Dialect::OpenRouter)
        return u"repetition_penalty"_s;
    return parameterName(parameter);
}

void insertSampling(JsonBody &body, const SamplingSettings &sampling, Dialect dialect, const QString &limitName)
{
    QJsonObject values = samplingToJson(sampling);
    if (sampling.maxTokens.value_or(0) < 0) // what the servers do by themselves, and not all of them know the word
        values.remove(parameterName(Parameter::MaxTokens));
    if (sampling.topK.value_or(0) < 0 && dialect == Dialect::OpenRouter)
        values.insert(parameterName(Parameter::TopK), 0);
    for (const Parameter parameter : allParameters()) {
        const auto value = values.constFind(parameterName(parameter));
        if (value != values.constEnd() && parameter != Parameter::JsonSchema) // written by insertSchema()
            body.set(wireName(parameter, dialect, limitName), *value);
    }
    if (sampling.seed) // JSON numbers are signed on most servers
        body.set(u"seed"_s, static_cast<qint64>(*sampling.seed & std::numeric_limits<qint64>::max()));
    if (!sampling.logitBias.isEmpty())
        body.set(u"logit_bias"_s, biasValue(sampling, dialect));
    // llama-server's and LM Studio's name is ours; this is vLLM's. Each ignores the other's.
    if (sampling.repeatPenalty && dialect == Dialect::Other)
        body.set(u"repetition_penalty"_s, *sampling.repeatPenalty);
}

/// As OpenAI's response_format, in the words of its text. The schema of the settings counts more than the file's.
void insertSchema(JsonBody &body, const QString &schema)
{
    if (schema.isEmpty())
        return;
    body.setText(u"response_format"_s, R"({"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":)"
                                           + schema.trimmed().toUtf8() + "}}");
}

QJsonArray chatMessages(const Messages &messages)
{
    QJsonArray list;
    for (const Message &message : messages) {
        const QJsonValue content = message.parts.isEmpty() ? QJsonValue(message.text) : QJsonValue(partsToJson(message.parts));
        list.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, content}});
    }
    return list;
}

} // namespace

std::optional<Error> unsendableChat(const GenerationRequest &request, Dialect dialect)
{
    if (std::optional<Error> error = unsendable(request, dialect))
        return error;
    const bool byText = std::ranges::any_of(request.sampling.logitBias, [](const LogitBias &bias) { return bias.token < 0; });
    if (byText && dialect != Dialect::LlamaServer)
        return settingError(ErrorKind::UnsupportedParameter, Parameter::LogitBias,
                            u"%1 takes token ids in logit_bias, not texts"_s.arg(request.endpoint.baseUrl.host()));
    return {};
}

JsonBody openAiChatBody(const GenerationRequest &request, Dialect dialect)
{
    QJsonObject options{{u"include_usage"_s, true}};
    if (dialect == Dialect::OpenAi)
        options.insert("include_obfuscation"_L1, false); // padding that hides lengths; only costs bytes here
    JsonBody body(QJsonObject{
        {u"model"_s, request.endpoint.model},
        {u"messages"_s, chatMessages(request.messages)},
        {u"stream"_s, true},
        {u"stream_options"_s, options},
    });
    const SamplingSettings &sampling = request.sampling;
    insertSampling(body, sampling, dialect, request.endpoint.limitName);
    if (request.wantTrace) {
        body.set(u"logprobs"_s, true);
        body.set(u"top_logprobs"_s, TopLogprobs);
    }
    body.takeOver(request.endpoint.body);
    // A provider that would leave out in silence what is set is not taken.
    if (dialect == Dialect::OpenRouter && (request.wantTrace || sampling != SamplingSettings()))
        body.merge(u"provider"_s, JsonBody(QJsonObject{{u"require_parameters"_s, true}}),
                   request.endpoint.body.value(u"provider"_s));
    insertSchema(body, sampling.jsonSchema);
    return body;
}

} // namespace Tempera
