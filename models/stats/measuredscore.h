// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/celltable.h"

namespace Tempera {

/// What two answers are compared by.
enum class ScoreMeasure {
    Score, ///< The score that the checks gave, as the grid's better and worse are; an answer without one is left out.
    Passes ///< Whether all checks passed; a request that failed is a failure.
};

/// Whether a check said pass, fail or error of it.
[[nodiscard]] bool isEvaluated(const CellSummary &cell);
/// The same of a cell of a table, by index.
[[nodiscard]] bool isEvaluated(const CellTable &cells, std::size_t cell);

/// What a cell counts for; nothing where it says nothing.
[[nodiscard]] std::optional<double> measuredScore(ScoreMeasure measure, const CellSummary &cell);

} // namespace Tempera
