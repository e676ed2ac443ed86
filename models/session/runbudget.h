// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/request.h"
#include "models/pricing/budget.h"

#include <expected>
#include <unordered_map>

namespace Tempera {

struct RunOptions;

/// The budget of one run: what its cells and its judges may cost at most, and what is set aside for those under way.
class RunBudget
{
public:
    RunBudget() = default;
    /// `spent` by earlier parts of the run.
    explicit RunBudget(const RunOptions &options, Money spent = {});

    [[nodiscard]] const Budget &limits() const { return m_limits; }
    /// By this run so far, cells whose checks are under way and judges included.
    [[nodiscard]] Money spent() const { return m_meter.spent(); }
    /// Whether a limit holds for a request: else its worst case need not be known.
    [[nodiscard]] bool isLimited(const GenerationRequest &request) const;

    /// The most that a cell may cost whose prompt is ready.
    void setWorst(int cell, const Cost &worst) { m_worst.insert_or_assign(cell, worst); }
    /// Whether a cell may start; where it may, that is set aside.
    [[nodiscard]] BudgetDecision startCell(int cell, const GenerationRequest &request);
    /// It has cost so much; nothing = nobody knows.
    void endCell(int cell, const GenerationRequest &request, const std::optional<Money> &cost);
    /// The same for a judge's question: see GraderHooks::mayAsk.
    [[nodiscard]] std::expected<bool, QString> startJudge(int number, const GenerationRequest &request);
    void endJudge(int number, const std::optional<Money> &cost);

private:
    Budget m_limits;
    BudgetMeter m_meter;
    std::unordered_map<int, Cost> m_worst;
    std::unordered_map<int, BudgetClaim> m_cells;
    std::unordered_map<int, BudgetClaim> m_judges;
};

} // namespace Tempera
