// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/httpbackend.h"

#include "app/engine/http/httpjob.h"
#include "app/engine/http/secretfilter.h"
#include "app/engine/serveroptions.h"
#include "models/core/hosts.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

HttpBackend::HttpBackend(const Clock &clock, Wires wires) : m_clock(clock), m_wires(std::move(wires)) { }

HttpBackend::~HttpBackend() = default;

bool HttpBackend::handles(const Endpoint &endpoint) const
{
    return endpoint.kind == EndpointKind::Remote;
}

Result<Secret> HttpBackend::keyFor(const Endpoint &endpoint) const
{
    if (endpoint.keyName.isEmpty())
        return Secret();
    const bool hasKey = m_keys.contains(endpoint.keyName);
    if (!hasKey && isThisMachine(endpoint.baseUrl.host()))
        return Secret(); // a server on this machine seldom wants one, and says so where it does
    if (!hasKey)
        return failure(ErrorKind::Auth, u"There is no key named %1."_s.arg(endpoint.keyName));
    return m_keys.key(endpoint.keyName);
}

/// What the user has set for its server is part of it.
GenerationRequest HttpBackend::asSent(const GenerationRequest &request) const
{
    const EndpointOptions *options = serverOptions(m_settings, request.endpoint.baseUrl);
    return options ? withServerOptions(request, *options) : request;
}

/// Also the keys of other endpoints: a gateway may hold and tell several.
KnownSecrets HttpBackend::secretsOf(const Endpoint &endpoint)
{
    constexpr qsizetype mostKept = 32; // more variants are seldom asked in turn
    auto known = std::ranges::find(m_secrets, endpoint, &std::pair<Endpoint, KnownSecrets>::first);
    if (known == m_secrets.end()) {
        if (m_secrets.size() >= mostKept)
            m_secrets.removeFirst();
        m_secrets.emplaceBack(endpoint, KnownSecrets(endpoint));
        known = m_secrets.end() - 1;
    }
    KnownSecrets secrets = known->second;
    for (const Secret &key : m_keys.keys())
        secrets.add(key.reveal());
    return secrets;
}

std::unique_ptr<BackendJob> HttpBackend::start(const GenerationRequest &asked, std::stop_token stop, BackendSink sink)
{
    if (stop.stop_requested()) {
        Event::Finished finished;
        finished.reason = FinishReason::Cancelled;
        sink(finished);
        return {};
    }
    const GenerationRequest request = asSent(asked);
    const QString wire = providerOf(request).wire;
    const Codec *codec = codecOf(m_wires, wire);
    if (!codec) {
        sink(Event::Failed{
            failure(ErrorKind::Usage, u"this version does not speak the API \"%1\""_s.arg(wire), placeOf(request.endpoint))
                .error()});
        return {};
    }
    KnownSecrets secrets = secretsOf(asked.endpoint); // the user's own headers are none
    sink = withoutSecrets(secrets, std::move(sink));
    const Result<Secret> key = keyFor(request.endpoint);
    const Result<WireRequest> encoded = key.and_then([&](const Secret &k) { return codec->encode(request, k); });
    if (!encoded) {
        Error error = encoded.error();
        error.place = placeOf(request.endpoint);
        sink(Event::Failed{error});
        return {};
    }
    const Result<ServerNetwork> way = m_networks.reach(serverOptions(m_settings, request.endpoint.baseUrl));
    if (!way) {
        sink(Event::Failed{way.error()});
        return {};
    }
    HttpJob::Task task{*encoded,           codec->framing(),          codec->decoder(request), request.timeouts,
                       std::move(secrets), placeOf(request.endpoint), answerLimits(request),   way->tls};
    return std::make_unique<HttpJob>(*way->manager, m_clock, std::move(task), std::move(stop), std::move(sink));
}

QByteArray HttpBackend::answerKey(const GenerationRequest &asked) const
{
    const GenerationRequest request = asSent(asked);
    const Codec *codec = codecOf(m_wires, providerOf(request).wire);
    if (!codec)
        return {};
    const Result<WireRequest> wire = codec->encode(request, {});
    if (!wire)
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) { hash.addData(QByteArray::number(part.size()) + ':' + part); };
    add(wire->method);
    add(wire->url.toEncoded());
    for (const auto &[name, value] : wire->headers) // the version of an API may be one
        add(name.toLower() + ':' + value);
    add(wire->body);
    add(QByteArray::number(request.key.repeat));
    return hash.result();
}

void HttpBackend::countTokens(const Endpoint &endpoint, const Messages &, PromptForm,
                              std::function<void(Result<TokenCount>)> callback)
{
    callback(failure(ErrorKind::Usage, u"a remote endpoint does not count tokens"_s, placeOf(endpoint)));
}

} // namespace Tempera
