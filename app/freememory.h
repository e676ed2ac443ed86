// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace Tempera {

/// Bytes that this process can still get: what the machine has free (swap space included), or less where a limit of the
/// process or of its container is set. Nothing where that is not known.
[[nodiscard]] std::optional<std::int64_t> freeMemory();

} // namespace Tempera
