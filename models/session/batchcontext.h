// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/batchservice.h"
#include "models/core/ports/clock.h"
#include "models/core/ports/runstore.h"

namespace Tempera {

/// What sending, following and fetching batches needs; all of it outlives whoever has it.
struct BatchContext {
    RunStore *runs = nullptr;
    const Clock *clock = nullptr;
    BatchService *service = nullptr;
    BatchStore *store = nullptr;
};

} // namespace Tempera
