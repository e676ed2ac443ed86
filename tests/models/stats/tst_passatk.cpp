// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/passatk.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

CompactScores compactScores(const std::vector<std::vector<double>> &cases)
{
    CompactScores scores;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        for (const double score : cases[i])
            scores.add(i, score);
    }
    return scores;
}

} // namespace

class TestPassAtK : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden();
    void nothingToGoBy();
    void casesWithFewRepeatsAreLeftOut();
    void withoutBias();
    void theMeanCovers();
};

void TestPassAtK::golden()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"passK"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        const std::vector<double> wanted = numbersOf(figure.wanted);
        QVERIFY(isNear(*passAtK(figure.count(0), figure.count(1), figure.count(2)), wanted.at(0), 1e-12));
        QVERIFY(isNear(*passAllOfK(figure.count(0), figure.count(1), figure.count(2)), wanted.at(1), 1e-12));
    }
}

void TestPassAtK::nothingToGoBy()
{
    QVERIFY(!passAtK(1, 2, 3));
    QVERIFY(!passAtK(1, 2, 0));
    QVERIFY(!passAllOfK(3, 2, 1));
    QVERIFY(!passAllOfK(0, 0, 1));
    QVERIFY(!meanPassAtK({}, 1));
}

void TestPassAtK::casesWithFewRepeatsAreLeftOut()
{
    const CompactScores cases = compactScores({{1, 0, 1}, {0, 0, 0}, {1}});
    const PassEstimate estimate = *meanPassAtK(cases, 2);
    QCOMPARE(estimate.cases, 2);
    QCOMPARE(estimate.leftOut, 1);
    QCOMPARE(estimate.mean.value, 0.5); // 1 and 0
    QVERIFY(estimate.mean.interval.low >= 0 && estimate.mean.interval.high <= 1);
    QVERIFY(isNear(meanPassAllOfK(cases, 2)->mean.value, 1.0 / 6));
    // Cases that agree are no proof: with few of them the interval is wide.
    QCOMPARE(meanPassAtK(compactScores({{1, 0, 1}, {1, 0, 1}}), 3)->mean.interval, wilsonInterval(2, 2));
}

void TestPassAtK::withoutBias()
{
    StatsRandom random(61);
    double atLeastOne = 0;
    double all = 0;
    double powerOfRate = 0;
    constexpr int times = 50'000;
    for (int i = 0; i < times; ++i) {
        int passed = 0;
        for (int repeat = 0; repeat < 6; ++repeat)
            passed += uniformReal(random) < 0.4 ? 1 : 0;
        atLeastOne += *passAtK(passed, 6, 3) / times;
        all += *passAllOfK(passed, 6, 3) / times;
        powerOfRate += std::pow(passed / 6.0, 3) / times;
    }
    QVERIFY(std::abs(atLeastOne - (1 - 0.6 * 0.6 * 0.6)) < 0.004);
    QVERIFY(std::abs(all - 0.4 * 0.4 * 0.4) < 0.004);
    QVERIFY(powerOfRate > 0.09); // what others show
}

void TestPassAtK::theMeanCovers()
{
    StatsRandom random(62);
    Frequency any;
    Frequency all;
    for (int i = 0; i < 6'000; ++i) {
        CompactScores cases;
        for (std::size_t each = 0; each < 60; ++each) {
            const double rate = uniformReal(random) < 0.5 ? 0.8 : 0.3;
            for (int repeat = 0; repeat < 5; ++repeat)
                cases.add(each, coin(random, rate));
        }
        any.add(meanPassAtK(cases, 2)->mean.interval.contains((0.96 + 0.51) / 2));
        all.add(meanPassAllOfK(cases, 2)->mean.interval.contains((0.64 + 0.09) / 2));
    }
    COMPARE_COVERAGE(any);
    COMPARE_COVERAGE(all);
}

QTEST_GUILESS_MAIN(TestPassAtK)
#include "tst_passatk.moc"
