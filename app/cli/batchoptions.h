// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/options.h"

#include <functional>

namespace Tempera {

/// `batch write | read | submit | status | fetch | cancel`; `chosen` is called when one of them is read.
void addBatchCommand(CLI::App &app, BatchArguments &batch, const std::function<void()> &chosen);

} // namespace Tempera
