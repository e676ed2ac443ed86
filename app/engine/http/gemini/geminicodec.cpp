// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/gemini/geminicodec.h"

#include "app/engine/http/framing/sseparser.h"
#include "app/engine/http/gemini/geminidecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array geminiNames{
    SentName{Parameter::Temperature, "temperature"_L1},
    SentName{Parameter::TopP, "topP"_L1},
    SentName{Parameter::TopK, "topK"_L1},
    SentName{Parameter::MaxTokens, "maxOutputTokens"_L1},
    SentName{Parameter::Stop, "stopSequences"_L1},
    SentName{Parameter::FrequencyPenalty, "frequencyPenalty"_L1},
    SentName{Parameter::PresencePenalty, "presencePenalty"_L1},
};

std::optional<std::uint64_t> seedSent(const SamplingSettings &sampling)
{
    if (!sampling.seed)
        return {};
    return *sampling.seed & static_cast<std::uint64_t>(std::numeric_limits<qint32>::max());
}

/// A part of another API that names its type has the words of this one beside it: {type: fileData, fileData: …}.
QJsonObject geminiPart(const MessagePart &part)
{
    if (const auto *text = std::get_if<TextPart>(&part))
        return {{u"text"_s, text->text}};
    if (const auto *other = std::get_if<OtherPart>(&part)) {
        QJsonObject object = QJsonDocument::fromJson(other->json).object();
        const QJsonObject sound = object.value("input_audio"_L1).toObject();
        if (!sound.isEmpty())
            return {{u"inlineData"_s, QJsonObject{{u"mimeType"_s, u"audio/"_s + sound.value("format"_L1).toString()},
                                                  {u"data"_s, sound.value("data"_L1)}}}};
        object.remove("type"_L1);
        return object;
    }
    const auto &image = std::get<ImagePart>(part);
    if (image.data.isEmpty())
        return {{u"fileData"_s, QJsonObject{{u"fileUri"_s, image.address}}}};
    return {{u"inlineData"_s,
             QJsonObject{{u"mimeType"_s, image.mediaType}, {u"data"_s, QString::fromLatin1(image.data.toBase64())}}}};
}

QJsonArray geminiParts(const Message &message)
{
    QJsonArray parts;
    for (const MessagePart &part : message.parts.isEmpty() ? MessageParts{TextPart{message.text}} : message.parts)
        parts.append(geminiPart(part));
    return parts;
}

/// "low" → {"thinkingLevel":"LOW"}; "none" → no budget.
JsonBody thinkingOf(const QByteArray &effort)
{
    JsonBody thinking;
    const QString word = QJsonDocument::fromJson('[' + effort + ']').array().first().toString();
    if (word == "none"_L1)
        thinking.set(u"thinkingBudget"_s, 0);
    else
        thinking.set(u"thinkingLevel"_s, word.toUpper());
    return thinking;
}

JsonBody configOf(const GenerationRequest &request, const QByteArray &effort)
{
    const SamplingSettings &sampling = request.sampling;
    JsonBody config;
    addSettings(config, sampling, geminiNames);
    if (const auto seed = seedSent(sampling))
        config.set(u"seed"_s, static_cast<qint64>(*seed));
    if (!sampling.jsonSchema.isEmpty()) {
        config.set(u"responseMimeType"_s, u"application/json"_s);
        config.setText(u"responseJsonSchema"_s, sampling.jsonSchema.trimmed().toUtf8());
    }
    if (request.wantTrace) {
        config.set(u"responseLogprobs"_s, true);
        config.set(u"logprobs"_s, TopLogprobs);
    }
    if (!effort.isEmpty())
        config.setText(u"thinkingConfig"_s, thinkingOf(effort).text());
    return config;
}

JsonBody geminiBody(const GenerationRequest &request)
{
    QJsonArray contents;
    QJsonArray system;
    for (const Message &message : request.messages) {
        if (message.role == Role::System) {
            for (const QJsonValue &part : geminiParts(message))
                system.append(part);
            continue;
        }
        const QString role = message.role == Role::Assistant ? u"model"_s : u"user"_s;
        contents.append(QJsonObject{{u"role"_s, role}, {u"parts"_s, geminiParts(message)}});
    }
    JsonBody body(QJsonObject{{u"contents"_s, contents}});
    if (!system.isEmpty())
        body.set(u"systemInstruction"_s, QJsonObject{{u"parts"_s, system}});
    QMap<QString, QByteArray> own = request.endpoint.body;
    const QByteArray effort = own.take(u"reasoning_effort"_s);
    const QByteArray theirs = own.take(u"generationConfig"_s);
    body.takeOver(own);
    body.merge(u"generationConfig"_s, configOf(request, effort), theirs);
    return body;
}

QUrl versionedBase(const Endpoint &endpoint)
{
    const bool isTold = !endpoint.apiVersion.isEmpty();
    return isTold ? placeBelow(withoutVersion(endpoint.baseUrl), u'/' + endpoint.apiVersion)
                  : withVersion(endpoint.baseUrl, u"v1beta"_s);
}

/// "gemini-3-pro" is a model of Google's; "tunedModels/x" says where it is.
QUrl geminiPlace(const Endpoint &endpoint, const QString &method)
{
    const QString model = endpoint.model.contains(u'/') ? endpoint.model : u"models/"_s + endpoint.model;
    QUrl url = placeBelow(versionedBase(endpoint), u'/' + model + u':' + method);
    QUrlQuery query(url);
    query.addQueryItem(u"alt"_s, u"sse"_s);
    url.setQuery(query);
    return url;
}

void addGoogleKey(WireRequest &wire, const Secret &key)
{
    if (!key.isEmpty())
        wire.headers.emplaceBack("x-goog-api-key", key.reveal());
}

} // namespace

Result<WireRequest> GeminiCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendable(request, Dialect::Gemini))
        return std::unexpected(*error);
    const QUrl url = geminiPlace(request.endpoint, u"streamGenerateContent"_s);
    WireRequest wire = postOf(url, "text/event-stream", geminiBody(request));
    addGoogleKey(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest GeminiCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(versionedBase(endpoint), u"/models"_s));
    addGoogleKey(wire, key);
    return wire;
}

std::unique_ptr<Framing> GeminiCodec::framing() const
{
    return std::make_unique<SseParser>();
}

std::unique_ptr<AnswerDecoder> GeminiCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<GeminiDecoder>(seedSent(request.sampling));
}

} // namespace Tempera
