// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/budget.h"
#include "models/pricing/estimate.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Price price(double input, double output)
{
    Price made;
    made.inputPerMillion = Money::fromDollars(input);
    made.outputPerMillion = Money::fromDollars(output);
    return made;
}

Capabilities model(const Price &price, std::optional<std::int64_t> maxOutput = {}, std::optional<std::int64_t> context = {})
{
    Capabilities made;
    made.price = price;
    made.maxOutputTokens = maxOutput;
    made.contextTokens = context;
    return made;
}

TokenEstimate exact(qint64 input, std::optional<qint64> limit = {}, std::optional<qint64> expected = {})
{
    return TokenEstimate{input, Exactness::Exact, limit, expected};
}

Usage used(std::optional<std::int64_t> input, std::optional<std::int64_t> output, std::optional<std::int64_t> cached = {})
{
    Usage usage;
    usage.inputTokens = input;
    usage.outputTokens = output;
    usage.cachedInputTokens = cached;
    return usage;
}

Money nano(std::int64_t amount)
{
    return Money::fromNano(amount);
}

} // namespace

class EstimateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingCostsNothing()
    {
        const CostEstimate estimate = estimateRun({});
        QCOMPARE(estimate.low, Money());
        QCOMPARE(estimate.high, Money());
        QCOMPARE(estimate.maxOutput, 0);
        QCOMPARE(estimate.requests, 0);
    }

    void anInterval()
    {
        const Capabilities mini = model(price(0.15, 0.6), 16'384, 128'000);
        const CostEstimate estimate = estimateRun({{mini, exact(1000, 100)}, {mini, exact(2000, 100, 40)}});
        QCOMPARE(estimate.requests, 2);
        QCOMPARE(estimate.inputTokens, 3000);
        QCOMPARE(estimate.maxOutput, 200);
        QCOMPARE(estimate.exactness, Exactness::Exact);
        QCOMPARE(estimate.low, nano(3000 * 150 + 40 * 600));
        QCOMPARE(estimate.high, nano(3000 * 150 + 200 * 600));
        QCOMPARE(costEstimateText(estimate), u"$0.00047–$0.00057"_s);
    }

    void sumsStayAtTheEndOfTheRange()
    {
        const Capabilities dear = model(price(1'000'000, 1'000'000), 1'000'000'000);
        const qint64 many = std::numeric_limits<qint64>::max() / 2;
        const CostEstimate estimate =
            estimateRun({{dear, exact(many, many)}, {dear, exact(many, many)}, {dear, exact(many, many)}});
        QCOMPARE(estimate.inputTokens, std::numeric_limits<qint64>::max());
        QVERIFY(estimate.low && estimate.low->isBeyond());
        QVERIFY(estimate.high && estimate.high->isBeyond());
        QCOMPARE(costEstimateText(estimate), u"more than $9,223,372,036"_s);
        QCOMPARE(checkBudget({.perRun = {}, .perDay = Money::fromDollars(10)}, estimate, Money::fromDollars(9e9)),
                 BudgetAnswer::ExceedsDay);
    }

    void theLowestLimitHolds_data()
    {
        QTest::addColumn<qint64>("limit"); // −1 = none
        QTest::addColumn<qint64>("modelLimit");
        QTest::addColumn<qint64>("context");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("request") << qint64(50) << qint64(80) << qint64(1000) << qint64(50);
        QTest::newRow("model") << qint64(90) << qint64(80) << qint64(1000) << qint64(80);
        QTest::newRow("context") << qint64(90) << qint64(80) << qint64(130) << qint64(30);
        QTest::newRow("context only") << qint64(-1) << qint64(-1) << qint64(130) << qint64(30);
        QTest::newRow("too long already") << qint64(90) << qint64(80) << qint64(60) << qint64(0);
        QTest::newRow("none") << qint64(-1) << qint64(-1) << qint64(-1) << qint64(-1);
    }

    void theLowestLimitHolds()
    {
        QFETCH(qint64, limit);
        QFETCH(qint64, modelLimit);
        QFETCH(qint64, context);
        QFETCH(qint64, expected);
        const auto maybe = [](qint64 value) { return value < 0 ? std::nullopt : std::optional<std::int64_t>(value); };
        const CostEstimate estimate =
            estimateRun({{model(price(1, 1), maybe(modelLimit), maybe(context)), exact(100, maybe(limit))}});
        QCOMPARE(estimate.maxOutput, maybe(expected));
        QCOMPARE(estimate.high.has_value(), expected >= 0);
        QCOMPARE(estimate.low, nano(100 * 1000));
    }

    void unknownIsNeverNothing()
    {
        const CostEstimate mixed = estimateRun({{model(price(1, 2), 10), exact(100)}, {model({}, 10), exact(100)}});
        QCOMPARE(mixed.unknownPrices, 1);
        QCOMPARE(mixed.low, nano(100 * 1000));
        QVERIFY(!mixed.high);
        QCOMPARE(costEstimateText(mixed), u"$0.00010 or more, unknown prices: 1"_s);

        const CostEstimate none = estimateRun({{model({}, 10), exact(100)}});
        QVERIFY(!none.low && !none.high);
        QCOMPARE(costEstimateText(none), u"unknown"_s);

        Price half;
        half.inputPerMillion = nano(1000);
        QCOMPARE(estimateRun({{model(half, 10), exact(100)}}).unknownPrices, 1);
    }

    void localIsFreeWithoutLimits()
    {
        const CostEstimate estimate = estimateRun({{model(price(0, 0)), exact(100)}});
        QCOMPARE(estimate.low, Money());
        QCOMPARE(estimate.high, Money());
        QVERIFY(!estimate.maxOutput);
        QCOMPARE(costEstimateText(estimate), u"$0.00"_s);
    }

    void oneEstimateMakesAllOfItOne()
    {
        TokenEstimate rough{100, Exactness::Estimate, 10, {}};
        const CostEstimate estimate = estimateRun({{model(price(10, 10)), exact(100, 10)}, {model(price(10, 10)), rough}});
        QCOMPARE(estimate.exactness, Exactness::Estimate);
        QVERIFY(costEstimateText(estimate).startsWith(u"≈"_s));
    }

    /// For any tokens within the limits the actual cost lies in the interval.
    void theTruthIsInside()
    {
        Price tiered = price(2.5, 15);
        tiered.records.append(PriceRecord{{.inputFrom = 1001}, {Money::fromDollars(5), Money::fromDollars(22.5), {}}});
        for (const qint64 input : {0, 1, 7, 999, 1000, 1001, 123'457}) {
            for (const qint64 output : {0, 1, 13, 500}) {
                const CostEstimate estimate = estimateRun({{model(tiered), exact(input, 500)}});
                const Money actual = actualCost(tiered, used(input, output)).value();
                QVERIFY(*estimate.low <= actual && actual <= *estimate.high);
            }
        }
    }

    void actual_data()
    {
        QTest::addColumn<Price>("price");
        QTest::addColumn<Usage>("usage");
        QTest::addColumn<qint64>("nano"); // −1 = unknown
        Price full = price(2.5, 10);
        full.cachedInputPerMillion = Money::fromDollars(1.25);
        Price writing = full;
        writing.cacheWrite5mPerMillion = Money::fromDollars(3.125);
        writing.cacheWrite1hPerMillion = Money::fromDollars(5);
        const auto written = [](std::int64_t shortly, std::int64_t hour) {
            Usage usage = used(1000, 100, 400);
            usage.cacheWrite5mTokens = shortly;
            usage.cacheWrite1hTokens = hour;
            return usage;
        };
        Price halfKnown;
        halfKnown.inputPerMillion = nano(1'000'000'000);
        Price tiered = full;
        tiered.records.append(
            PriceRecord{{.inputFrom = 1001}, {Money::fromDollars(5), Money::fromDollars(20), Money::fromDollars(2.5)}});
        const auto row = [](const char *name, const Price &p, const Usage &usage, qint64 amount) {
            QTest::newRow(name) << p << usage << amount;
        };
        row("plain", full, used(1000, 100), 1000 * 2500 + 100 * 10'000);
        row("cached", full, used(1000, 100, 400), 600 * 2500 + 400 * 1250 + 100 * 10'000);
        row("cached without a price of its own", price(2.5, 10), used(1000, 0, 400), 1000 * 2500);
        row("more cached than sent", full, used(10, 0, 400), 10 * 1250);
        row("written into the cache", writing, written(200, 100),
            300 * 2500 + 400 * 1250 + 200 * 3125 + 100 * 5000 + 100 * 10'000);
        row("more written than sent", writing, written(900, 100), 400 * 1250 + 600 * 3125 + 100 * 10'000);
        row("nothing written", full, written(0, 0), 600 * 2500 + 400 * 1250 + 100 * 10'000);
        row("written at an unknown price", full, written(1, 0), -1);
        row("written for an hour at an unknown price", full, written(0, 1), -1);
        row("written where all is free", price(0, 0), written(200, 100), 0);
        row("no output", full, used(1000, 0), 1000 * 2500);
        row("unknown output", full, used(1000, {}), -1);
        row("unknown input", full, used({}, 10), -1);
        row("unknown price", {}, used(1000, 10), -1);
        row("half a price", halfKnown, used(1000, 10), -1);
        row("half a price, not needed", halfKnown, used(1000, 0), 1000 * 1000);
        row("free", price(0, 0), used({}, {}), 0);
        row("free output, unknown input", price(1, 0), used({}, {}), -1);
        row("negative", full, used(-5, 10), -1);
        row("at the tier", tiered, used(1000, 1), 1000 * 2500 + 10'000);
        row("above the tier", tiered, used(1001, 1, 1), 1000 * 5000 + 2500 + 20'000);
        row("tier unknown", tiered, used({}, 0), -1);
        row("rounded up", price(0.0000001, 0), used(1, 0), 1);
    }

    void actual()
    {
        QFETCH(Price, price);
        QFETCH(Usage, usage);
        QFETCH(qint64, nano);
        const std::optional<Money> cost = actualCost(price, usage);
        QCOMPARE(cost ? cost->nano() : -1, nano);
    }

    void budgets_data()
    {
        QTest::addColumn<qint64>("perRun"); // −1 = no limit
        QTest::addColumn<qint64>("perDay");
        QTest::addColumn<qint64>("low"); // −1 = unknown
        QTest::addColumn<qint64>("high");
        QTest::addColumn<qint64>("spent");
        QTest::addColumn<BudgetAnswer>("answer");
        const auto row = [](const char *name, qint64 perRun, qint64 perDay, qint64 low, qint64 high, qint64 spent,
                            BudgetAnswer answer) { QTest::newRow(name) << perRun << perDay << low << high << spent << answer; };
        row("no limit, unknown cost", -1, -1, -1, -1, 0, BudgetAnswer::Fits);
        row("just fits", 10, -1, 5, 10, 0, BudgetAnswer::Fits);
        row("may exceed the run", 10, -1, 5, 11, 0, BudgetAnswer::MayExceed);
        row("at the limit", 10, -1, 10, 11, 0, BudgetAnswer::MayExceed);
        row("exceeds the run", 10, -1, 11, 12, 0, BudgetAnswer::ExceedsRun);
        row("no upper bound", 10, -1, 5, -1, 0, BudgetAnswer::MayExceed);
        row("unknown cost", 10, -1, -1, -1, 0, BudgetAnswer::MayExceed);
        row("day fits", -1, 100, 5, 10, 90, BudgetAnswer::Fits);
        row("day may be exceeded", -1, 100, 5, 10, 91, BudgetAnswer::MayExceed);
        row("day is exceeded", -1, 100, 5, 10, 96, BudgetAnswer::ExceedsDay);
        row("day is over already", -1, 100, -1, -1, 101, BudgetAnswer::ExceedsDay);
        row("a free run on a full day", -1, 100, 0, 0, 100, BudgetAnswer::Fits);
        row("both", 4, 100, 5, 10, 99, BudgetAnswer::ExceedsRun);
        row("nothing allowed, nothing needed", 0, 0, 0, 0, 0, BudgetAnswer::Fits);
    }

    void budgets()
    {
        QFETCH(qint64, perRun);
        QFETCH(qint64, perDay);
        QFETCH(qint64, low);
        QFETCH(qint64, high);
        QFETCH(qint64, spent);
        QFETCH(BudgetAnswer, answer);
        const auto maybe = [](qint64 value) { return value < 0 ? std::nullopt : std::optional(nano(value)); };
        const Budget budget{maybe(perRun), maybe(perDay)};
        CostEstimate estimate;
        estimate.low = maybe(low);
        estimate.high = maybe(high);
        QCOMPARE(checkBudget(budget, estimate, nano(spent)), answer);
        const std::optional<Error> error = budgetError(answer, budget, estimate, nano(spent));
        QCOMPARE(error.has_value(), answer == BudgetAnswer::ExceedsRun || answer == BudgetAnswer::ExceedsDay);
        if (error)
            QCOMPARE(error->kind, ErrorKind::Budget);
    }

    void theSentenceHasTheAmounts()
    {
        const Budget budget{Money::fromDollars(0.5), Money::fromDollars(5)};
        CostEstimate estimate;
        estimate.low = Money::fromDollars(0.75);
        const Error error = budgetError(BudgetAnswer::ExceedsRun, budget, estimate, {}).value();
        QVERIFY(error.detail.contains(u"$0.75"_s) && error.detail.contains(u"$0.50"_s));
        const Error day = budgetError(BudgetAnswer::ExceedsDay, budget, estimate, Money::fromDollars(4.5)).value();
        QVERIFY(day.detail.contains(u"$4.50"_s) && day.detail.contains(u"$5.00"_s));
    }
};

QTEST_GUILESS_MAIN(EstimateTest)
#include "tst_estimate.moc"
