// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/pairedtests.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestPairedTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenMcNemar();
    void goldenSignFlip();
    void randomFlipsAgreeWithAll();
    void manyDifferencesAreNormal();
    void mcNemarKeepsItsLevel();
    void signFlipKeepsItsLevel();
    void aDifferenceIsFound();
};

void TestPairedTests::goldenMcNemar()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"mcnemar"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        const std::vector<double> wanted = numbersOf(figure.wanted);
        QVERIFY(isNear(mcNemarExact(figure.count(0), figure.count(1)), wanted.at(0), 1e-12));
        QVERIFY(isNear(mcNemarMidP(figure.count(0), figure.count(1)), wanted.at(1), 1e-12));
    }
}

void TestPairedTests::goldenSignFlip()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"signFlip"_s);
    QVERIFY(!figures.empty());
    StatsRandom random;
    for (const GoldenFigure &figure : figures)
        QCOMPARE(signFlipTest(numbersOf(figure.arguments.at(0)), random), figure.wanted.toDouble());
    QCOMPARE(random, StatsRandom()); // all patterns were tried: no chance was needed
    QCOMPARE(signFlipTest({}, random), 1.0);
}

void TestPairedTests::randomFlipsAgreeWithAll()
{
    const std::vector<double> differences{0.25, -0.125, 0.5, 0.125, 0.375, -0.25, 0.0625, 0.25, 0.125, 0.1875};
    StatsRandom random(21);
    const double all = signFlipTest(differences, random);
    const double some = signFlipTest(differences, random, {.flips = 1'000});
    QVERIFY(all != some);
    QVERIFY(std::abs(all - some) < 0.02);
    // 0 is never said: (1 + hits) / (1 + flips).
    const std::vector<double> far(100, 1.0);
    QCOMPARE(signFlipTest(far, random, {.flips = 999}), 0.001);
}

void TestPairedTests::manyDifferencesAreNormal()
{
    StatsRandom random(22);
    std::vector<double> differences(400);
    for (double &difference : differences)
        difference = normalReal(random) + 0.08;
    const double flipped = signFlipTest(differences, random, {.flips = 40'000});
    const double normal = signFlipTest(differences, random, {.normalFrom = 400});
    QVERIFY(std::abs(flipped - normal) < 0.01);
}

void TestPairedTests::mcNemarKeepsItsLevel()
{
    StatsRandom random(23);
    Frequency exact;
    Frequency mid;
    for (int i = 0; i < 20'000; ++i) {
        int better = 0;
        int worse = 0;
        for (int row = 0; row < 100; ++row) {
            const double u = uniformReal(random);
            better += u < 0.15 ? 1 : 0;
            worse += u >= 0.15 && u < 0.3 ? 1 : 0;
        }
        exact.add(mcNemarExact(better, worse) <= 0.05);
        mid.add(mcNemarMidP(better, worse) <= 0.05);
    }
    COMPARE_LEVEL(exact);
    QVERIFY2(mid.share() <= 0.055, mid.text().constData());
    QVERIFY(mid.share() > exact.share());
}

void TestPairedTests::signFlipKeepsItsLevel()
{
    StatsRandom random(24);
    Frequency refused;
    for (int i = 0; i < 4'000; ++i) {
        std::vector<double> differences(25);
        for (double &difference : differences) // about 0, with heavy tails and ties
            difference = std::round(4 * std::pow(2 * uniformReal(random) - 1, 3)) / 4;
        refused.add(signFlipTest(differences, random, {.flips = 499}) <= 0.05);
    }
    COMPARE_LEVEL(refused);
}

void TestPairedTests::aDifferenceIsFound()
{
    StatsRandom random(25);
    Frequency found;
    for (int i = 0; i < 300; ++i) {
        std::vector<double> differences(60);
        for (double &difference : differences)
            difference = 0.4 * normalReal(random) + 0.25;
        found.add(signFlipTest(differences, random, {.flips = 499}) <= 0.05);
    }
    QVERIFY(found.share() > 0.98);
    QVERIFY(mcNemarExact(30, 5) < 0.001);
    QCOMPARE(mcNemarExact(30, 5), mcNemarExact(5, 30));
}

QTEST_GUILESS_MAIN(TestPairedTests)
#include "tst_pairedtests.moc"
