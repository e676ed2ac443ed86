// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/azurechatcodec.h"

#include "app/engine/http/framing/sseparser.h"
#include "app/engine/http/openai/openaichatbody.h"
#include "app/engine/http/openai/openaichatdecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto azureVersion = "2024-10-21"_L1; ///< The newest of the older API that is no preview.
constexpr auto versionName = "api-version"_L1;

/// ".../openai", whatever of it the base URL has.
QUrl azureBase(const Endpoint &endpoint)
{
    const QUrl base = endpoint.baseUrl.adjusted(QUrl::StripTrailingSlash);
    return base.path().contains("/openai"_L1) ? base : placeBelow(base, u"/openai"_s);
}

bool isNewerApi(const QUrl &base)
{
    return base.path().endsWith("/openai/v1"_L1);
}

QUrl withApiVersion(QUrl url, const Endpoint &endpoint)
{
    QUrlQuery query(url);
    if (endpoint.apiVersion.isEmpty() && query.hasQueryItem(versionName))
        return url;
    query.removeAllQueryItems(versionName);
    query.addQueryItem(versionName, endpoint.apiVersion.isEmpty() ? azureVersion : endpoint.apiVersion);
    url.setQuery(query);
    return url;
}

QUrl chatPlace(const Endpoint &endpoint)
{
    const QUrl base = azureBase(endpoint);
    if (isNewerApi(base))
        return placeBelow(base, u"/chat/completions"_s);
    return withApiVersion(placeBelow(base, u"/deployments/"_s + endpoint.model + u"/chat/completions"_s), endpoint);
}

void addAzureKey(WireRequest &wire, const Secret &key)
{
    if (!key.isEmpty())
        wire.headers.emplaceBack("api-key", key.reveal());
}

} // namespace

Result<WireRequest> AzureChatCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendableChat(request, Dialect::Azure))
        return std::unexpected(*error);
    WireRequest wire = postOf(chatPlace(request.endpoint), "text/event-stream", openAiChatBody(request, Dialect::Azure));
    addAzureKey(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest AzureChatCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    const QUrl base = azureBase(endpoint);
    const QUrl place = placeBelow(base, u"/models"_s);
    WireRequest wire = listingOf(isNewerApi(base) ? place : withApiVersion(place, endpoint));
    addAzureKey(wire, key);
    return wire;
}

std::unique_ptr<Framing> AzureChatCodec::framing() const
{
    return std::make_unique<SseParser>();
}

std::unique_ptr<AnswerDecoder> AzureChatCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<OpenAiChatDecoder>(request.sampling.seed);
}

} // namespace Tempera
