// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/moderationcodec.h"

#include "app/engine/http/framing/wholeframing.h"
#include "app/engine/http/openai/moderationdecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The names in the system message; empty = all categories count. Nothing where that message is no list of names.
std::optional<QStringList> wantedCategories(const Messages &messages)
{
    QStringList names;
    for (const Message &message : messages) {
        if (message.role != Role::System)
            continue;
        const QJsonDocument list = QJsonDocument::fromJson(message.text.toUtf8());
        if (!list.isArray())
            return std::nullopt;
        for (const QJsonValue &name : list.array())
            names += name.toString();
    }
    return names;
}

} // namespace

Result<WireRequest> ModerationCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendable(request, Dialect::Moderation))
        return std::unexpected(*error);
    if (!wantedCategories(request.messages))
        return failure(ErrorKind::Usage, u"an endpoint for moderation looks at one text and takes no instructions"_s);
    for (const Message &message : request.messages) {
        if (!message.parts.isEmpty())
            return std::unexpected(partError(u"moderations"_s, message.parts.constFirst()));
    }
    const QString text = textsOf(request.messages, Role::User);
    if (text.isEmpty())
        return failure(ErrorKind::Usage, u"there is no text to look at"_s);
    JsonBody body(QJsonObject{{u"input"_s, text}});
    if (!request.endpoint.model.isEmpty()) // a server of one model needs no name
        body.set(u"model"_s, request.endpoint.model);
    body.takeOver(request.endpoint.body);
    WireRequest wire = postOf(placeBelow(request.endpoint.baseUrl, u"/moderations"_s), "application/json", body);
    addBearer(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest ModerationCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(endpoint.baseUrl, u"/models"_s));
    addBearer(wire, key);
    return wire;
}

std::unique_ptr<Framing> ModerationCodec::framing() const
{
    return std::make_unique<WholeFraming>();
}

std::unique_ptr<AnswerDecoder> ModerationCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<ModerationDecoder>(wantedCategories(request.messages).value_or(QStringList()));
}

} // namespace Tempera
