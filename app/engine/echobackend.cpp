// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/echobackend.h"

namespace Tempera {
namespace {

/// An echo is over before anybody could stop it.
class EchoJob final : public BackendJob
{
};

} // namespace

bool EchoBackend::handles(const Endpoint &endpoint) const
{
    return endpoint.kind == EndpointKind::Echo;
}

std::unique_ptr<BackendJob> EchoBackend::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    Event::Finished finished;
    finished.usage.inputTokens = 0;
    finished.usage.outputTokens = 0;
    finished.reproducibility = Reproducibility::Strict;
    if (stop.stop_requested()) {
        finished.reason = FinishReason::Cancelled;
    } else {
        sink(Event::Started{request.endpoint.model});
        if (!request.given.isNull())
            sink(Event::TextDelta{request.given});
        else if (!request.messages.isEmpty())
            sink(Event::TextDelta{contentText(request.messages.constLast())});
    }
    sink(finished);
    return std::make_unique<EchoJob>();
}

void EchoBackend::countTokens(const Endpoint &, const Messages &, PromptForm, std::function<void(Result<TokenCount>)> callback)
{
    callback(TokenCount{0, Exactness::Exact});
}

} // namespace Tempera
