// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"
#include "models/text/prompttemplate.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace Tempera {

/// What is to be run of an experiment.
struct PlanOptions {
    int repeat = 0;         ///< 0 = the experiment's own.
    QString filterPattern;  ///< Regular expression over case descriptions and variable values; empty = all.
    QList<int> caseIndexes; ///< Empty = all.
    RetrySettings retry;
    std::optional<std::chrono::milliseconds> deadline = {}; ///< Of each cell; 0 = none. Nothing = the experiment's own.
    bool wantTrace = false;
    /// Asked before each case; false ends the planning with the cases so far. Empty = all are planned.
    std::function<bool()> goOn = {};
    bool strict = false; ///< All local cells, whatever their variants say.
    /// Bytes that the planned cells may take, by estimate; a larger plan is refused. Nothing = as many as there is room for.
    std::optional<std::int64_t> memoryLimit = {};
};

/// Cells in the order in which they are run: case by case, so that one row fills before the next.
/// A cell whose rendering fails has state Failed with its error; the others are not touched by it. A prompt that is no
/// template (see promptProblems()) is an error of the whole: nothing is to be paid for what cannot be meant.
[[nodiscard]] Result<std::vector<Cell>> planCells(const Experiment &experiment, TemplateEngine &templates,
                                                  const PlanOptions &options);

} // namespace Tempera
