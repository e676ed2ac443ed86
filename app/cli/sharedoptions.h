// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/options.h"

namespace Tempera {

/// --output: files with results.
void addOutputOption(CLI::App &app, QStringList &outputs);

/// --env-file: see takeEnvFiles().
void addEnvFileOption(CLI::App &command, QStringList &files);

/// --allow-key, --allow-files, --allow-env, --env-file, --remember.
void addTrustOptions(CLI::App &command, RunArguments &run);

} // namespace Tempera
