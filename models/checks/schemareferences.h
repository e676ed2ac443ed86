// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace Tempera {

/// Whether a JSON schema asks of a value what it asks of the same value already, so that nothing comes of it: `$ref: "#"`,
/// two definitions that refer to each other. References on the way down into a value (`properties`, `items` …) are sound.
/// Of references only those within the schema count.
[[nodiscard]] bool refersToItself(const QJsonObject &schema);

} // namespace Tempera
