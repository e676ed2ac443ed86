// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/trust.h"

namespace Tempera {

/// Where the grants of the user are kept from one start to the next. Small; the caller waits.
class TrustStore
{
public:
    virtual ~TrustStore() = default;
    /// Nothing where nothing was kept yet. What cannot be read is an error, and allows nothing.
    [[nodiscard]] virtual Result<Trust> load() const = 0;
    [[nodiscard]] virtual Result<void> save(const Trust &trust) = 0;
};

} // namespace Tempera
