// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"

#include <chrono>
#include <optional>

namespace Tempera {

/// --deadline: in seconds.
void addDeadline(CLI::App &command, std::optional<std::chrono::milliseconds> &deadline, const char *description);

/// --delay: in milliseconds.
void addDelay(CLI::App &command, std::optional<std::chrono::milliseconds> &delay);

} // namespace Tempera
