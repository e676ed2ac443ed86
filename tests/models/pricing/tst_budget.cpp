// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/budget.h"
#include "models/stats/resampling.h"

#include <QTest>

#include <deque>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Money nano(std::int64_t amount)
{
    return Money::fromNano(amount);
}

Cost most(std::int64_t amount)
{
    return Cost::between(Money(), nano(amount), CostReason::OpenOutput);
}

const QString anywhere = u"openai"_s;

/// A request of the test's job: what it may cost and what it will.
struct Priced {
    std::int64_t worst;
    std::int64_t real;
};

} // namespace

class BudgetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutLimitsAllGoes()
    {
        BudgetMeter meter;
        QVERIFY(!meter.isLimited(anywhere));
        QCOMPARE(meter.decide(anywhere, Cost::unknown(CostReason::NoPrice)).verdict, BudgetVerdict::Go);
        QCOMPARE(meter.decide(anywhere, most(std::numeric_limits<std::int64_t>::max())).verdict, BudgetVerdict::Go);
    }

    void besideWhatIsSpentAndUnderWay()
    {
        BudgetMeter meter({.perRun = nano(100), .perDay = {}});
        QCOMPARE(meter.decide(anywhere, most(100)).verdict, BudgetVerdict::Go);
        QCOMPARE(meter.decide(anywhere, most(101)).verdict, BudgetVerdict::Stop);
        const BudgetClaim first = meter.claim(anywhere, most(60));
        QCOMPARE(meter.decide(anywhere, most(40)).verdict, BudgetVerdict::Go);
        QCOMPARE(meter.decide(anywhere, most(41)).verdict, BudgetVerdict::Wait);
        meter.settle(first, nano(20));
        QCOMPARE(meter.spent(), nano(20));
        QCOMPARE(meter.inFlight(), Money());
        QCOMPARE(meter.decide(anywhere, most(80)).verdict, BudgetVerdict::Go);
        const BudgetDecision stop = meter.decide(anywhere, most(81));
        QCOMPARE(stop, (BudgetDecision{BudgetVerdict::Stop, BudgetScope::Run, nano(100), nano(20), nano(81), {}, anywhere}));
        const QString text = budgetDecisionText(stop);
        QVERIFY2(text.contains(stop.worst.text()) && text.contains(stop.limit.text()), qPrintable(text));
    }

    void whatIsFreeAlwaysGoes()
    {
        BudgetMeter meter({.perRun = Money(), .perDay = {}});
        QCOMPARE(meter.decide(anywhere, Cost::exact(Money())).verdict, BudgetVerdict::Go);
        QCOMPARE(meter.decide(anywhere, most(1)).verdict, BudgetVerdict::Stop);
    }

    void unknownNeedsAYes()
    {
        const Budget budget{.perRun = nano(100), .perDay = {}};
        const Cost unknown = Cost::unknown(CostReason::NoPrice);
        const BudgetDecision asks = BudgetMeter(budget).decide(anywhere, unknown);
        QCOMPARE(asks.verdict, BudgetVerdict::Ask);
        QCOMPARE(asks.unknown, CostReasons(CostReason::NoPrice));
        QVERIFY(budgetDecisionText(asks).contains(costReasonText(CostReason::NoPrice)));
        BudgetMeter willing(budget, {}, true);
        QCOMPARE(willing.decide(anywhere, unknown).verdict, BudgetVerdict::Go);
        willing.settle(willing.claim(anywhere, unknown), nano(100));
        QCOMPARE(willing.decide(anywhere, unknown).verdict, BudgetVerdict::Stop);
    }

    /// A request that does not tell what it took may have taken all that it could.
    void untoldCostsCountAsTheMost()
    {
        BudgetMeter meter({.perRun = nano(100), .perDay = {}});
        meter.settle(meter.claim(anywhere, most(30)), std::nullopt);
        QCOMPARE(meter.spent(), nano(30));
    }

    void theNarrowestLimitIsNamed_data()
    {
        QTest::addColumn<Budget>("budget");
        QTest::addColumn<BudgetScope>("scope");
        QTest::newRow("day") << Budget{.perRun = nano(100), .perDay = nano(50)} << BudgetScope::Day;
        QTest::newRow("month") << Budget{.perRun = nano(100), .perDay = {}, .perMonth = nano(70)} << BudgetScope::Month;
        QTest::newRow("endpoint") << Budget{.perRun = nano(100), .perDay = nano(50), .perEndpoint = {{anywhere, nano(5)}}}
                                  << BudgetScope::Endpoint;
        QTest::newRow("run") << Budget{.perRun = nano(9), .perDay = nano(50)} << BudgetScope::Run;
    }

    void theNarrowestLimitIsNamed()
    {
        QFETCH(Budget, budget);
        QFETCH(BudgetScope, scope);
        const BudgetMeter meter(budget, {.run = {}, .day = nano(45), .month = nano(65), .endpoints = {}});
        const BudgetDecision decision = meter.decide(anywhere, most(10));
        QCOMPARE(decision.verdict, BudgetVerdict::Stop);
        QCOMPARE(decision.scope, scope);
        QVERIFY(!budgetDecisionText(decision).isEmpty());
        QCOMPARE(meter.decide(u"elsewhere"_s, most(10)).scope == BudgetScope::Endpoint, false);
    }

    void largestAmounts()
    {
        constexpr std::int64_t end = std::numeric_limits<std::int64_t>::max();
        BudgetMeter meter({.perRun = nano(end - 1), .perDay = {}});
        (void)meter.claim(anywhere, most(end - 2));
        QCOMPARE(meter.decide(anywhere, most(end - 2)).verdict, BudgetVerdict::Wait);
        QCOMPARE(meter.decide(anywhere, most(end)).verdict, BudgetVerdict::Stop);
    }

    /// 1,000 requests of random sizes, 32 under way, which end in any order; the limit is half of what all would cost. It is never
    /// passed, at no moment, and nearly all of it is used.
    void neverPassedAndNearlyUsed()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            StatsRandom random(seed);
            std::vector<Priced> requests;
            std::int64_t all = 0;
            for (int i = 0; i < 1000; ++i) {
                const auto worst = static_cast<std::int64_t>(1 + uniformBelow(random, 20'000'000));
                requests.push_back({worst, static_cast<std::int64_t>(uniformReal(random) * static_cast<double>(worst))});
                all += requests.back().real;
            }
            const Money limit = nano(all / 2);
            BudgetMeter meter({.perRun = limit, .perDay = {}});
            std::vector<std::pair<BudgetClaim, std::int64_t>> underWay;
            std::size_t next = 0;
            bool stopped = false;
            while (!stopped || !underWay.empty()) {
                while (!stopped && underWay.size() < 32 && next < requests.size()) {
                    const BudgetVerdict verdict = meter.decide(anywhere, most(requests[next].worst)).verdict;
                    stopped = verdict == BudgetVerdict::Stop;
                    if (verdict != BudgetVerdict::Go)
                        break;
                    underWay.emplace_back(meter.claim(anywhere, most(requests[next].worst)), requests[next].real);
                    ++next;
                }
                QVERIFY(meter.spent() + meter.inFlight() <= limit);
                QVERIFY(stopped || !underWay.empty()); // who waits, waits for something
                if (underWay.empty())
                    break;
                const std::size_t ends = uniformBelow(random, underWay.size());
                meter.settle(underWay[ends].first, nano(underWay[ends].second));
                underWay.erase(underWay.begin() + static_cast<std::ptrdiff_t>(ends));
            }
            QVERIFY(meter.spent() <= limit);
            QVERIFY2(meter.spent().dollars() >= 0.95 * limit.dollars(), qPrintable(meter.spent().text()));
            QCOMPARE(meter.inFlight(), Money());
        }
    }
};

QTEST_GUILESS_MAIN(BudgetTest)
#include "tst_budget.moc"
