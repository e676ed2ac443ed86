// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ports/cachebrowser.h"

namespace Tempera {

std::optional<Money> KeptAnswer::saved() const
{
    if (hits == 0)
        return Money();
    return cost ? std::optional(*cost * hits) : std::nullopt;
}

} // namespace Tempera
