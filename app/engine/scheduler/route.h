// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"

#include <vector>

namespace Tempera {

/// The stage that chooses who answers: the first backend that handles the endpoint. Refuses what nobody here can do, and
/// what no wire can carry, which must not be left out silently.
class Route final : public Stage
{
public:
    /// A backend, and the stage through which it is reached. Both outlive the route.
    struct Way {
        Backend *backend = nullptr;
        Stage *stage = nullptr;
    };

    explicit Route(std::vector<Way> ways) : m_ways(std::move(ways)) { }

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// Null where nobody handles it.
    [[nodiscard]] Backend *backendFor(const Endpoint &endpoint) const;

private:
    [[nodiscard]] Way wayTo(const Endpoint &endpoint) const;

    std::vector<Way> m_ways;
};

/// Why an endpoint cannot be used: nothing here speaks its kind.
[[nodiscard]] Error noBackendError(const Endpoint &endpoint);

} // namespace Tempera
