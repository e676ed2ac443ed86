// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "models/session/runrace.h"

#include <optional>

namespace Tempera {

/// --race, and how; each of the others asks for a race too.
void addRaceOptions(CLI::App &command, std::optional<RaceSettings> &race);

} // namespace Tempera
