// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"

namespace Tempera {

/// Makes planned cells ready to be asked for: finds the files of local models, and fails the cells that cannot be
/// run (a provider that is not known, a model that is missing). Cells that are final stay as they are.
void prepareCells(std::vector<Cell> &cells, const SessionContext &context);

} // namespace Tempera
