// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/plan.h"
#include "models/experiment/promptrenderer.h"

#include <atomic>
#include <memory>
#include <optional>

namespace Tempera {

/// Plans a run and renders the prompts of its cells as they are wanted. It works on one thread at a time, that of the
/// background where there is one; stop() and the finished plan are for any thread.
class CellPlanner
{
public:
    CellPlanner(const Experiment &experiment, const PlanOptions &options);

    /// Makes the plan; nothing else before it. Errors are those of Plan::of() and of the template engine.
    [[nodiscard]] Result<void> makePlan();
    [[nodiscard]] const Plan &plan() const { return m_plan; }
    /// See PromptRenderer::render(). After stop() it may fail cells that are sound.
    void render(Cell &cell, const EarlierAnswers &earlier = {}) { m_renderer->render(cell, earlier); }

    /// Renders other texts of the experiment; ends with it. On the thread that works on the plan.
    [[nodiscard]] TemplateEngine &templates() { return *m_templates; }

    /// Ends what is being rendered; nothing more is worth rendering.
    void stop() { m_isStopped = true; }
    [[nodiscard]] bool isStopped() const { return m_isStopped; }

private:
    Experiment m_experiment;
    PlanOptions m_options;
    Plan m_plan;
    std::unique_ptr<TemplateEngine> m_templates;
    std::optional<PromptRenderer> m_renderer; ///< Uses the engine: goes before it.
    std::atomic_bool m_isStopped = false;
};

} // namespace Tempera
