// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/route.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What no wire can carry must not be left out silently.
std::optional<Error> localOnlyError(const GenerationRequest &request)
{
    if (request.endpoint.kind == EndpointKind::Local)
        return {};
    if (!request.score.empty())
        return failure(ErrorKind::BadRequest, u"only local models give the probability of a given text"_s,
                       request.endpoint.shownId())
            .error();
    if (!request.prefix.empty())
        return failure(ErrorKind::BadRequest, u"only local models can go on from the middle of an answer"_s,
                       request.endpoint.shownId())
            .error();
    return {};
}

} // namespace

Error noBackendError(const Endpoint &endpoint)
{
    Error error;
    error.kind = ErrorKind::Usage;
    error.place = endpoint.shownId();
    error.detail = u"this version cannot run the provider \"%1\""_s.arg(endpoint.shownId());
    return error;
}

Route::Way Route::wayTo(const Endpoint &endpoint) const
{
    const auto it = std::ranges::find_if(m_ways, [&](const Way &way) { return way.backend->handles(endpoint); });
    return it == m_ways.end() ? Way() : *it;
}

Backend *Route::backendFor(const Endpoint &endpoint) const
{
    return wayTo(endpoint).backend;
}

std::unique_ptr<BackendJob> Route::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    const Way way = wayTo(request.endpoint);
    std::optional<Error> error = localOnlyError(request);
    if (!way.stage)
        error = noBackendError(request.endpoint);
    if (!error)
        return way.stage->start(request, std::move(stop), std::move(sink));
    sink(Event::Failed{*error});
    return {};
}

} // namespace Tempera
