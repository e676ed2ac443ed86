// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/casechoice.h"
#include "app/cli/namedparts.h"
#include "app/cli/options.h"

namespace Tempera {

/// --filter-first-n, --filter-sample, --filter-range, --filter-providers, --filter-prompts, --filter-failing, --var.
void addCaseOptions(CLI::App &command, CaseChoice &choice);

/// --prompts, --providers, --tests.
void addPartOptions(CLI::App &command, NamedParts &parts);

/// --filter-pattern.
void addFilterPattern(CLI::App &command, QString &pattern);

} // namespace Tempera
