// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpointoptions.h"

#include <QJsonObject>

namespace Tempera {

/// The most of what can be set for a server.
namespace EndpointLimits {
inline constexpr int Slots = 100;                                ///< Requests at once; HTTP/2 servers commonly allow 100.
inline constexpr qint64 PerMinute = 1'000'000'000'000;           ///< Requests, and tokens.
inline constexpr std::chrono::milliseconds Time{24 * 3'600'000}; ///< A day.
} // namespace EndpointLimits

/// Only what is set; an empty object where nothing is. Nothing that may be a secret (see endpointrules.h) is in it.
[[nodiscard]] QJsonObject endpointOptionsToJson(const EndpointOptions &options);
/// Values of a wrong type, out of range, or that may be secrets are left out, one by one.
[[nodiscard]] EndpointOptions endpointOptionsFromJson(const QJsonObject &object);

} // namespace Tempera
