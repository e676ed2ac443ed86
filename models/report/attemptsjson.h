// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellattempt.h"

#include <QJsonArray>

namespace Tempera {

/// Who was asked for a cell in turn: how each attempt ended, what it said, used and cost (US dollars, null = unknown), and which one
/// gave the result.
[[nodiscard]] QJsonArray attemptsJson(const CellAttempts &attempts);

} // namespace Tempera
