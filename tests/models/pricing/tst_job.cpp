// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/job.h"
#include "models/pricing/ratecard.h"
#include "models/stats/resampling.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Capabilities modelAt(double input, double output)
{
    Capabilities made;
    made.price.inputPerMillion = Money::fromDollars(input);
    made.price.outputPerMillion = Money::fromDollars(output);
    return made;
}

/// gpt-5.4's prices, with its long input and its batch.
Capabilities tieredModel()
{
    Capabilities made = modelAt(2.5, 15);
    made.price.cachedInputPerMillion = Money::fromDollars(0.25);
    made.price.records = {
        {{.inputFrom = 272'001}, {Money::fromDollars(5), Money::fromDollars(22.5), Money::fromDollars(0.5)}},
        {{.inputFrom = 272'001, .serviceTier = BatchTier}, {Money::fromDollars(2.5), Money::fromDollars(11.25), {}}},
        {{.serviceTier = BatchTier}, {Money::fromDollars(1.25), Money::fromDollars(7.5), {}}},
    };
    made.contextTokens = 1'050'000;
    return made;
}

Cost exactly(std::int64_t nano)
{
    return Cost::exact(Money::fromNano(nano));
}

/// Shapes of lengths that answers have.
enum class Lengths { Even, Mild, Long, Steep, Falling, LikeInput };

double lengthOf(Lengths shape, double input, StatsRandom &random)
{
    switch (shape) {
    case Lengths::Even: return 200 + 40 * normalReal(random);
    case Lengths::Mild: return std::exp(5 + 0.5 * normalReal(random));
    case Lengths::Long: return std::min(4096.0, std::exp(5 + normalReal(random)));
    case Lengths::Steep: return std::min(16384.0, std::exp(5 + 1.4 * normalReal(random)));
    case Lengths::Falling: return -300 * std::log(1 - uniformReal(random));
    case Lengths::LikeInput: return 0.3 * input * std::exp(0.4 * normalReal(random));
    }
    return 0;
}

/// A job whose answers are all known, which the pilot does not know.
struct KnownJob {
    std::vector<JobAnswer> requests;
    JobCounts counts;
    double total = 0; ///< Nano-dollars.
};

KnownJob knownJob(Lengths shape, int requests, const Price &price, StatsRandom &random)
{
    KnownJob job;
    std::vector<std::int64_t> lengths;
    for (int i = 0; i < requests; ++i) {
        // In steps of 50 tokens, so that there are few different lengths.
        const double input = 50 * std::round(std::exp(5 + normalReal(random)) / 50) + 100;
        const auto output = static_cast<std::int64_t>(std::max(1.0, lengthOf(shape, input, random)));
        job.requests.push_back({static_cast<std::int64_t>(input), output});
        lengths.push_back(job.requests.back().inputTokens);
        Usage usage;
        usage.inputTokens = job.requests.back().inputTokens;
        usage.outputTokens = output;
        job.total += static_cast<double>(costOfAnswer(price, usage).low().nano());
    }
    job.counts = JobCounts(std::move(lengths));
    return job;
}

} // namespace

class JobTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreOrderedAndSummed()
    {
        const JobCounts counts({30, 10, 20, 20, 1000});
        QCOMPARE(counts.requests(), 5);
        QCOMPARE(counts.total(), 1080);
        QCOMPARE(counts.least(), 10);
        QCOMPARE(counts.median(), 20);
        QCOMPARE(counts.quantile(0.8), 30);
        QCOMPARE(counts.quantile(0.95), 1000);
        QCOMPARE(counts.most(), 1000);
        QCOMPARE(counts.longerThan(20), 2);
        QCOMPARE(counts.longerThan(1000), 0);
        QCOMPARE(JobCounts().median(), 0);
        QCOMPARE(counts.shortenedBy(15).total(), 0 + 5 + 5 + 15 + 985);
        QCOMPARE(JobCounts::uniform(7, 3).total(), 21);
    }

    void histogram()
    {
        const JobCounts counts({0, 1, 2, 9, 9});
        const std::vector<JobCounts::Bar> bars = counts.histogram(5);
        QCOMPARE(bars.size(), std::size_t{5});
        QCOMPARE(bars.front(), (JobCounts::Bar{0, 2, 2}));
        QCOMPARE(bars.back(), (JobCounts::Bar{8, 10, 2}));
        std::int64_t all = 0;
        for (const JobCounts::Bar &bar : counts.histogram(3))
            all += bar.requests;
        QCOMPARE(all, 5);
        QVERIFY(JobCounts().histogram(5).empty());
        QCOMPARE(JobCounts({4}).histogram(5).size(), std::size_t{1});
    }

    /// 10,000 documents of 500 + 200 tokens at $0.002 for a thousand: 7,000,000 × $0.000002 = $14.00; 200 + 100: $6.00.
    void theTextbooksJob()
    {
        const JobQuestion asked{.model = modelAt(2, 2), .output = {.each = 200}};
        const JobFigures before = jobFigures(JobCounts::uniform(500, 10'000), asked);
        QCOMPARE(before.standard, exactly(14'000'000'000));
        QCOMPARE(before.perThousand(JobWay::Standard), exactly(1'400'000'000));
        QCOMPARE(before.inputTokens, 5'000'000);
        const JobQuestion less{.model = modelAt(2, 2), .output = {.each = 100}};
        const JobFigures after = jobFigures(JobCounts::uniform(200, 10'000), less);
        QCOMPARE(after.standard, exactly(6'000'000'000));
        QCOMPARE(std::lround(100 * (1 - after.standard.low().dollars() / before.standard.low().dollars())), 57L);
        QVERIFY(!before.batch.isKnown()); // nobody says what a batch costs there
        QCOMPARE(before.cheapest, JobWay::Standard);
    }

    void eachRequestHasItsOwnTier()
    {
        const JobCounts counts({271'999, 272'000, 272'001, 2'000'000});
        const JobFigures figures = jobFigures(counts, {.model = tieredModel(), .output = {.each = 10}});
        const std::int64_t input = 271'999LL * 2500 + 272'000LL * 2500 + 272'001LL * 5000 + 2'000'000LL * 5000;
        QCOMPARE(figures.standard, exactly(input + 2 * 10 * 15'000 + 2 * 10 * 22'500));
        QCOMPARE(figures.batch, exactly((input + 2 * 10 * 15'000 + 2 * 10 * 22'500) / 2));
        QCOMPARE(figures.input, exactly(input));
        QCOMPARE(figures.cheapest, JobWay::Batch);
        QCOMPARE(figures.pastContext, 1);
        QCOMPARE(figures.tiers, (QList<TierCount>{{272'001, 2}}));
    }

    /// The first writes, the others read: 1,500 of 2,000 tokens.
    void theSharedBeginningIsPaidOnce()
    {
        Capabilities model = modelAt(5, 25);
        model.price.cachedInputPerMillion = Money::fromDollars(0.5);
        model.price.cacheWrite5mPerMillion = Money::fromDollars(6.25);
        JobQuestion asked{.model = model, .sharedPrefix = 1500, .output = {.each = 0}};
        const JobCounts counts = JobCounts::uniform(2000, 101);
        QCOMPARE(jobFigures(counts, asked).cached, exactly(101 * 500 * 5000 + 1500 * 6250 + 100 * 1500 * 500));
        QCOMPARE(jobFigures(counts, asked).cheapest, JobWay::Cached);
        asked.sharedPrefix = LeastCachedPrefix - 1; // too short to be kept
        QCOMPARE(jobFigures(counts, asked).cached, jobFigures(counts, asked).standard);
        asked.model.price.cachedInputPerMillion.reset();
        asked.sharedPrefix = 1500;
        QVERIFY(!jobFigures(counts, asked).cached.isKnown());
    }

    void aCapMakesAnInterval()
    {
        Capabilities model = modelAt(1, 2);
        model.contextTokens = 1000;
        const JobCounts counts({100, 950});
        const JobFigures figures = jobFigures(counts, {.model = model, .output = {.cap = 200}});
        QCOMPARE(figures.standard.low(), Money::fromNano(1'050'000));
        QCOMPARE(figures.standard.high(), Money::fromNano(1'050'000 + (200 + 50) * 2000)); // the second has room for 50
        QVERIFY(figures.standard.reasons().testFlag(CostReason::OpenOutput));
        QCOMPARE(figures.input, exactly(1'050'000));
        const JobFigures open = jobFigures(counts, {.model = modelAt(1, 2)});
        QVERIFY(!open.standard.isKnown());
        QVERIFY(open.standard.reasons().testFlag(CostReason::NoOutputLimit));
    }

    void unknownIsNeverNothing()
    {
        const JobFigures figures = jobFigures(JobCounts::uniform(10, 10), {.model = {}, .output = {.each = 1}});
        QVERIFY(!figures.standard.isKnown() && !figures.cached.isKnown() && !figures.batch.isKnown());
        QVERIFY(!figures.perThousand(JobWay::Standard).isKnown());
    }

    void moreRequestsThanCounted()
    {
        JobQuestion asked{.model = modelAt(1, 1), .requests = 1000, .output = {.each = 10}};
        asked.requestsPerMinute = 100;
        asked.tokensPerMinute = 1e9;
        const JobFigures figures = jobFigures(JobCounts({100, 200}), asked);
        QCOMPARE(figures.standard.low(), Money::fromNano(500 * 320 * 1000LL));
        QVERIFY(figures.standard.reasons().testFlag(CostReason::Scaled));
        QCOMPARE(figures.inputTokens, 150'000);
        QCOMPARE(figures.time, std::chrono::seconds(600));
        asked.tokensPerMinute = 1000;
        QCOMPARE(jobFigures(JobCounts({100, 200}), asked).time, std::chrono::seconds(160 * 60));
    }

    void whatDoesNotFitSaysSo()
    {
        const JobFigures figures = jobFigures(JobCounts::uniform(std::numeric_limits<std::int64_t>::max() / 4, 1'000'000),
                                              {.model = modelAt(1'000'000, 1), .output = {.each = 1}});
        QVERIFY(figures.standard.high().isBeyond());
        QCOMPARE(figures.inputTokens, std::numeric_limits<std::int64_t>::max());
    }

    void roughCountsAreNeverExact()
    {
        const JobFigures figures =
            jobFigures(JobCounts({100, 200}, Exactness::Estimate), {.model = modelAt(1, 1), .output = {.each = 10}});
        QCOMPARE(figures.standard.kind(), Cost::Kind::Between);
        QVERIFY(figures.standard.reasons().testFlag(CostReason::EstimatedTokens));
    }

    /// What the pilot saw of everything is everything.
    void aPilotOfAllIsExact()
    {
        const JobCounts counts({100, 200, 300});
        const JobFigures figures =
            jobFigures(counts, {.model = modelAt(1, 2), .output = {.answers = {{100, 7}, {200, 1}, {300, 30}}}});
        QCOMPARE(figures.standard.low(), Money::fromNano(600'000 + 38 * 2000));
        QCOMPARE(figures.standard.low(), figures.standard.high());
        const JobFigures earlier = jobFigures(
            counts, {.model = modelAt(1, 2), .output = {.answers = {{100, 7}, {200, 1}, {300, 30}}, .isPilot = false}});
        QVERIFY(earlier.standard.low() < earlier.standard.high());
    }

    void pilotIntervalsHoldTheTotal_data()
    {
        QTest::addColumn<Lengths>("shape");
        QTest::newRow("even") << Lengths::Even;
        QTest::newRow("mildly skewed") << Lengths::Mild;
        QTest::newRow("long tail") << Lengths::Long;
        QTest::newRow("steep") << Lengths::Steep;
        QTest::newRow("falling") << Lengths::Falling;
        QTest::newRow("as long as the input") << Lengths::LikeInput;
    }

    /// 500 jobs of 4,000 requests each, a pilot of 150: 95 ± 2 % of the intervals hold what the job really costs.
    void pilotIntervalsHoldTheTotal()
    {
        QFETCH(Lengths, shape);
        constexpr int jobs = 500;
        constexpr int requests = 4000;
        constexpr std::size_t pilotSize = 150;
        const Capabilities model = modelAt(2.5, 15);
        StatsRandom random(20'261'129);
        int held = 0;
        KnownJob job;
        for (int i = 0; i < jobs; ++i) {
            if (i % 10 == 0)
                job = knownJob(shape, requests, model.price, random);
            JobQuestion asked{.model = model};
            const std::vector<std::size_t> order = randomOrder(job.requests.size(), random);
            for (std::size_t k = 0; k < pilotSize; ++k)
                asked.output.answers.push_back(job.requests[order[k]]);
            const Cost cost = jobFigures(job.counts, asked).standard;
            QVERIFY(cost.isKnown());
            if (static_cast<double>(cost.low().nano()) <= job.total && job.total <= static_cast<double>(cost.high().nano()))
                ++held;
        }
        const double share = 100.0 * held / jobs;
        QVERIFY2(share >= 93 && share <= 97, qPrintable(QString::number(share)));
    }

    /// 10,000 different lengths; the quickest of a few, since others use the machine too.
    void figuresOfALargeJobAreKnown()
    {
        std::vector<std::int64_t> tokens;
        for (int i = 0; i < 10'000; ++i)
            tokens.push_back(100 + 37LL * i);
        const JobCounts counts(std::move(tokens));
        const JobQuestion asked{.model = tieredModel(), .sharedPrefix = 2000, .output = {.cap = 500}};
        QVERIFY(jobFigures(counts, asked).standard.isKnown());
    }
};

QTEST_GUILESS_MAIN(JobTest)
#include "tst_job.moc"
