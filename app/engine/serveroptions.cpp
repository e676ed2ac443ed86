// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/serveroptions.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

QUrl withoutSlashes(const QUrl &url)
{
    QUrl plain = url.adjusted(QUrl::StripTrailingSlash);
    if (plain.path() == QLatin1StringView("/"))
        plain.setPath({});
    return plain;
}

} // namespace

const EndpointOptions *serverOptions(const EngineSettings &settings, const QUrl &baseUrl)
{
    if (settings.endpoints.isEmpty())
        return nullptr;
    const QUrl address = withoutSlashes(baseUrl);
    if (const auto own = settings.endpoints.constFind(address); own != settings.endpoints.cend())
        return &*own;
    const auto pool = std::ranges::find_if(
        settings.endpoints, [&address](const EndpointOptions &options) { return options.members.contains(address); });
    return pool == settings.endpoints.cend() ? nullptr : &*pool;
}

Endpoint withServerHeaders(Endpoint endpoint, const EndpointOptions &options)
{
    const QStringList named = endpoint.headers.keys();
    for (const auto &[name, value] : options.headers.asKeyValueRange()) {
        if (!named.contains(name, Qt::CaseInsensitive))
            endpoint.headers.insert(name, value);
    }
    return endpoint;
}

GenerationRequest withServerOptions(GenerationRequest request, const EndpointOptions &options)
{
    request.endpoint = withServerHeaders(std::move(request.endpoint), options);
    if (options.firstByteLimit > 0ms)
        request.timeouts.firstByte = options.firstByteLimit;
    return request;
}

} // namespace Tempera
