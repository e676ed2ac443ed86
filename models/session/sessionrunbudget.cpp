// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What a run may cost, and what its cells did.

#include "models/pricing/ratecard.h"
#include "models/session/runtotals.h"
#include "models/session/sessionrun.h"

#include <algorithm>
#include <utility>

namespace Tempera {

std::optional<Error> SessionRun::overBudget(CostEstimate estimate) const
{
    const Money today = m_budget.spentOfDay(); // earlier parts of the run included
    Budget limits = m_budget.limits();
    const std::optional<Money> perRun = std::exchange(limits.perRun, std::nullopt);
    if (const auto error = budgetError(checkBudget(limits, estimate, today), limits, estimate, today))
        return error;
    for (std::optional<Money> *end : {&estimate.low, &estimate.high}) {
        if (*end)
            **end += m_budget.spent(); // by the part of the run that was before
    }
    const Budget ofRun{.perRun = perRun, .perDay = {}};
    return budgetError(checkBudget(ofRun, estimate, today), ofRun, estimate, today);
}

/// What is under way in another run may be in the way of this one.
void SessionRun::shareRoom()
{
    if (!m_context.spending)
        return;
    const auto tryAgain = [this] {
        if (m_phase != Phase::Running)
            return;
        m_grader.pump(); // a judge that waits ends a cell, and comes first
        pump();
    };
    connect(m_context.spending, &SharedSpending::eased, this, [this, tryAgain] {
        if (m_budget.takeWaiting())
            QMetaObject::invokeMethod(this, tryAgain, Qt::QueuedConnection); // not from within the other one
    });
}

/// Whether the next cell fits into the budget. Where it never will, the run ends.
bool SessionRun::mayStartNext()
{
    if (m_context.answers)
        return true; // it is paid for
    const auto index = static_cast<int>(m_next);
    const BudgetDecision decision = m_budget.startCell(index, cell(index).request);
    if (decision.verdict == BudgetVerdict::Go)
        return true;
    if (decision.verdict == BudgetVerdict::Wait)
        return false; // it continues when something that is under way has ended
    m_endState = RunState::Stopped;
    Error error;
    error.kind = ErrorKind::Budget;
    error.detail = budgetDecisionText(decision);
    cancelWaiting(error);
    return false;
}

void SessionRun::settleCost(int index)
{
    Cell &ended = cell(index);
    const Price price = m_context.catalog->priceOf(providerOf(ended.request), ended.model);
    RequestTerms terms{.serviceTier = askedServiceTier(ended.request.endpoint), .when = m_context.clock->now()};
    // Those that were answered together share the machine.
    if (ended.timings.total)
        terms.machineTime = *ended.timings.total / static_cast<std::int64_t>(m_running.size() + 1);
    ended.cost = actualCost(price, ended.usage, terms);
    if (const auto cached = std::ranges::find(ended.notes, NoteKind::FromCache, &Note::kind); cached != ended.notes.end()) {
        cached->detail = ended.cost ? ended.cost->text() : QString();
        ++m_totals.fromCache;
        m_totals.saved += ended.cost.value_or(Money());
        m_totals.unknownSaved += ended.cost ? 0 : 1;
        ended.saved.answer = ended.cost.value_or(Money());
        ended.cost = Money();
    } else {
        ended.saved.prefix = prefixCacheSaving(price, ended.usage, terms).value_or(Money());
    }
    CellSummary own = summaryOf(ended);
    own.hasUnknownAttempt = false; // what was before is counted
    const bool isPaid = ended.cost || hasUnknownCost(own);
    const std::optional<Money> spent = isPaid ? ended.cost : std::optional(Money());
    m_budget.endCell(index, ended.request, spent);
    if (const auto chain = m_chains.find(index); chain != m_chains.end()) {
        const std::optional<Money> all = chain->second.settle(spent);
        ended.cost = ended.attempts.isEmpty() ? ended.cost : all;
    }
}

} // namespace Tempera
