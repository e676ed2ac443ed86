// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <QByteArray>

namespace Tempera {

/// The attempts of a cell and what its plan asked, as JSON for the ledger and without secrets; empty where there was one.
[[nodiscard]] QByteArray attemptsToJson(const Cell &cell);

/// Puts them back into a cell.
void attemptsFromJson(const QByteArray &json, Cell &cell);
/// The attempts alone.
[[nodiscard]] CellAttempts attemptsFromJson(const QByteArray &json);

} // namespace Tempera
