// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/labelmetrics.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestLabelMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenF1();
    void goldenMacro();
    void ofALabel();
    void labelsThatDoNotOccur();
    void intervalsCover();
};

void TestLabelMetrics::goldenF1()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"f1"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        LabelQuality quality;
        quality.correct = figure.count(0);
        quality.predicted = figure.count(1);
        quality.expected = figure.count(2);
        QVERIFY(isNear(*labelMetrics(quality).f1, figure.wanted));
    }
}

void TestLabelMetrics::goldenMacro()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"macro"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        const LabelMetrics macro = classifierMetrics(matrixOf(figure.arguments.at(0))).macro;
        const QString which = figure.arguments.at(1).toString();
        const IntervalEstimate &estimate = which == "precision"_L1 ? *macro.precision
                                           : which == "recall"_L1  ? *macro.recall
                                                                   : *macro.f1;
        QVERIFY2(isNear(estimate, figure.wanted, 1e-7), qPrintable(which)); // slopes taken numerically
    }
}

void TestLabelMetrics::ofALabel()
{
    const ClassifierMetrics metrics = classifierMetrics({{8, 2}, {1, 9}});
    QVERIFY(isNear(metrics.labels.at(0).precision->value, 8.0 / 9));
    QVERIFY(isNear(metrics.labels.at(0).recall->value, 0.8));
    QVERIFY(isNear(metrics.labels.at(0).f1->value, 16.0 / 19)); // 2PR / (P + R)
    QCOMPARE(metrics.labels.at(1).recall->interval, wilsonInterval(9, 10));
    QVERIFY(isNear(metrics.micro->value, 0.85));
    QCOMPARE(metrics.micro->interval, wilsonInterval(17, 20));
}

void TestLabelMetrics::labelsThatDoNotOccur()
{
    QVERIFY(!classifierMetrics({}).micro);
    QVERIFY(!classifierMetrics({{0, 0}, {0, 0}}).macro.f1);
    // The third label neither occurs nor is given; the second is never given.
    const ClassifierMetrics metrics = classifierMetrics({{6, 0, 0}, {4, 0, 0}, {0, 0, 0}});
    QVERIFY(!metrics.labels.at(1).precision);
    QCOMPARE(metrics.labels.at(1).recall->value, 0.0);
    QCOMPARE(metrics.labels.at(1).f1->value, 0.0);
    QVERIFY(!metrics.labels.at(2).f1);
    QVERIFY(isNear(metrics.macro.precision->value, 0.3));
    QVERIFY(isNear(metrics.macro.recall->value, 0.5));
}

void TestLabelMetrics::intervalsCover()
{
    // Three labels of shares 0.5, 0.3, 0.2, right in 85 %, 70 %, 60 %, else one of the others.
    constexpr double right[3] = {0.85, 0.7, 0.6};
    constexpr double shares[3] = {0.5, 0.3, 0.2};
    ConfusionMatrix truth(3, std::vector<int>(3, 0));
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            truth[i][j] = static_cast<int>(std::lround(100'000 * shares[i] * (i == j ? right[i] : (1 - right[i]) / 2)));
    }
    const ClassifierMetrics wanted = classifierMetrics(truth);
    StatsRandom random(97);
    Frequency macro;
    Frequency micro;
    Frequency f1;
    for (int i = 0; i < 6'000; ++i) {
        ConfusionMatrix counts(3, std::vector<int>(3, 0));
        for (int row = 0; row < 250; ++row) {
            const double u = uniformReal(random);
            const std::size_t expected = u < 0.5 ? 0 : u < 0.8 ? 1 : 2;
            const bool isRight = coin(random, right[expected]) > 0;
            ++counts[expected][isRight ? expected : (expected + 1 + uniformBelow(random, 2)) % 3];
        }
        const ClassifierMetrics metrics = classifierMetrics(counts);
        macro.add(metrics.macro.f1->interval.contains(wanted.macro.f1->value));
        micro.add(metrics.micro->interval.contains(wanted.micro->value));
        f1.add(metrics.labels[2].f1->interval.contains(wanted.labels[2].f1->value));
    }
    COMPARE_COVERAGE(macro);
    COMPARE_COVERAGE(micro);
    COMPARE_COVERAGE(f1);
}

QTEST_GUILESS_MAIN(TestLabelMetrics)
#include "tst_labelmetrics.moc"
