// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/echobackend.h"

#include "models/core/jsontext.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// An echo is over before anybody could stop it.
class EchoJob final : public BackendJob
{
};

QString echoedText(const QString &text)
{
    return QString::fromUtf8(jsonText(text));
}

/// A chat as promptfoo writes it, role first, two spaces a level; one message of the user as it is.
QString echoOf(const Messages &messages)
{
    if (messages.size() == 1 && messages.first().role == Role::User)
        return contentText(messages.first());
    QStringList items;
    for (const Message &message : messages)
        items += u"  {\n    \"role\": %1,\n    \"content\": %2\n  }"_s.arg(echoedText(roleName(message.role)),
                                                                           echoedText(contentText(message)));
    return u"[\n"_s + items.join(u",\n"_s) + u"\n]"_s;
}

} // namespace

QString promptAsText(const GenerationRequest &request)
{
    if (!request.given.isNull())
        return request.given;
    return request.messages.isEmpty() ? QString() : echoOf(request.messages);
}

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
        if (!request.given.isNull() || !request.messages.isEmpty())
            sink(Event::TextDelta{promptAsText(request)});
    }
    sink(finished);
    return std::make_unique<EchoJob>();
}

void EchoBackend::countTokens(const Endpoint &, const Messages &, PromptForm, std::function<void(Result<TokenCount>)> callback)
{
    callback(TokenCount{0, Exactness::Exact});
}

} // namespace Tempera
