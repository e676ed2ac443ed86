// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"

#include <optional>

namespace CLI {
class App;
}

namespace Tempera {

/// Where the options of `tempera cache` are read into.
struct CacheArguments {
    CacheListArguments list;
    CacheClearArguments clear;
};

/// `tempera cache list|clear`; `chosen` gets the one that is asked for. All of it outlives the reading.
void addCacheCommand(CLI::App &app, CacheArguments &arguments, std::optional<Arguments> &chosen);

} // namespace Tempera
