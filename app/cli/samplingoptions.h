// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"

namespace CLI {
class App;
}

namespace Tempera {

/// One option for every parameter of generation.
void addSamplingOptions(CLI::App &command, GenerateArguments &arguments);

} // namespace Tempera
