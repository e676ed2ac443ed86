// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/cellplanner.h"

#include <utility>

namespace Tempera {

CellPlanner::CellPlanner(const Experiment &experiment, const PlanOptions &options) : m_experiment(experiment), m_options(options)
{
    m_options.keepGoing = [this] { return !isStopped(); };
}

Result<void> CellPlanner::makePlan()
{
    Limits limits;
    limits.stop = [this] { return isStopped(); };
    Result<std::unique_ptr<TemplateEngine>> templates = TemplateEngine::create(limits);
    if (!templates)
        return std::unexpected(templates.error());
    m_templates = *std::move(templates);
    Result<Plan> plan = Plan::of(m_experiment, *m_templates, m_options);
    if (!plan)
        return std::unexpected(plan.error());
    m_plan = *std::move(plan);
    m_renderer.emplace(m_experiment, *m_templates, limits);
    return {};
}

} // namespace Tempera
