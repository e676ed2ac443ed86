// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/budget.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

QString budgetScopeText(const BudgetDecision &decision)
{
    const QString limit = decision.limit.text();
    switch (decision.scope) {
    case BudgetScope::Run: return QCoreApplication::translate("Budget", "the run's limit of %1").arg(limit);
    case BudgetScope::Day: return QCoreApplication::translate("Budget", "today's limit of %1").arg(limit);
    case BudgetScope::Month: return QCoreApplication::translate("Budget", "this month's limit of %1").arg(limit);
    case BudgetScope::Endpoint: break;
    }
    return QCoreApplication::translate("Budget", "the limit of %1 for %2").arg(limit, decision.endpoint);
}

} // namespace

BudgetAnswer checkBudget(const Budget &budget, const CostEstimate &estimate, Money spentToday)
{
    const Money least = estimate.low.value_or(Money());
    if (budget.perRun && least > *budget.perRun)
        return BudgetAnswer::ExceedsRun;
    if (budget.perDay && spentToday + least > *budget.perDay)
        return BudgetAnswer::ExceedsDay;
    if (!budget.perRun && !budget.perDay)
        return BudgetAnswer::Fits;
    const bool runFits = !budget.perRun || (estimate.high && *estimate.high <= *budget.perRun);
    const bool dayFits = !budget.perDay || (estimate.high && spentToday + *estimate.high <= *budget.perDay);
    return runFits && dayFits ? BudgetAnswer::Fits : BudgetAnswer::MayExceed;
}

std::optional<Error> budgetError(BudgetAnswer answer, const Budget &budget, const CostEstimate &estimate, Money spentToday)
{
    const QString least = moneyText(estimate.low);
    QString detail;
    if (answer == BudgetAnswer::ExceedsRun) {
        detail = QCoreApplication::translate("Budget", "This run costs at least %1; the limit for a run is %2.")
                     .arg(least, moneyText(budget.perRun));
    } else if (answer == BudgetAnswer::ExceedsDay) {
        detail = QCoreApplication::translate("Budget", "This run costs at least %1; %2 of today's limit of %3 is spent.")
                     .arg(least, spentToday.text(), moneyText(budget.perDay));
    } else {
        return std::nullopt;
    }
    return failure(ErrorKind::Budget, detail).error();
}

QString budgetDecisionText(const BudgetDecision &decision)
{
    switch (decision.verdict) {
    case BudgetVerdict::Go:
    case BudgetVerdict::Wait: return {};
    case BudgetVerdict::Stop:
        return QCoreApplication::translate(
                   "Budget",
                   "The next request may cost up to %1, and %2 of %3 is spent. A lower limit on its output makes it cost less.")
            .arg(decision.worst.text(), decision.spent.text(), budgetScopeText(decision));
    case BudgetVerdict::Ask: break;
    }
    return QCoreApplication::translate("Budget", "Nobody knows what the next request may cost (%1), so it may pass %2.")
        .arg(costReasonText(decision.unknown), budgetScopeText(decision));
}

BudgetMeter::BudgetMeter(const Budget &budget, const SpentBefore &before, bool acceptsUnknown,
                         std::shared_ptr<SharedSpending::Share> share)
    : m_budget(budget), m_before(before), m_acceptsUnknown(acceptsUnknown), m_share(std::move(share))
{
}

/// The narrowest limit first.
QList<BudgetMeter::Gauge> BudgetMeter::gaugesFor(const QString &endpoint) const
{
    QList<Gauge> gauges;
    if (m_budget.perRun)
        gauges += Gauge{BudgetScope::Run, *m_budget.perRun, m_before.run + m_spent, m_inFlight};
    const SharedSpending *all = m_share ? &m_share->whole() : nullptr;
    const Money inFlight = all ? all->inFlight().all : m_inFlight;
    if (const auto limit = m_budget.perEndpoint.find(endpoint); limit != m_budget.perEndpoint.end()) {
        gauges += Gauge{BudgetScope::Endpoint, *limit,
                        all ? all->endpoint(endpoint) : m_before.endpoints.value(endpoint) + m_spentAt.value(endpoint),
                        all ? all->inFlight().at(endpoint) : m_inFlightAt.value(endpoint)};
    }
    if (m_budget.perDay)
        gauges += Gauge{BudgetScope::Day, *m_budget.perDay, spentOfDay(), inFlight};
    if (m_budget.perMonth)
        gauges += Gauge{BudgetScope::Month, *m_budget.perMonth, all ? all->month() : m_before.month + m_spent, inFlight};
    return gauges;
}

bool BudgetMeter::isLimited(const QString &endpoint) const
{
    return m_budget.perRun || m_budget.perDay || m_budget.perMonth || m_budget.perEndpoint.contains(endpoint);
}

BudgetDecision BudgetMeter::decide(const QString &endpoint, const Cost &worst) const
{
    BudgetDecision decision;
    const QList<Gauge> gauges = gaugesFor(endpoint);
    const auto name = [&](const Gauge &gauge, BudgetVerdict verdict) {
        decision = {verdict, gauge.scope, gauge.limit, gauge.spent, worst.high(), {}, endpoint};
    };
    if (!worst.isKnown()) {
        // With a yes it goes, but not past a limit that is reached already.
        const auto reached = std::ranges::find_if(gauges, [](const Gauge &each) { return each.spent >= each.limit; });
        if (reached != gauges.end()) {
            name(*reached, BudgetVerdict::Stop);
        } else if (!gauges.isEmpty() && !m_acceptsUnknown) {
            name(gauges.first(), BudgetVerdict::Ask);
            decision.unknown = worst.reasons();
        }
        return decision;
    }
    if (worst.high() == Money())
        return decision;
    for (const Gauge &gauge : gauges) {
        if (gauge.spent + worst.high() > gauge.limit || (gauge.spent + worst.high()).isBeyond()) {
            name(gauge, BudgetVerdict::Stop);
            return decision;
        }
        const Money beside = gauge.spent + gauge.inFlight + worst.high();
        if (decision.verdict == BudgetVerdict::Go && (beside > gauge.limit || beside.isBeyond()))
            name(gauge, BudgetVerdict::Wait);
    }
    return decision;
}

BudgetClaim BudgetMeter::claim(const QString &endpoint, const Cost &worst)
{
    const BudgetClaim claim{endpoint, worst.high()};
    m_inFlight += claim.amount;
    m_inFlightAt[endpoint] += claim.amount;
    if (m_share)
        m_share->claim(endpoint, claim.amount);
    return claim;
}

void BudgetMeter::settle(const BudgetClaim &claim, const std::optional<Money> &cost)
{
    const Money paid = cost.value_or(claim.amount);
    m_inFlight = m_inFlight - claim.amount;
    m_inFlightAt[claim.endpoint] = m_inFlightAt.value(claim.endpoint) - claim.amount;
    m_spent += paid;
    m_spentAt[claim.endpoint] += paid;
    if (m_share)
        m_share->settle(claim.endpoint, claim.amount, paid);
}

} // namespace Tempera
