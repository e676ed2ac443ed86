// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/extraction.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestExtraction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenFields();
    void oneValueACaseIsWilson();
    void nothingToDivideBy();
    void intervalsCover();
};

void TestExtraction::goldenFields()
{
    const std::vector<GoldenFigure> golden = goldenFigures(u"fields"_s);
    QCOMPARE(golden.size(), std::size_t(4));
    for (const GoldenFigure &figure : golden) {
        FieldSums sums;
        const QJsonArray cases = figure.arguments.at(0).toArray();
        for (const auto each : cases) {
            const QJsonArray counts = each.toArray();
            sums.add({.right = counts.at(0).toInt(),
                      .wrong = counts.at(1).toInt(),
                      .missing = counts.at(2).toInt(),
                      .invented = counts.at(3).toInt()});
        }
        const FieldFigures figures = sums.figures();
        const QString which = figure.arguments.at(1).toString();
        const IntervalEstimate &estimate = which == "accuracy"_L1    ? *figures.accuracy
                                           : which == "precision"_L1 ? *figures.metrics.precision
                                           : which == "recall"_L1    ? *figures.metrics.recall
                                                                     : *figures.metrics.f1;
        QVERIFY2(isNear(estimate, figure.wanted), qPrintable(which));
    }
}

void TestExtraction::oneValueACaseIsWilson()
{
    FieldSums sums;
    for (int i = 0; i < 20; ++i)
        sums.add({.right = i < 14 ? 1 : 0, .wrong = i >= 14 && i < 17 ? 1 : 0, .missing = i >= 17 ? 1 : 0});
    QCOMPARE(sums.counts(), (FieldCounts{.right = 14, .wrong = 3, .missing = 3, .invented = 0}));
    const FieldFigures figures = sums.figures();
    QVERIFY(isNear(figures.accuracy->value, 0.7));
    QVERIFY(isNear(figures.accuracy->interval.low, wilsonInterval(14, 20).low));
    QVERIFY(isNear(figures.metrics.precision->interval.high, wilsonInterval(14, 17).high));
    QVERIFY(isNear(figures.metrics.f1->value, 2 * (14.0 / 17) * 0.7 / (14.0 / 17 + 0.7)));
}

void TestExtraction::nothingToDivideBy()
{
    FieldSums sums;
    QVERIFY(!sums.figures().accuracy && !sums.figures().metrics.f1);
    sums.add({.invented = 2});
    const FieldFigures figures = sums.figures();
    QVERIFY(!figures.metrics.recall);
    QVERIFY(isNear(figures.metrics.precision->value, 0));
    QVERIFY(isNear(figures.metrics.f1->value, 0));
}

void TestExtraction::intervalsCover()
{
    // A value a case: right in 70 %, wrong in 20 %, missing in 6 %, invented in 4 %.
    const double precision = 0.7 / 0.94;
    const double recall = 0.7 / 0.96;
    const double f1 = 2 * precision * recall / (precision + recall);
    StatsRandom random(2026);
    Frequency ofRecall;
    Frequency ofF1;
    for (int i = 0; i < 6'000; ++i) {
        FieldSums sums;
        for (int row = 0; row < 200; ++row) {
            const double u = uniformReal(random);
            sums.add({.right = u < 0.7 ? 1 : 0,
                      .wrong = u >= 0.7 && u < 0.9 ? 1 : 0,
                      .missing = u >= 0.9 && u < 0.96 ? 1 : 0,
                      .invented = u >= 0.96 ? 1 : 0});
        }
        const FieldFigures figures = sums.figures();
        ofRecall.add(figures.metrics.recall->interval.contains(recall));
        ofF1.add(figures.metrics.f1->interval.contains(f1));
    }
    COMPARE_COVERAGE(ofRecall);
    COMPARE_COVERAGE(ofF1);
}

QTEST_GUILESS_MAIN(TestExtraction)
#include "tst_extraction.moc"
