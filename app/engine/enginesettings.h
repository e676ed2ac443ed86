// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/endpointoptions.h"

#include <QHash>
#include <QUrl>

#include <chrono>

namespace Tempera {

/// Requests to one remote host at once; more slots are not given. HTTP/2 servers commonly allow 100 streams; what is
/// beyond would wait inside Qt, unseen.
inline constexpr int MaxHttpSlots = 100;

/// What the program may turn on the engine as a whole. A value; given at the start and by setSettings().
struct EngineSettings {
    int httpSlots = 6;                                ///< Requests at once for one remote model (base URL + model); at least 1.
    int localSlots = 8;                               ///< Sequences at once for one local model; at least 1.
    int otherSlots = 64;                              ///< For endpoints that cost nothing, such as echo.
    std::chrono::milliseconds flushInterval{33};      ///< Least time between two batches of one stream; 0 = none.
    std::chrono::milliseconds retryDeadline{600'000}; ///< No retry begins later than this after the first attempt.
    /// What Timeouts::total is for an endpoint in the network where a request does not say; zero = no limit.
    std::chrono::milliseconds remoteDeadline{1'800'000};
    QHash<QUrl, EndpointOptions> endpoints = {}; ///< By base URL, without a slash at its end; those that are not named have none.
};

/// What is set for the server of an endpoint; all as usual where nothing is.
[[nodiscard]] inline EndpointOptions endpointOptionsOf(const EngineSettings &settings, const Endpoint &endpoint)
{
    QUrl address = endpoint.baseUrl;
    QString path = address.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    address.setPath(path);
    return settings.endpoints.value(address);
}

} // namespace Tempera
