// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/anthropic/anthropiccodec.h"

#include "app/engine/http/anthropic/anthropicdecoder.h"
#include "app/engine/http/framing/sseparser.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto newestVersion = "2026-10-21"_L1;
constexpr auto samplingVersion = "2023-06-01"_L1; ///< The last one with temperature, top-p and top-k.
constexpr int fewTokens = 4096;                   ///< What every model can write.

constexpr std::array anthropicNames{
    SentName{Parameter::Temperature, "temperature"_L1},
    SentName{Parameter::TopP, "top_p"_L1},
    SentName{Parameter::TopK, "top_k"_L1},
    SentName{Parameter::MaxTokens, "max_tokens"_L1},
    SentName{Parameter::Stop, "stop_sequences"_L1},
};

QByteArray versionOf(const GenerationRequest &request)
{
    if (!request.endpoint.apiVersion.isEmpty())
        return request.endpoint.apiVersion.toUtf8();
    const auto isSet = [&request](Parameter parameter) { return request.sampling.isSet(parameter); };
    const bool samples = isSet(Parameter::Temperature) || isSet(Parameter::TopP) || isSet(Parameter::TopK);
    return QByteArray((samples ? samplingVersion : newestVersion).latin1());
}

QJsonObject anthropicPart(const MessagePart &part)
{
    if (const auto *text = std::get_if<TextPart>(&part))
        return {{u"type"_s, u"text"_s}, {u"text"_s, text->text}};
    if (const auto *other = std::get_if<OtherPart>(&part))
        return QJsonDocument::fromJson(other->json).object();
    const auto &image = std::get<ImagePart>(part);
    const QJsonObject source = image.data.isEmpty() ? QJsonObject{{u"type"_s, u"url"_s}, {u"url"_s, image.address}}
                                                    : QJsonObject{{u"type"_s, u"base64"_s},
                                                                  {u"media_type"_s, image.mediaType},
                                                                  {u"data"_s, QString::fromLatin1(image.data.toBase64())}};
    return {{u"type"_s, u"image"_s}, {u"source"_s, source}};
}

QJsonArray anthropicParts(const MessageParts &parts)
{
    QJsonArray blocks;
    for (const MessagePart &part : parts)
        blocks.append(anthropicPart(part));
    return blocks;
}

QJsonValue anthropicContent(const Message &message)
{
    return message.parts.isEmpty() ? QJsonValue(message.text) : QJsonValue(anthropicParts(message.parts));
}

/// A text, or blocks where a message has parts (with marks for the cache, perhaps).
QJsonValue systemOf(const Messages &messages)
{
    const bool holdsParts = std::ranges::any_of(
        messages, [](const Message &message) { return message.role == Role::System && !message.parts.isEmpty(); });
    if (!holdsParts)
        return textsOf(messages, Role::System);
    QJsonArray blocks;
    for (const Message &message : messages) {
        if (message.role != Role::System)
            continue;
        for (const QJsonValue &block :
             anthropicParts(message.parts.isEmpty() ? MessageParts{TextPart{message.text}} : message.parts))
            blocks.append(block);
    }
    return blocks;
}

JsonBody anthropicBody(const GenerationRequest &request)
{
    QJsonArray messages;
    for (const Message &message : request.messages) {
        if (message.role != Role::System)
            messages.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, anthropicContent(message)}});
    }
    JsonBody body(QJsonObject{{u"model"_s, request.endpoint.model}, {u"messages"_s, messages}, {u"stream"_s, true}});
    const QJsonValue system = systemOf(request.messages);
    if (system.isArray() || !system.toString().isEmpty())
        body.set(u"system"_s, system);
    body.set(u"max_tokens"_s, static_cast<qint64>(providerOf(request).capabilities.maxOutputTokens.value_or(fewTokens)));
    addSettings(body, request.sampling, anthropicNames);

    QMap<QString, QByteArray> own = request.endpoint.body;
    JsonBody output;
    if (const QByteArray effort = own.take(u"reasoning_effort"_s); !effort.isEmpty())
        output.setText(u"effort"_s, effort);
    if (const QByteArray effort = own.take(u"effort"_s); !effort.isEmpty())
        output.setText(u"effort"_s, effort);
    if (const QByteArray format = own.take(u"output_format"_s); !format.isEmpty()) // as promptfoo has it
        output.setText(u"format"_s, format);
    if (const QString &schema = request.sampling.jsonSchema; !schema.isEmpty())
        output.setText(u"format"_s, R"({"type":"json_schema","schema":)" + schema.trimmed().toUtf8() + '}');
    const QByteArray theirs = own.take(u"output_config"_s);
    body.takeOver(own);
    body.merge(u"output_config"_s, output, theirs);
    return body;
}

void addKey(WireRequest &wire, const Secret &key)
{
    if (!key.isEmpty())
        wire.headers.emplaceBack("x-api-key", key.reveal());
}

} // namespace

Result<WireRequest> AnthropicCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendable(request, Dialect::Anthropic))
        return std::unexpected(*error);
    const QUrl url = placeBelow(withVersion(request.endpoint.baseUrl, u"v1"_s), u"/messages"_s);
    WireRequest wire = postOf(url, "text/event-stream", anthropicBody(request));
    wire.headers.emplaceBack("anthropic-version", versionOf(request));
    addKey(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest AnthropicCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(withVersion(endpoint.baseUrl, u"v1"_s), u"/models"_s));
    wire.headers.emplaceBack("anthropic-version", QByteArray(newestVersion.latin1()));
    addKey(wire, key);
    return wire;
}

std::unique_ptr<Framing> AnthropicCodec::framing() const
{
    return std::make_unique<SseParser>();
}

std::unique_ptr<AnswerDecoder> AnthropicCodec::decoder(const GenerationRequest &) const
{
    return std::make_unique<AnthropicDecoder>();
}

} // namespace Tempera
