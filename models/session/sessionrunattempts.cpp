// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A cell that needs several attempts: the next model is asked where one is down, and where its answer failed its checks if the user
// said so.

#include "models/session/sessionrun.h"
#include "models/session/worstcase.h"

#include <utility>

namespace Tempera {
namespace {

/// Tokens of a longer prompt are not counted on the thread of the window.
constexpr qsizetype longestCountedPrompt = 64 * 1024;

Cost worstCaseOfNext(const GenerationRequest &request)
{
    qsizetype size = 0;
    for (const Message &message : request.messages)
        size += message.text.size();
    return worstCase(request, size <= longestCountedPrompt ? InputBound::Tokens : InputBound::Bytes);
}

} // namespace

PrepareCell SessionRun::prepares() const
{
    return [preparation = m_preparation.get()](Cell &cell) { preparation->prepare(cell); };
}

/// The cell is about to be asked for.
void SessionRun::beginAttempts(int index)
{
    if (m_chains.contains(index) || m_context.answers) // who gave answers is asked no more
        return;
    FallbackPlan plan = m_planner->plan().fallbacks(keyOf(index));
    if (plan.isEmpty() || givenAnswer(m_experiment.cases.value(keyOf(index).caseIndex)))
        return;
    m_chains.emplace(index, FallbackChain(std::move(plan), cell(index), m_context.clock->monotonic()));
}

/// Whether its answer is not the last word before it is graded.
bool SessionRun::mayBeAskedAgain(int index) const
{
    const auto chain = m_chains.find(index);
    return chain != m_chains.end() && chain->second.looksAtChecks();
}

/// The cell was asked, and answered and graded or not: it is settled, or somebody is asked next.
void SessionRun::endAttempt(int index)
{
    const auto chain = m_chains.find(index);
    if (chain == m_chains.end()) {
        holdOrComplete(index);
        return;
    }
    if (m_stopping) {
        chain->second.end(cell(index));
    } else if (chain->second.goOn(cell(index), prepares(), m_context.clock->monotonic())) {
        askAgain(index);
        return;
    }
    m_chains.erase(chain);
    holdOrComplete(index);
}

/// When there is a slot, and it may.
void SessionRun::askAgain(int index)
{
    Cell &next = cell(index);
    next.state = CellState::Queued;
    if (m_budget.isLimited(next.request))
        m_budget.setWorst(index, worstCaseOfNext(next.request));
    m_again.push_back(index);
    setSummary(index, summaryOf(next));
    tell(index);
}

/// They come before cells that were not begun. False: one of them waits for the budget, and so do all others.
bool SessionRun::startNextAttempts()
{
    while (!m_again.empty() && hasSlot()) {
        const int index = m_again.front();
        const BudgetDecision decision = m_budget.startCell(index, cell(index).request);
        if (decision.verdict == BudgetVerdict::Wait)
            return false; // it continues when something that is under way has ended
        m_again.pop_front();
        if (decision.verdict == BudgetVerdict::Go) {
            startCell(index);
            continue;
        }
        Error why;
        why.kind = ErrorKind::Budget;
        why.detail = budgetDecisionText(decision);
        m_chains.at(index).refuse(cell(index), why);
        m_chains.erase(index);
        complete(index);
    }
    return true;
}

void SessionRun::stopNextAttempts()
{
    for (const int index : std::exchange(m_again, {})) {
        m_chains.at(index).stop(cell(index));
        m_chains.erase(index);
        complete(index);
    }
}

} // namespace Tempera
