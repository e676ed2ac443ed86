// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/llamacpp/completioncodec.h"

#include "app/engine/http/framing/sseparser.h"
#include "app/engine/http/llamacpp/completiondecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Every setting under our name, which is llama-server's, but two.
std::vector<SentName> completionNames()
{
    std::vector<SentName> names;
    for (const Parameter parameter : allParameters()) {
        if (parameter != Parameter::JsonSchema)
            names.push_back({parameter, parameter == Parameter::MaxTokens ? "n_predict"_L1 : parameterFacts(parameter).name});
    }
    return names;
}

JsonBody completionBody(const GenerationRequest &request)
{
    QString prompt;
    for (const Message &message : request.messages)
        prompt += message.text;
    JsonBody body(QJsonObject{{u"prompt"_s, prompt}, {u"stream"_s, true}});
    if (!request.endpoint.model.isEmpty()) // a router's choice
        body.set(u"model"_s, request.endpoint.model);
    addSettings(body, request.sampling, completionNames());
    if (request.sampling.topK.value_or(0) < 0) // what is not sent is 40
        body.set(u"top_k"_s, -1);
    if (request.wantTrace)
        body.set(u"n_probs"_s, TopLogprobs);
    body.takeOver(request.endpoint.body);
    if (!request.sampling.jsonSchema.isEmpty())
        body.setText(u"json_schema"_s, request.sampling.jsonSchema.trimmed().toUtf8());
    return body;
}

} // namespace

Result<WireRequest> CompletionCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendable(request, Dialect::LlamaServer))
        return std::unexpected(*error);
    for (const Message &message : request.messages) {
        const auto other =
            std::ranges::find_if(message.parts, [](const MessagePart &part) { return !std::holds_alternative<TextPart>(part); });
        if (other != message.parts.end())
            return std::unexpected(partError(u"llama-server's completion"_s, *other));
    }
    const QUrl url = placeBelow(withoutVersion(request.endpoint.baseUrl), u"/completion"_s);
    WireRequest wire = postOf(url, "text/event-stream", completionBody(request));
    addBearer(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest CompletionCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(withVersion(endpoint.baseUrl, u"v1"_s), u"/models"_s));
    addBearer(wire, key);
    return wire;
}

std::unique_ptr<Framing> CompletionCodec::framing() const
{
    return std::make_unique<SseParser>();
}

std::unique_ptr<AnswerDecoder> CompletionCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<CompletionDecoder>(request.sampling.seed);
}

} // namespace Tempera
