// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/options.h"

namespace Tempera {

/// The options of `tempera cost`, read into `cost`, which outlives the app.
void addCostOptions(CLI::App &command, CostArguments &cost);
/// Ends the reading where something is missing.
void settleCost(const CostArguments &cost);
/// --max-cost, --allow-unknown-cost.
void addMaxCost(CLI::App &command, RunArguments &run);
/// The options of `tempera spend`, the same way.
void addSpendOptions(CLI::App &command, SpendArguments &spend);

} // namespace Tempera
