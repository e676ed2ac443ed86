// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/estimate.h"

#include <QCoreApplication>

namespace Tempera {

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

} // namespace Tempera
