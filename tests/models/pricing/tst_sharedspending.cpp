// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/budget.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Money dollar(double amount)
{
    return Money::fromDollars(amount);
}

Cost worstOf(double amount)
{
    return Cost::exact(dollar(amount));
}

} // namespace

class TestSharedSpending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersHaveUnderWayCounts()
    {
        SharedSpending all;
        const Budget budget{.perRun = {}, .perDay = dollar(10)};
        BudgetMeter one(budget, {}, false, all.share());
        BudgetMeter other(budget, {}, false, all.share());
        const BudgetClaim claim = one.claim(u"openai"_s, worstOf(6));
        QCOMPARE(other.decide(u"openai"_s, worstOf(6)).verdict, BudgetVerdict::Wait);
        QCOMPARE(other.decide(u"openai"_s, worstOf(4)).verdict, BudgetVerdict::Go);
        QSignalSpy eased(&all, &SharedSpending::eased);
        one.settle(claim, dollar(5));
        QCOMPARE(eased.size(), 1);
        QCOMPARE(all.day(), dollar(5));
        QCOMPARE(other.decide(u"openai"_s, worstOf(6)).verdict, BudgetVerdict::Stop);
        QCOMPARE(other.decide(u"openai"_s, worstOf(5)).verdict, BudgetVerdict::Go);
        QCOMPARE(other.spent(), Money()); // by this run
    }

    void endpointsAndMonthsToo()
    {
        SharedSpending all;
        Budget budget{.perRun = {}, .perDay = {}, .perMonth = dollar(100)};
        budget.perEndpoint = {{u"openai"_s, dollar(3)}};
        all.takeMonth({dollar(96), {{u"openai"_s, dollar(1)}, {u"anthropic"_s, dollar(95)}}}, all.saved());
        BudgetMeter one(budget, {}, false, all.share());
        BudgetMeter other(budget, {}, false, all.share());
        one.settle(one.claim(u"openai"_s, worstOf(1)), dollar(1));
        const BudgetDecision decision = other.decide(u"openai"_s, worstOf(1.5));
        QCOMPARE(decision.verdict, BudgetVerdict::Stop);
        QCOMPARE(decision.scope, BudgetScope::Endpoint);
        QCOMPARE(decision.spent, dollar(2));
        QCOMPARE(other.decide(u"anthropic"_s, worstOf(3.5)).scope, BudgetScope::Month);
        QCOMPARE(other.decide(u"anthropic"_s, worstOf(3)).verdict, BudgetVerdict::Go);
    }

    /// What the ledger has is not counted twice, and what it has not yet is not forgotten.
    void theLedgerIsReadBetween()
    {
        SharedSpending all;
        const auto share = all.share();
        share->claim(u"x"_s, dollar(3));
        share->settle(u"x"_s, dollar(3), dollar(2));
        share->saved(u"x"_s, dollar(2));
        share->settle(u"x"_s, Money(), dollar(1)); // paid, and not in the ledger yet
        const SpendingSum asked = all.saved();
        share->settle(u"x"_s, Money(), dollar(4)); // while the ledger reads
        share->saved(u"x"_s, dollar(1));
        all.takeDay(dollar(12), asked); // 2 of this program and 10 of another one
        QCOMPARE(all.day(), dollar(17));
        share->saved(u"x"_s, dollar(4));
        QCOMPARE(all.day(), dollar(17));
        all.takeDay(dollar(17), all.saved());
        QCOMPARE(all.day(), dollar(17));
    }

    void theEndOfARunFreesWhatItHadUnderWay()
    {
        SharedSpending all;
        QSignalSpy eased(&all, &SharedSpending::eased);
        {
            const auto share = all.share();
            share->claim(u"x"_s, dollar(3));
            share->settle(u"x"_s, Money(), dollar(2));
            share->saved(u"x"_s, dollar(2));
            share->settle(u"x"_s, Money(), dollar(5)); // nobody knows what it cost
            QCOMPARE(all.day(), dollar(7));
            QCOMPARE(all.inFlight().at(u"x"_s), dollar(3));
        }
        QCOMPARE(eased.size(), 3);
        QCOMPARE(all.day(), dollar(2)); // as the ledger says
        QCOMPARE(all.inFlight().all, Money());
        QCOMPARE(all.endpoint(u"x"_s), dollar(2));
    }
};

QTEST_GUILESS_MAIN(TestSharedSpending)
#include "tst_sharedspending.moc"
