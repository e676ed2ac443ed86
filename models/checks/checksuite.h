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

/// `min-length` (characters, a number) and `forbidden-words` (a list, or a text with commas) are Tempera's own. Both
/// may stand in `assert`; Tempera writes them under the test's `metadata.tempera.assert`, because promptfoo stops at
/// types that it does not know.
///
/// Check types that this version carries out, without "not-"; for completion and for warnings on load.
[[nodiscard]] QStringList knownCheckTypes();

} // namespace Tempera
