// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/core/request.h"
#include "models/pricing/budget.h"

#include <expected>
#include <unordered_map>
#include <utility>

namespace Tempera {

struct RunOptions;

/// The budget of one run: what its cells and its judges may cost at most, and what is set aside for those under way.
class RunBudget
{
public:
    RunBudget() = default;
    /// `spent` by earlier parts of the run. `all` is what all runs share, and outlives it; null = this run counts for itself.
    explicit RunBudget(const RunOptions &options, Money spent = {}, SharedSpending *all = nullptr);

    [[nodiscard]] const Budget &limits() const { return m_limits; }
    /// By this run so far, cells whose checks are under way and judges included.
    [[nodiscard]] Money spent() const { return m_meter.spent(); }
    /// Today, by all runs.
    [[nodiscard]] Money spentOfDay() const { return m_meter.spentOfDay(); }
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
    /// The ledger has the cell with all that it cost.
    void saved(const Cell &cell);
    /// The run is over.
    void close();
    /// Whether something had to wait since this was asked last; see SharedSpending::eased().
    [[nodiscard]] bool takeWaiting() { return std::exchange(m_isWaiting, false); }

private:
    Budget m_limits;
    BudgetMeter m_meter;
    bool m_isWaiting = false;
    std::unordered_map<int, Cost> m_worst;
    std::unordered_map<int, BudgetClaim> m_cells;
    std::unordered_map<int, BudgetClaim> m_judges;
};

} // namespace Tempera
