// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/enginesettings.h"
#include "models/core/request.h"

namespace Tempera {

/// What the user has set for the server at an address: its own options, else those of the pool that it is a member of; null where
/// there are none. Valid as long as the settings are.
[[nodiscard]] const EndpointOptions *serverOptions(const EngineSettings &settings, const QUrl &baseUrl);

/// The request as its server's options want it: with their headers, where the experiment names no other value, and with their
/// limit for the first byte.
[[nodiscard]] GenerationRequest withServerOptions(GenerationRequest request, const EndpointOptions &options);

/// The same of an endpoint alone.
[[nodiscard]] Endpoint withServerHeaders(Endpoint endpoint, const EndpointOptions &options);

} // namespace Tempera
