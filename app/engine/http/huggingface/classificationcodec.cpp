// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/huggingface/classificationcodec.h"

#include "app/engine/http/framing/wholeframing.h"
#include "app/engine/http/huggingface/classificationdecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

using namespace Qt::StringLiterals;

namespace Tempera {

Result<WireRequest> ClassificationCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendable(request, Dialect::Classification))
        return std::unexpected(*error);
    for (const Message &message : request.messages) {
        if (!message.parts.isEmpty())
            return std::unexpected(partError(u"text classification"_s, message.parts.constFirst()));
    }
    const QString text = textsOf(request.messages, Role::User);
    if (text.isEmpty())
        return failure(ErrorKind::Usage, u"there is no text to classify"_s);
    JsonBody body(QJsonObject{{u"inputs"_s, text}});
    body.takeOver(request.endpoint.body);
    const QUrl place = placeBelow(request.endpoint.baseUrl, u"/models/"_s + request.endpoint.model);
    WireRequest wire = postOf(place, "application/json", body);
    addBearer(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest ClassificationCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(endpoint.baseUrl, u"/models"_s));
    addBearer(wire, key);
    return wire;
}

std::unique_ptr<Framing> ClassificationCodec::framing() const
{
    return std::make_unique<WholeFraming>();
}

std::unique_ptr<AnswerDecoder> ClassificationCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<ClassificationDecoder>(textsOf(request.messages, Role::System));
}

} // namespace Tempera
