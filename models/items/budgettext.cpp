// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/budgettext.h"

#include "models/pricing/budget.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// 100 × 0.07 is not quite 7.
constexpr double roundingNoise = 1e-9;

class BudgetWords
{
    Q_DECLARE_TR_FUNCTIONS(BudgetUse)
public:
    static QString spent(Money amount, Money budget) { return tr("%1 of %2 spent").arg(amount.text(), budget.text()); }
    static QString expected(Money budget, const CostEstimate &estimate, BudgetAnswer answer)
    {
        if (answer == BudgetAnswer::ExceedsRun)
            return tr("Over the budget of %1: nothing will be started").arg(budget.text());
        if (answer == BudgetAnswer::MayExceed)
            return tr("May cost more than the budget of %1: the run stops where it is reached").arg(budget.text());
        return tr("Within the budget of %1: at most %2").arg(budget.text(), moneyText(estimate.high));
    }
};

double shareOfBudget(Money amount, Money budget)
{
    if (budget > Money())
        return amount.dollars() / budget.dollars();
    return amount > Money() ? 1 : 0;
}

} // namespace

BudgetUse budgetUse(Money budget, const CostEstimate &estimate, const std::optional<Money> &likely,
                    const std::optional<Money> &spent)
{
    BudgetUse use;
    const BudgetAnswer answer = checkBudget({.perRun = budget, .perDay = {}}, estimate, Money());
    const Money least = estimate.low.value_or(Money());
    use.share = shareOfBudget(spent ? *spent : likely ? *likely : estimate.high.value_or(least), budget);
    use.isForbidden = !spent && answer == BudgetAnswer::ExceedsRun;
    use.text = spent ? BudgetWords::spent(*spent, budget) : BudgetWords::expected(budget, estimate, answer);
    const bool isWarned = spent ? *spent >= budget && *spent > Money() : answer != BudgetAnswer::Fits;
    const double percent = std::ceil(std::min(100 * use.share, 999.0) - roundingNoise);
    use.sign = (isWarned ? u"⚠ "_s : QString()) + BudgetWords::tr("%1 %").arg(QLocale().toString(percent, 'f', 0));
    return use;
}

} // namespace Tempera
