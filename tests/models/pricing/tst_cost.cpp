// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/cost.h"
#include "models/pricing/ratecard.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Cost nanos(std::int64_t amount)
{
    return Cost::exact(Money::fromNano(amount));
}

Cost range(std::int64_t low, std::int64_t high)
{
    return Cost::between(Money::fromNano(low), Money::fromNano(high), CostReason::OpenOutput);
}

constexpr std::int64_t cent = 10'000'000;

} // namespace

class CostTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheCacheOfPromptsSaved()
    {
        Price price;
        price.inputPerMillion = Money::fromDollars(2);
        price.cachedInputPerMillion = Money::fromDollars(0.5);
        price.cacheWrite5mPerMillion = Money::fromDollars(2.5);
        price.outputPerMillion = Money::fromDollars(8);
        Usage usage;
        usage.inputTokens = 10'000;
        usage.outputTokens = 100;
        QCOMPARE(prefixCacheSaving(price, usage), Money());
        usage.cachedInputTokens = 8000; // 8,000 × $1.50 for a million
        QCOMPARE(prefixCacheSaving(price, usage), Money::fromDollars(0.012));
        usage.cachedInputTokens.reset();
        usage.cacheWrite5mTokens = 8000; // the first request pays for it
        QCOMPARE(prefixCacheSaving(price, usage), Money::fromDollars(-0.004));
        usage.inputTokens.reset();
        QVERIFY(!prefixCacheSaving(price, usage));
    }

    void nothingSaidIsUnknown()
    {
        QVERIFY(!Cost().isKnown());
        QCOMPARE(costText(Cost()), u"unknown"_s);
        QCOMPARE(costText(Cost::unknown(CostReason::NoPrice)), u"unknown: the price is unknown"_s);
    }

    void threeKinds()
    {
        QCOMPARE(costText(nanos(42 * cent)), u"$0.42"_s);
        QCOMPARE(costText(range(10 * cent, 42 * cent)), u"$0.10–$0.42"_s);
        QCOMPARE(range(42 * cent, 10 * cent), range(10 * cent, 42 * cent));
        QCOMPARE(Cost::between(Money(), Money(), {}).kind(), Cost::Kind::Exact);
        const Cost estimated = Cost::between(Money::fromNano(cent), Money::fromNano(cent), CostReason::EstimatedTokens);
        QCOMPARE(estimated.kind(), Cost::Kind::Between);
        QCOMPARE(costText(estimated), u"≈ $0.010"_s);
    }

    void sums()
    {
        CostSum sum;
        QCOMPARE(sum.known(), nanos(0));
        sum.add(nanos(100 * cent));
        sum.add(nanos(20 * cent));
        QCOMPARE(sum.known(), nanos(120 * cent));
        QCOMPARE(costSumText(sum), u"$1.20"_s);
        sum.add(range(0, 30 * cent));
        QCOMPARE(sum.known(), range(120 * cent, 150 * cent));
        sum.add(Cost::unknown(CostReason::NoPrice), 3);
        QCOMPARE(costSumText(sum), u"$1.20–$1.50 and 3 unknown"_s);
        QCOMPARE(sum.unknownCount(), 3);
        QCOMPARE(sum.unknownReasons(), CostReasons(CostReason::NoPrice));
    }

    void whatIsKnownStaysExactBesideTheUnknown()
    {
        CostSum sum;
        sum.add(nanos(5));
        sum.add(Cost::unknown(CostReason::NoUsage));
        QCOMPARE(sum.known(), nanos(5));
        CostSum none;
        none.add(Cost::unknown(CostReason::NoUsage));
        QVERIFY(!none.known().isKnown());
        QCOMPARE(costSumText(none), u"unknown: the endpoint did not report its tokens"_s);
    }

    void largestAmountsSaySo()
    {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        CostSum sum;
        sum.add(nanos(most));
        sum.add(nanos(most));
        QVERIFY(sum.isBeyond());
        QCOMPARE(sum.known().low().nano(), most);
        QVERIFY(costSumText(sum).startsWith(u"more than"_s));
        QVERIFY(nanos(most / 2).times(3).high().isBeyond());
        QVERIFY(nanos(most).scaled(3, 2).low().isBeyond());
        QCOMPARE(range(most - 1, most).middle().nano(), most - 1);
    }

    void partsAndMultiples()
    {
        QCOMPARE(nanos(7).times(3), nanos(21));
        QCOMPARE(nanos(7).scaled(4, 4), nanos(7));
        const Cost half = nanos(7).scaled(1, 2);
        QCOMPARE(half.low().nano(), 3);
        QCOMPARE(half.high().nano(), 4);
        QVERIFY(half.reasons().testFlag(CostReason::Scaled));
        QVERIFY(!Cost::unknown(CostReason::NoPrice).times(3).isKnown());
    }

    void twoReadings()
    {
        QCOMPARE(nanos(3).unitedWith(nanos(3), CostReason::OpenTime), nanos(3));
        const Cost open = nanos(3).unitedWith(nanos(8), CostReason::OpenTime);
        QCOMPARE(open.low().nano(), 3);
        QCOMPARE(open.high().nano(), 8);
        QVERIFY(open.reasons().testFlag(CostReason::OpenTime));
        QVERIFY(!nanos(3).unitedWith(Cost::unknown(CostReason::NoPrice), {}).isKnown());
    }
};

QTEST_GUILESS_MAIN(CostTest)
#include "tst_cost.moc"
