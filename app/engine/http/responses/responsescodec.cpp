// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/responses/responsescodec.h"

#include "app/engine/http/framing/sseparser.h"
#include "app/engine/http/responses/responsesdecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array responsesNames{
    SentName{Parameter::Temperature, "temperature"_L1},
    SentName{Parameter::TopP, "top_p"_L1},
    SentName{Parameter::MaxTokens, "max_output_tokens"_L1},
};

QJsonObject responsesPart(Role role, const MessagePart &part)
{
    if (const auto *text = std::get_if<TextPart>(&part))
        return {{u"type"_s, role == Role::Assistant ? u"output_text"_s : u"input_text"_s}, {u"text"_s, text->text}};
    if (const auto *other = std::get_if<OtherPart>(&part))
        return QJsonDocument::fromJson(other->json).object();
    const auto &image = std::get<ImagePart>(part);
    const QJsonObject url = partsToJson({part}).first().toObject().value("image_url"_L1).toObject();
    QJsonObject object{{u"type"_s, u"input_image"_s}, {u"image_url"_s, url.value("url"_L1)}};
    if (!image.detail.isEmpty())
        object.insert("detail"_L1, image.detail);
    return object;
}

QJsonArray inputOf(const Messages &messages)
{
    QJsonArray input;
    for (const Message &message : messages) {
        if (message.role == Role::System)
            continue;
        QJsonArray parts;
        for (const MessagePart &part : message.parts)
            parts.append(responsesPart(message.role, part));
        const QJsonValue content = parts.isEmpty() ? QJsonValue(message.text) : QJsonValue(parts);
        input.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, content}});
    }
    return input;
}

/// What chat completions have inside of a member of its own ("json_schema", "function") is beside its type here.
QByteArray laidFlat(const QByteArray &json, const QString &inner)
{
    const std::optional<JsonBody> outside = bodyFromText(json);
    const std::optional<JsonBody> inside = outside ? bodyFromText(outside->member(inner)) : std::nullopt;
    if (!inside)
        return json;
    JsonBody rest = *outside;
    rest.remove(inner);
    JsonBody whole;
    whole.merge(inner, rest, outside->member(inner));
    return whole.member(inner);
}

/// `response_format`, as chat completions have it or as it is here.
QByteArray formatOf(const QByteArray &responseFormat)
{
    std::optional<JsonBody> format = bodyFromText(laidFlat(responseFormat, u"json_schema"_s));
    if (!format || format->member(u"type"_s) != "\"json_schema\"")
        return responseFormat;
    if (!format->contains(u"name"_s)) // which it must have
        format->set(u"name"_s, u"answer"_s);
    if (!format->contains(u"strict"_s))
        format->set(u"strict"_s, true);
    return format->text();
}

QByteArray choiceOf(const QByteArray &choice)
{
    return laidFlat(choice, u"function"_s);
}

QByteArray toolsOf(const QByteArray &tools)
{
    const std::optional<QList<QByteArray>> items = itemsFromText(tools);
    if (!items)
        return tools;
    QByteArrayList flat;
    for (const QByteArray &tool : *items)
        flat += laidFlat(tool, u"function"_s);
    return '[' + flat.join(',') + ']';
}

JsonBody responsesBody(const GenerationRequest &request)
{
    JsonBody body(QJsonObject{
        {u"model"_s, request.endpoint.model},
        {u"input"_s, inputOf(request.messages)},
        {u"stream"_s, true},
        {u"store"_s, false},
    });
    if (request.endpoint.baseUrl.host().endsWith("api.openai.com"_L1)) // padding that hides lengths; only costs bytes here
        body.set(u"stream_options"_s, QJsonObject{{u"include_obfuscation"_s, false}});
    if (const QString system = textsOf(request.messages, Role::System); !system.isEmpty())
        body.set(u"instructions"_s, system);
    addSettings(body, request.sampling, responsesNames);
    if (request.wantTrace) {
        body.set(u"include"_s, QJsonArray{u"message.output_text.logprobs"_s});
        body.set(u"top_logprobs"_s, TopLogprobs);
    }
    QMap<QString, QByteArray> own = request.endpoint.body;
    for (const auto &[name, member] : {std::pair{u"tools"_s, &toolsOf}, std::pair{u"tool_choice"_s, &choiceOf}}) {
        if (own.contains(name))
            own.insert(name, member(own.value(name)));
    }
    JsonBody text;
    if (const QByteArray format = own.take(u"response_format"_s); !format.isEmpty())
        text.setText(u"format"_s, formatOf(format));
    if (const QString &schema = request.sampling.jsonSchema; !schema.isEmpty())
        text.setText(u"format"_s,
                     R"({"type":"json_schema","name":"answer","strict":true,"schema":)" + schema.trimmed().toUtf8() + '}');
    if (const QByteArray verbosity = own.take(u"verbosity"_s); !verbosity.isEmpty())
        text.setText(u"verbosity"_s, verbosity);
    JsonBody reasoning;
    if (const QByteArray effort = own.take(u"reasoning_effort"_s); !effort.isEmpty())
        reasoning.setText(u"effort"_s, effort);
    const QByteArray theirText = own.take(u"text"_s);
    const QByteArray theirReasoning = own.take(u"reasoning"_s);
    if (own.value(u"store"_s) == "false") // which it is anyway
        own.remove(u"store"_s);
    body.takeOver(own);
    body.merge(u"text"_s, text, theirText);
    body.merge(u"reasoning"_s, reasoning, theirReasoning);
    return body;
}

} // namespace

Result<WireRequest> ResponsesCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendable(request, Dialect::Responses))
        return std::unexpected(*error);
    WireRequest wire = postOf(placeBelow(request.endpoint.baseUrl, u"/responses"_s), "text/event-stream", responsesBody(request));
    addBearer(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest ResponsesCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(endpoint.baseUrl, u"/models"_s));
    addBearer(wire, key);
    return wire;
}

std::unique_ptr<Framing> ResponsesCodec::framing() const
{
    return std::make_unique<SseParser>();
}

std::unique_ptr<AnswerDecoder> ResponsesCodec::decoder(const GenerationRequest &) const
{
    return std::make_unique<ResponsesDecoder>();
}

} // namespace Tempera
