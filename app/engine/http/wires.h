// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"

#include <vector>

namespace Tempera {

/// The APIs that can be spoken.
using Wires = std::vector<std::unique_ptr<Codec>>;

/// All that the program speaks. A new one is a folder beside this file and a line in it; who speaks it is data: the
/// provider's id (models/core/endpoint.cpp) or its record in the catalog.
[[nodiscard]] Wires allWires();

/// The codec of a wire; null where nobody here speaks it.
[[nodiscard]] const Codec *codecOf(const Wires &wires, const QString &wire);

} // namespace Tempera
