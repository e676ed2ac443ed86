// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/intervals.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Cases of which each has a rate of its own, each with so many repeats.
std::vector<CaseScores> repeatedCases(StatsRandom &random, int cases, int repeats)
{
    std::vector<CaseScores> result(static_cast<std::size_t>(cases));
    for (CaseScores &each : result) {
        // Mean 0.6: a third of the cases nearly always passes, a third sometimes, a third seldom.
        const double kind = uniformReal(random);
        const double rate = kind < 1.0 / 3 ? 0.95 : kind < 2.0 / 3 ? 0.6 : 0.25;
        for (int i = 0; i < repeats; ++i)
            each.add(coin(random, rate));
    }
    return result;
}

PairedCounts pairedCounts(StatsRandom &random, int cases, double better, double worse)
{
    PairedCounts counts;
    for (int i = 0; i < cases; ++i) {
        const double u = uniformReal(random);
        ++(u < better ? counts.better : u < better + worse ? counts.worse : counts.tied);
    }
    return counts;
}

/// A score in [0, 1], skewed as scores of judges are, with mean 0.75.
double skewedScore(StatsRandom &random)
{
    return std::cbrt(uniformReal(random));
}

} // namespace

class TestIntervals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenRates();
    void goldenClusters();
    void goldenPairs();
    void nothingToGoBy();
    void sidesAreAlike();
    void rateCovers_data();
    void rateCovers();
    void clusteredRateCovers();
    void meanCovers();
    void bootstrapCovers_data();
    void bootstrapCovers();
    void bootstrapIsReproducible();
    void pairedRatesCover_data();
    void pairedRatesCover();
};

void TestIntervals::goldenRates()
{
    const std::vector<GoldenFigure> wilson = goldenFigures(u"wilson"_s);
    QVERIFY(!wilson.empty());
    for (const GoldenFigure &figure : wilson)
        QVERIFY(isNear(wilsonInterval(figure.number(0), figure.number(1), figure.number(2)), figure.wanted));
    const std::vector<GoldenFigure> beta = goldenFigures(u"beta"_s);
    QVERIFY(!beta.empty());
    for (const GoldenFigure &figure : beta)
        QVERIFY(isNear(betaInterval(figure.number(0), figure.number(1)), figure.wanted));
}

void TestIntervals::goldenClusters()
{
    const std::vector<GoldenFigure> rates = goldenFigures(u"clusteredRate"_s);
    QVERIFY(!rates.empty());
    for (const GoldenFigure &figure : rates) {
        const std::vector<CaseScores> cases = casesOf(figure.arguments.at(0));
        QVERIFY(isNear(*rateEstimate(cases, figure.number(1)), figure.wanted));
        ClusterSums sums; // the same without the cases
        for (const CaseScores &each : cases)
            sums.add(static_cast<int>(each.sum), each.repeats);
        QVERIFY(isNear(*rateEstimate(sums, figure.number(1)), figure.wanted));
    }
    const std::vector<GoldenFigure> means = goldenFigures(u"clusteredMean"_s);
    QVERIFY(!means.empty());
    for (const GoldenFigure &figure : means)
        QVERIFY(isNear(*meanEstimate(casesOf(figure.arguments.at(0)), figure.number(1)), figure.wanted));
}

void TestIntervals::goldenPairs()
{
    // What the search finds of the likeliest share has half of double's digits.
    const std::vector<GoldenFigure> scores = goldenFigures(u"tangoScore"_s);
    QVERIFY(!scores.empty());
    for (const GoldenFigure &figure : scores) {
        const PairedCounts counts{figure.count(0), figure.count(1), figure.count(2)};
        QVERIFY(isNear(pairedRateScore(counts, figure.number(3)), figure.wanted.toDouble(), 1e-6));
    }
    const std::vector<GoldenFigure> intervals = goldenFigures(u"tangoInterval"_s);
    QVERIFY(!intervals.empty());
    for (const GoldenFigure &figure : intervals) {
        const PairedCounts counts{figure.count(0), figure.count(1), figure.count(2)};
        QVERIFY(isNear(pairedRateInterval(counts, figure.number(3)), figure.wanted, 1e-6));
    }
}

void TestIntervals::nothingToGoBy()
{
    QCOMPARE(wilsonInterval(0, 0), (ConfidenceInterval{0, 1}));
    QCOMPARE(pairedRateInterval({}), (ConfidenceInterval{-1, 1}));
    QCOMPARE(PairedCounts().difference(), 0.0);
    QVERIFY(!rateEstimate(std::span<const CaseScores>()));
    QVERIFY(!rateEstimate(ClusterSums()));
    QVERIFY(!rateEstimate(std::vector<CaseScores>(3)));
    QVERIFY(!meanEstimate(std::vector<double>{1}));
    QVERIFY(!meanEstimate(std::vector<CaseScores>{caseScores(std::vector<double>{1, 0})}));
    StatsRandom random;
    QVERIFY(!bootstrapMean(std::vector<double>{1}, random));

    // One case says as little as one trial, however often it is repeated; so do cases of which all passed.
    const std::vector<CaseScores> one{caseScores(std::vector<double>(50, 1))};
    QCOMPARE(rateEstimate(one)->interval, wilsonInterval(1, 1));
    const std::vector<CaseScores> ten(10, one.front());
    QVERIFY(rateEstimate(ten)->interval.low < wilsonInterval(10, 10).low);
    QCOMPARE(rateEstimate(ten)->interval.high, 1.0);
    // A case without a result is no case.
    std::vector<CaseScores> more = ten;
    more.resize(20);
    QCOMPARE(rateEstimate(more)->interval, rateEstimate(ten)->interval);
}

void TestIntervals::sidesAreAlike()
{
    for (const PairedCounts &counts :
         {PairedCounts{14, 6, 100}, PairedCounts{3, 0, 9}, PairedCounts{7, 7, 0}, PairedCounts{5, 0, 0}}) {
        const ConfidenceInterval interval = pairedRateInterval(counts);
        const ConfidenceInterval mirrored = pairedRateInterval({counts.worse, counts.better, counts.tied});
        QVERIFY(isNear(interval.low, -mirrored.high, 1e-12) && isNear(interval.high, -mirrored.low, 1e-12));
        QVERIFY(interval.contains(counts.difference()));
    }
    QCOMPARE(pairedRateInterval({5, 0, 0}).high, 1.0);
}

void TestIntervals::rateCovers_data()
{
    QTest::addColumn<int>("trials");
    QTest::newRow("20") << 20;
    QTest::newRow("120") << 120;
    QTest::newRow("1,000") << 1'000;
}

void TestIntervals::rateCovers()
{
    QFETCH(int, trials);
    std::vector<ConfidenceInterval> wilson;
    std::vector<ConfidenceInterval> beta;
    for (int passed = 0; passed <= trials; ++passed) {
        wilson.push_back(wilsonInterval(passed, trials));
        beta.push_back(betaInterval(passed, trials));
    }
    StatsRandom random(11);
    Frequency wilsonCovers;
    Frequency betaCovers;
    for (int i = 0; i < 2'000'000 / trials; ++i) {
        const double rate = uniformReal(random);
        std::size_t passed = 0;
        for (int trial = 0; trial < trials; ++trial)
            passed += uniformReal(random) < rate ? 1 : 0;
        wilsonCovers.add(wilson[passed].contains(rate));
        betaCovers.add(beta[passed].contains(rate));
    }
    COMPARE_COVERAGE(wilsonCovers);
    COMPARE_COVERAGE(betaCovers);
}

void TestIntervals::clusteredRateCovers()
{
    StatsRandom random(12);
    Frequency clustered;
    Frequency repeatsTakenForCases;
    for (int i = 0; i < 5'000; ++i) {
        const std::vector<CaseScores> cases = repeatedCases(random, 40, 5);
        const IntervalEstimate estimate = *rateEstimate(cases);
        clustered.add(estimate.interval.contains(0.6));
        repeatsTakenForCases.add(wilsonInterval(estimate.value * 200, 200).contains(0.6));
    }
    COMPARE_COVERAGE(clustered);
    QVERIFY2(repeatsTakenForCases.share() < 0.9, repeatsTakenForCases.text().constData()); // what clustering is for
}

void TestIntervals::meanCovers()
{
    StatsRandom random(13);
    Frequency single;
    Frequency few;
    Frequency repeated;
    for (int i = 0; i < 10'000; ++i) {
        std::vector<double> values(50);
        for (double &value : values)
            value = skewedScore(random);
        single.add(meanEstimate(values)->interval.contains(0.75));
        few.add(meanEstimate(std::span<const double>(values).first(20))->interval.contains(0.75));
    }
    for (int i = 0; i < 5'000; ++i)
        repeated.add(meanEstimate(repeatedCases(random, 40, 3))->interval.contains(0.6));
    COMPARE_COVERAGE(single);
    COMPARE_COVERAGE(repeated);
    QVERIFY2(few.share() > 0.93, few.text().constData()); // what the header says of few, lopsided scores
}

void TestIntervals::bootstrapCovers_data()
{
    QTest::addColumn<int>("cases");
    QTest::newRow("15 cases, the fewest") << 15;
    QTest::newRow("60 cases") << 60;
}

void TestIntervals::bootstrapCovers()
{
    QFETCH(int, cases);
    StatsRandom random(14);
    Frequency covers;
    for (int i = 0; i < 3'000; ++i) {
        std::vector<double> differences(static_cast<std::size_t>(cases));
        for (double &difference : differences)
            difference = skewedScore(random) - uniformReal(random);
        covers.add(bootstrapMean(differences, random, {.resamples = 500})->interval.contains(0.25));
    }
    COMPARE_COVERAGE(covers);
}

void TestIntervals::bootstrapIsReproducible()
{
    const std::vector<double> values{0.1, 0.5, 0.25, 0.75, 0.5, 1};
    StatsRandom first(5);
    StatsRandom second(5);
    QCOMPARE(bootstrapMean(values, first)->interval, bootstrapMean(values, second)->interval);
    // Of normal values the interval is about Student's.
    StatsRandom random(6);
    std::vector<double> normal(200);
    for (double &value : normal)
        value = normalReal(random);
    const IntervalEstimate student = *meanEstimate(normal);
    const IntervalEstimate bootstrap = *bootstrapMean(normal, random, {.resamples = 20'000});
    QVERIFY(isNear(bootstrap.interval.low, student.interval.low, 0.01));
    QVERIFY(isNear(bootstrap.interval.high, student.interval.high, 0.01));
    QCOMPARE(bootstrap.value, student.value);
}

void TestIntervals::pairedRatesCover_data()
{
    QTest::addColumn<int>("cases");
    QTest::addColumn<double>("better");
    QTest::addColumn<double>("worse");
    QTest::newRow("no difference") << 120 << 0.12 << 0.12;
    QTest::newRow("a difference") << 120 << 0.2 << 0.1;
    QTest::newRow("few cases") << 40 << 0.25 << 0.15;
    QTest::newRow("a large difference") << 60 << 0.5 << 0.1;
}

void TestIntervals::pairedRatesCover()
{
    QFETCH(int, cases);
    QFETCH(double, better);
    QFETCH(double, worse);
    StatsRandom random(15);
    Frequency covers;
    for (int i = 0; i < 6'000; ++i)
        covers.add(pairedRateInterval(pairedCounts(random, cases, better, worse)).contains(better - worse));
    COMPARE_COVERAGE(covers);
}

QTEST_GUILESS_MAIN(TestIntervals)
#include "tst_intervals.moc"
