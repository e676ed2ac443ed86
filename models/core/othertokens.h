// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <cstdint>

namespace Tempera {

/// The tokens of a cell beside those of its answer (Cell::usage), so that both together are of the same requests as its cost with
/// its judges: those of the attempts that did not become its result, and of all judges; less the answer's own where that came
/// from the cache of answers and nothing was asked. So a sum may be negative. Unknown counts count for nothing.
struct OtherTokens {
    std::int64_t input = 0;
    std::int64_t cachedInput = 0; ///< Part of `input` that providers had in their cache.
    std::int64_t output = 0;

    bool operator==(const OtherTokens &) const = default;
};

[[nodiscard]] OtherTokens otherTokens(const Cell &cell);

} // namespace Tempera
