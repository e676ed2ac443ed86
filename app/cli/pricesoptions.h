// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace Tempera {

/// `tempera prices` with its verbs. `chosen` is called when one of them was read.
void addPricesOptions(CLI::App &app, PricesArguments &prices, const std::function<void()> &chosen);

} // namespace Tempera
