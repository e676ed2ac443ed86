// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/agreement.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden();
    void perfectAndNone();
    void nothingToGoBy();
    void kappaCovers();
};

void TestAgreement::golden()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"kappa"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures)
        QVERIFY(isNear(cohenKappa(matrixOf(figure.arguments.at(0)))->kappa, figure.wanted));
}

void TestAgreement::perfectAndNone()
{
    const Agreement perfect = *cohenKappa({{20, 0}, {0, 30}});
    QCOMPARE(perfect.kappa.value, 1.0);
    QCOMPARE(perfect.agreed.value, 1.0);
    QVERIFY(perfect.agreed.interval.low < 0.95);
    QCOMPARE(perfect.cases, 50);
    const Agreement chance = *cohenKappa({{12, 18}, {8, 12}});
    QVERIFY(std::abs(chance.kappa.value) < 1e-12);
    QVERIFY(chance.kappa.interval.contains(0));
    const Agreement opposite = *cohenKappa({{0, 10}, {10, 0}});
    QCOMPARE(opposite.kappa.value, -1.0);
}

void TestAgreement::nothingToGoBy()
{
    QVERIFY(!cohenKappa({}));
    QVERIFY(!cohenKappa({{0, 0}, {0, 0}}));
    QVERIFY(!cohenKappa({{30, 0}, {0, 0}})); // both always said the same
}

void TestAgreement::kappaCovers()
{
    // The judge agrees with the person in 70 % of cases that pass and 80 % of those that fail.
    constexpr double passes = 0.6;
    const double agreed = passes * 0.7 + (1 - passes) * 0.8;
    const double judgedPass = passes * 0.7 + (1 - passes) * 0.2;
    const double chance = passes * judgedPass + (1 - passes) * (1 - judgedPass);
    const double kappa = (agreed - chance) / (1 - chance);
    StatsRandom random(91);
    Frequency covers;
    for (int i = 0; i < 10'000; ++i) {
        ConfusionMatrix counts(2, std::vector<int>(2, 0));
        for (int row = 0; row < 150; ++row) {
            const bool pass = coin(random, passes) > 0;
            const bool judged = coin(random, pass ? 0.7 : 0.2) > 0;
            ++counts[pass ? 1 : 0][judged ? 1 : 0];
        }
        covers.add(cohenKappa(counts)->kappa.interval.contains(kappa));
    }
    COMPARE_COVERAGE(covers);
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
