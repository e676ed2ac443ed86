// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"

namespace Tempera {

/// Carries out checks on a finished cell. Pure; any thread; one call at a time for one object.
/// `variables` are rendered into the checks' values ("equals: {{ expected }}").
[[nodiscard]] Grade gradeCell(const Cell &cell, const QList<CheckSpec> &checks, const Variables &variables,
                              std::optional<double> threshold);

} // namespace Tempera
