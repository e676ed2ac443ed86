// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/plan.h"
#include "models/experiment/promptrenderer.h"

#include <vector>

namespace Tempera {

/// All cells of a plan with their prompts, as a run would ask for them one after the other.
inline Result<std::vector<Cell>> plannedCells(const Experiment &experiment, TemplateEngine &templates,
                                              const PlanOptions &options = {})
{
    const Result<Plan> plan = Plan::of(experiment, templates, options);
    if (!plan)
        return std::unexpected(plan.error());
    PromptRenderer renderer(experiment, templates);
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < plan->size(); ++i) {
        cells.push_back(plan->cell(plan->key(i)));
        renderer.render(cells.back());
    }
    return cells;
}

} // namespace Tempera
