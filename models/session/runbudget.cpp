// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/runbudget.h"

#include "models/session/runoptions.h"
#include "models/session/worstcase.h"

namespace Tempera {
namespace {

Budget limitsOf(const RunOptions &options)
{
    Budget limits = options.limits;
    if (options.maxCost)
        limits.perRun = options.maxCost;
    return limits;
}

SpentBefore spentBefore(const RunOptions &options, Money run)
{
    SpentBefore before = options.spentBefore;
    before.run = run;
    return before;
}

} // namespace

RunBudget::RunBudget(const RunOptions &options, Money spent, SharedSpending *all)
    : m_limits(limitsOf(options)),
      m_meter(m_limits, spentBefore(options, spent), options.acceptsUnknownCost, all ? all->share() : nullptr)
{
}

bool RunBudget::isLimited(const GenerationRequest &request) const
{
    return !m_limits.isUnlimited() && m_meter.isLimited(budgetEndpoint(request));
}

BudgetDecision RunBudget::startCell(int cell, const GenerationRequest &request)
{
    if (!isLimited(request))
        return {};
    const QString endpoint = budgetEndpoint(request);
    const Cost worst = m_worst[cell];
    const BudgetDecision decision = m_meter.decide(endpoint, worst);
    if (decision.verdict == BudgetVerdict::Go)
        m_cells.insert_or_assign(cell, m_meter.claim(endpoint, worst));
    m_isWaiting = m_isWaiting || decision.verdict == BudgetVerdict::Wait;
    return decision;
}

void RunBudget::endCell(int cell, const GenerationRequest &request, const std::optional<Money> &cost)
{
    const auto claim = m_cells.find(cell);
    m_meter.settle(claim == m_cells.end() ? BudgetClaim{budgetEndpoint(request), {}} : claim->second, cost);
    m_cells.erase(cell);
    m_worst.erase(cell);
}

std::expected<bool, QString> RunBudget::startJudge(int number, const GenerationRequest &request)
{
    if (!isLimited(request))
        return true;
    const QString endpoint = budgetEndpoint(request);
    const Cost worst = worstCase(request, InputBound::Bytes); // on the window's thread
    const BudgetDecision decision = m_meter.decide(endpoint, worst);
    if (decision.verdict == BudgetVerdict::Wait) {
        m_isWaiting = true;
        return false;
    }
    if (decision.verdict != BudgetVerdict::Go)
        return std::unexpected(budgetDecisionText(decision));
    m_judges.insert_or_assign(number, m_meter.claim(endpoint, worst));
    return true;
}

void RunBudget::endJudge(int number, const std::optional<Money> &cost)
{
    const auto claim = m_judges.find(number);
    m_meter.settle(claim == m_judges.end() ? BudgetClaim() : claim->second, cost);
    m_judges.erase(number);
}

/// What its judges cost is with the cell's, in the ledger too.
void RunBudget::saved(const Cell &cell)
{
    if (SharedSpending::Share *share = m_meter.share())
        share->saved(budgetEndpoint(cell.request), costWithJudges(cell).value_or(Money()));
}

void RunBudget::close()
{
    if (SharedSpending::Share *share = m_meter.share())
        share->forgetUnknown();
}

} // namespace Tempera
