// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/equivalence.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestEquivalence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden();
    void theIntervalLiesWithin();
    void nothingToGoBy();
    void atTheMarginItKeepsItsLevel();
    void equalVariantsAreFoundEqual();
};

void TestEquivalence::golden()
{
    const std::vector<GoldenFigure> means = goldenFigures(u"tostMeans"_s);
    QVERIFY(!means.empty());
    for (const GoldenFigure &figure : means) {
        const std::vector<double> differences = numbersOf(figure.arguments.at(0));
        QVERIFY(isNear(*equivalenceOfMeans(differences, figure.number(1)), figure.wanted.toDouble()));
    }
    const std::vector<GoldenFigure> rates = goldenFigures(u"tostRates"_s);
    QVERIFY(!rates.empty());
    for (const GoldenFigure &figure : rates) {
        const PairedCounts counts{figure.count(0), figure.count(1), figure.count(2)};
        QVERIFY(isNear(*equivalenceOfRates(counts, figure.number(3)), figure.wanted.toDouble(), 1e-6));
    }
}

void TestEquivalence::theIntervalLiesWithin()
{
    StatsRandom random(41);
    int equal = 0;
    for (int i = 0; i < 500; ++i) {
        PairedCounts counts;
        std::vector<double> differences;
        for (int row = 0; row < 100; ++row) {
            const double u = uniformReal(random);
            ++(u < 0.05 ? counts.better : u < 0.1 ? counts.worse : counts.tied);
            differences.push_back(u - uniformReal(random));
        }
        const ConfidenceInterval rates = pairedRateInterval(counts, 0.9);
        QCOMPARE(*equivalenceOfRates(counts, 0.06) <= 0.05, rates.low > -0.06 && rates.high < 0.06);
        const ConfidenceInterval means = meanEstimate(std::span<const double>(differences), 0.9)->interval;
        QCOMPARE(*equivalenceOfMeans(differences, 0.08) <= 0.05, means.low > -0.08 && means.high < 0.08);
        equal += *equivalenceOfMeans(differences, 0.08) <= 0.05 ? 1 : 0;
    }
    QVERIFY(equal > 50 && equal < 450);
}

void TestEquivalence::nothingToGoBy()
{
    QVERIFY(!equivalenceOfMeans({}, 0.1));
    QVERIFY(!equivalenceOfMeans(std::vector<double>{0}, 0.1));
    QVERIFY(!equivalenceOfRates({}, 0.1));
    QCOMPARE(*equivalenceOfMeans(std::vector<double>{0.2, 0.2, 0.2}, 0.3), 0.0);
    QCOMPARE(*equivalenceOfMeans(std::vector<double>{0.2, 0.2, 0.2}, 0.1), 1.0);
    // Three cases that all tie say little of a rate.
    QVERIFY(*equivalenceOfRates({0, 0, 3}, 0.05) > 0.3);
    QVERIFY(*equivalenceOfRates({0, 0, 300}, 0.05) < 0.001);
}

void TestEquivalence::atTheMarginItKeepsItsLevel()
{
    StatsRandom random(42);
    Frequency means;
    Frequency rates;
    for (int i = 0; i < 10'000; ++i) {
        std::vector<double> differences(30);
        for (double &difference : differences)
            difference = 0.1 + 0.2 * normalReal(random);
        means.add(*equivalenceOfMeans(differences, 0.1) <= 0.05);
        PairedCounts counts;
        for (int row = 0; row < 200; ++row) {
            const double u = uniformReal(random);
            ++(u < 0.15 ? counts.better : u < 0.2 ? counts.worse : counts.tied);
        }
        rates.add(*equivalenceOfRates(counts, 0.1) <= 0.05);
    }
    COMPARE_LEVEL(means);
    COMPARE_LEVEL(rates);
}

void TestEquivalence::equalVariantsAreFoundEqual()
{
    StatsRandom random(43);
    Frequency equal;
    for (int i = 0; i < 500; ++i) {
        PairedCounts counts;
        for (int row = 0; row < 1'000; ++row) {
            const double u = uniformReal(random);
            ++(u < 0.05 ? counts.better : u < 0.1 ? counts.worse : counts.tied);
        }
        equal.add(*equivalenceOfRates(counts, 0.05) <= 0.05);
    }
    QVERIFY(equal.share() > 0.95);
}

QTEST_GUILESS_MAIN(TestEquivalence)
#include "tst_equivalence.moc"
