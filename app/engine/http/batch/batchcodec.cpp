// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/batchcodec.h"

#include "app/engine/http/batch/anthropicbatch.h"
#include "app/engine/http/batch/geminibatch.h"
#include "app/engine/http/batch/openaibatch.h"
#include "app/engine/http/httperrors.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {

Result<QByteArray> BatchCodec::place(const GenerationRequest &request) const
{
    const Result<WireRequest> wire = m_codec.encode(request, {});
    if (!wire)
        return std::unexpected(wire.error());
    QByteArray place = wire->url.toEncoded() + '\n' + request.endpoint.keyName.toUtf8();
    for (const auto &[name, value] : wire->headers)
        place += '\n' + name.toLower() + ": " + value;
    return place;
}

Result<QByteArray> BatchCodec::bodyOf(GenerationRequest request) const
{
    const Result<WireRequest> streamed = m_codec.encode(request, {});
    if (!streamed)
        return std::unexpected(streamed.error());
    // "false" leaves a member out, and only what is there is to be left out; the order inside the others counts.
    const QJsonObject body = QJsonDocument::fromJson(streamed->body).object();
    for (const QString &name : {u"stream"_s, u"stream_options"_s}) {
        if (body.contains(name))
            request.endpoint.body.insert(name, "false");
    }
    return m_codec.encode(request, {}).transform([](const WireRequest &wire) { return wire.body; });
}

Result<WireRequest> BatchCodec::beside(const Endpoint &endpoint, const Secret &key, const QByteArray &method,
                                       const QString &place, const QByteArray &body) const
{
    WireRequest wire = m_codec.listing(endpoint, key);
    QUrl base = wire.url;
    base.setPath(base.path().chopped(u"/models"_s.size()));
    wire.url = placeBelow(base, place);
    wire.method = method;
    wire.body = body;
    if (!body.isEmpty())
        wire.headers.emplaceBack("Content-Type", "application/json");
    return withOwnHeaders(std::move(wire), endpoint);
}

Result<QJsonObject> BatchCodec::objectOf(const QByteArray &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject())
        return failure(ErrorKind::Protocol, u"the answer is no JSON object"_s);
    return document.object();
}

bool BatchCodec::isPlainName(const QString &name)
{
    static const QRegularExpression form(u"^[A-Za-z0-9][A-Za-z0-9_-]{0,199}$"_s);
    return form.match(name).hasMatch();
}

Result<void> BatchCodec::needsId(const BatchRecord &record)
{
    if (record.id.isEmpty())
        return failure(ErrorKind::Usage, u"the provider has not told the name of this batch"_s);
    return {};
}

std::unique_ptr<BatchCodec> batchCodecOf(const Wires &wires, const QString &wire)
{
    const Codec *codec = codecOf(wires, wire);
    if (!codec)
        return {};
    if (wire == openAiChatWire)
        return std::make_unique<OpenAiBatch>(*codec, u"/v1/chat/completions"_s);
    if (wire == responsesWire)
        return std::make_unique<OpenAiBatch>(*codec, u"/v1/responses"_s);
    if (wire == anthropicWire)
        return std::make_unique<AnthropicBatch>(*codec);
    if (wire == geminiWire)
        return std::make_unique<GeminiBatch>(*codec);
    return {};
}

} // namespace Tempera
