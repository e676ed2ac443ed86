// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/embeddingscodec.h"

#include "app/engine/http/framing/wholeframing.h"
#include "app/engine/http/openai/embeddingsdecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {

Result<WireRequest> EmbeddingsCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendable(request, Dialect::Embeddings))
        return std::unexpected(*error);
    QJsonArray texts;
    for (const Message &message : request.messages) {
        if (!message.parts.isEmpty())
            return std::unexpected(partError(u"embeddings"_s, message.parts.constFirst()));
        texts.append(message.text);
    }
    if (texts.isEmpty())
        return failure(ErrorKind::Usage, u"there is no text to embed"_s);
    JsonBody body(QJsonObject{{u"input"_s, texts}, {u"encoding_format"_s, u"float"_s}});
    if (!request.endpoint.model.isEmpty()) // a server of one model needs no name
        body.set(u"model"_s, request.endpoint.model);
    body.takeOver(request.endpoint.body);
    WireRequest wire = postOf(placeBelow(request.endpoint.baseUrl, u"/embeddings"_s), "application/json", body);
    addBearer(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest EmbeddingsCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(endpoint.baseUrl, u"/models"_s));
    addBearer(wire, key);
    return wire;
}

std::unique_ptr<Framing> EmbeddingsCodec::framing() const
{
    return std::make_unique<WholeFraming>();
}

std::unique_ptr<AnswerDecoder> EmbeddingsCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<EmbeddingsDecoder>(request.messages.size());
}

} // namespace Tempera
