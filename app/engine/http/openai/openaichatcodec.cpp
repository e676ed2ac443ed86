// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/openaichatcodec.h"

#include "app/engine/http/framing/sseparser.h"
#include "app/engine/http/openai/openaichatbody.h"
#include "app/engine/http/openai/openaichatdecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

using namespace Qt::StringLiterals;

namespace Tempera {

Result<WireRequest> OpenAiChatCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    const Dialect dialect = providerOf(request).dialect;
    if (const std::optional<Error> error = unsendableChat(request, dialect))
        return std::unexpected(*error);
    WireRequest wire = postOf(placeBelow(request.endpoint.baseUrl, u"/chat/completions"_s), "text/event-stream",
                              openAiChatBody(request, dialect));
    addBearer(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest OpenAiChatCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(endpoint.baseUrl, u"/models"_s));
    addBearer(wire, key);
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
