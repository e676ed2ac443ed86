// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/samplesize.h"

#include "models/stats/pairedtests.h"
#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestSampleSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden();
    void nothingToGoBy();
    void visibleUndoesNeeded();
    void theSpreadIsFoundAgain();
    void soManyCasesShowIt();
    void asPeopleSayIt();
};

void TestSampleSize::golden()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"casesNeeded"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        const WantedPower wanted{.confidence = figure.number(2), .power = figure.number(3)};
        QCOMPARE(*casesNeeded(figure.number(0), figure.number(1), wanted), figure.wanted.toInteger());
    }
}

void TestSampleSize::nothingToGoBy()
{
    QVERIFY(!casesNeeded(0, 0.05));
    QVERIFY(!casesNeeded(0.1, 0));
    QVERIFY(!visibleDifference(0, 100));
    QVERIFY(!visibleDifference(0.1, 0));
    QVERIFY(!differenceSpread({}));
    const std::vector<PairedCase> one(1, {caseScores(std::vector<double>{1}), caseScores(std::vector<double>{0})});
    QVERIFY(!differenceSpread(one));
}

void TestSampleSize::visibleUndoesNeeded()
{
    const double visible = *visibleDifference(0.2, 40);
    QVERIFY(std::abs(visible - 0.198) < 0.001); // 2.8016 · √(0.2 / 40)
    QCOMPARE(*casesNeeded(0.2, visible * 1.000001), 40);
}

void TestSampleSize::theSpreadIsFoundAgain()
{
    StatsRandom random(51);
    std::vector<PairedCase> cases(4'000);
    for (PairedCase &each : cases) {
        const double shift = 0.3 * normalReal(random);
        for (int i = 0; i < 4; ++i)
            each.first.add(0.5 * normalReal(random));
        for (int i = 0; i < 2; ++i)
            each.second.add(shift + 0.2 * normalReal(random));
    }
    const DifferenceSpread spread = *differenceSpread(cases);
    QVERIFY(std::abs(spread.cases - 0.09) < 0.01);
    QVERIFY(std::abs(spread.first - 0.25) < 0.01);
    QVERIFY(std::abs(spread.second - 0.04) < 0.005);
    // More repeats make it smaller, down to what lies between the cases.
    QVERIFY(isNear(spread.perCase(4, 2), spread.cases + spread.first / 4 + spread.second / 2));
    QVERIFY(spread.perCase(100, 100) < spread.perCase(4, 2));
}

void TestSampleSize::soManyCasesShowIt()
{
    // 16 % better, 6 % worse: a difference of ten points.
    const double variance = 0.22 - 0.01;
    const auto cases = static_cast<int>(*casesNeeded(variance, 0.1));
    StatsRandom random(52);
    Frequency shown;
    for (int i = 0; i < 10'000; ++i) {
        int better = 0;
        int worse = 0;
        for (int row = 0; row < cases; ++row) {
            const double u = uniformReal(random);
            better += u < 0.16 ? 1 : 0;
            worse += u >= 0.16 && u < 0.22 ? 1 : 0;
        }
        shown.add(mcNemarMidP(better, worse) <= 0.05);
    }
    QVERIFY2(std::abs(shown.share() - 0.8) < 0.03, shown.text().constData());
}

void TestSampleSize::asPeopleSayIt()
{
    QCOMPARE(roundedCases(7), 7);
    QCOMPARE(roundedCases(99), 99);
    QCOMPARE(roundedCases(256), 260);
    QCOMPARE(roundedCases(260), 260);
    QCOMPARE(roundedCases(995), 1'000);
    QCOMPARE(roundedCases(12'345), 13'000);
}

QTEST_GUILESS_MAIN(TestSampleSize)
#include "tst_samplesize.moc"
