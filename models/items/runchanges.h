// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/resultlookup.h"

#include <QString>

namespace Tempera {

/// "changed since: prompts 1 · added since: cases 2", or that nothing has; translated.
[[nodiscard]] QString changesText(const ResultLookup &lookup);

} // namespace Tempera
