// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/classification.h"

#include <QTest>

#include <random>

using namespace Tempera;

namespace {

/// Four cases that were worked out by hand.
std::vector<Classified> fourCases()
{
    return {
        {{0.9, 0.1}, 0},  // right, sure
        {{0.6, 0.4}, 1},  // wrong
        {{0.3, 0.7}, 1},  // right
        {{0.2, 0.8}, -1}, // nobody knows
    };
}

} // namespace

class TestClassification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void likeliest();
    void confusion();
    void thresholds();
    void nothingToDivideBy();
    void brier();
    void calibration();
    void thresholdsOnlyTakeAway();
    void aCalibratedClassifierHasASmallError();
};

void TestClassification::likeliest()
{
    QCOMPARE(likeliestLabel({{0.2, 0.5, 0.3}, -1}), 1);
    QCOMPARE(likeliestLabel({{0.5, 0.5}, -1}), 0); // of equals the first
    QCOMPARE(likeliestLabel({}), -1);
}

void TestClassification::confusion()
{
    const ConfusionMatrix matrix = confusionMatrix(fourCases(), 2);
    QCOMPARE(matrix, (ConfusionMatrix{{1, 0}, {1, 1}}));
    QCOMPARE(confusionMatrix({}, 3), ConfusionMatrix(3, std::vector<int>(3, 0)));
    const std::vector<Classified> outside{{{0.5, 0.5}, 7}};
    QCOMPARE(confusionMatrix(outside, 2), (ConfusionMatrix{{0, 0}, {0, 0}}));
}

void TestClassification::thresholds()
{
    const std::vector<Classified> cases = fourCases();
    const ThresholdOutcome all = atThreshold(cases, 2, 0);
    QCOMPARE(all.cases, 4);
    QCOMPARE(all.decided, 4);
    QCOMPARE(all.known, 3);
    QCOMPARE(all.correct, 2);
    QCOMPARE(*all.accuracy(), 2.0 / 3);
    QCOMPARE(*all.labels[0].precision(), 0.5);
    QCOMPARE(*all.labels[0].recall(), 1.0);
    QCOMPARE(*all.labels[1].precision(), 1.0);
    QCOMPARE(*all.labels[1].recall(), 0.5);

    const ThresholdOutcome some = atThreshold(cases, 2, 0.7); // a share that equals the threshold is enough
    QCOMPARE(some.decided, 3);
    QCOMPARE(some.known, 2);
    QCOMPARE(*some.accuracy(), 1.0);
    QCOMPARE(*some.labels[1].recall(), 0.5); // the undecided one is missed

    const ThresholdOutcome none = atThreshold(cases, 2, 0.95);
    QCOMPARE(none.decided, 0);
    QVERIFY(!none.accuracy());
    QVERIFY(!none.labels[0].precision());
    QCOMPARE(*none.labels[0].recall(), 0.0);
}

void TestClassification::nothingToDivideBy()
{
    const std::vector<Classified> unknown{{{0.9, 0.1}, -1}};
    QVERIFY(!brierScore(unknown));
    QVERIFY(!calibrationError(unknown));
    QVERIFY(!atThreshold(unknown, 2, 0).accuracy());
    QVERIFY(!atThreshold({}, 2, 0).accuracy());
}

void TestClassification::brier()
{
    // (0.1² + 0.1²) + (0.6² + 0.6²) + (0.3² + 0.3²) over three cases
    QCOMPARE(*brierScore(fourCases()), (0.02 + 0.72 + 0.18) / 3);
    const std::vector<Classified> perfect{{{0, 1}, 1}};
    QCOMPARE(*brierScore(perfect), 0.0);
    const std::vector<Classified> worst{{{1, 0}, 1}};
    QCOMPARE(*brierScore(worst), 2.0);
}

void TestClassification::calibration()
{
    // Bins of 0.1: 0.9 right → |1 − 0.9|; 0.6 wrong → |0 − 0.6|; 0.7 right → |1 − 0.7|.
    QVERIFY(qAbs(*calibrationError(fourCases()) - (0.1 + 0.6 + 0.3) / 3) < 1e-12);
    // One bin: 2 of 3 right, 2.2 promised.
    QVERIFY(qAbs(*calibrationError(fourCases(), 1) - 0.2 / 3) < 1e-12);
    const std::vector<Classified> sure{{{0, 1}, 1}};
    QCOMPARE(*calibrationError(sure), 0.0); // a share of 1 belongs to the last bin
}

void TestClassification::thresholdsOnlyTakeAway()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform(0.01, 1);
    std::uniform_int_distribution<int> label(-1, 2);
    std::vector<Classified> cases;
    for (int i = 0; i < 300; ++i) {
        const double a = uniform(random);
        const double b = uniform(random);
        const double c = uniform(random);
        cases.push_back({{a / (a + b + c), b / (a + b + c), c / (a + b + c)}, label(random)});
    }
    ThresholdOutcome last = atThreshold(cases, 3, 0);
    QCOMPARE(last.decided, 300);
    const ConfusionMatrix matrix = confusionMatrix(cases, 3);
    QCOMPARE(last.correct, matrix[0][0] + matrix[1][1] + matrix[2][2]);
    for (int step = 1; step <= 100; ++step) {
        const ThresholdOutcome next = atThreshold(cases, 3, step / 100.0);
        QVERIFY(next.decided <= last.decided);
        QVERIFY(next.correct <= last.correct);
        QVERIFY(next.correct <= next.known && next.known <= next.decided);
        int predicted = 0;
        for (const LabelQuality &quality : next.labels)
            predicted += quality.predicted;
        QCOMPARE(predicted, next.known);
        last = next;
    }
}

void TestClassification::aCalibratedClassifierHasASmallError()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<Classified> honest;
    std::vector<Classified> boasting;
    for (int i = 0; i < 20'000; ++i) {
        const double share = uniform(random);
        const int truth = uniform(random) < share ? 0 : 1;
        honest.push_back({{share, 1 - share}, truth});
        boasting.push_back({share > 0.5 ? std::vector<double>{1, 0} : std::vector<double>{0, 1}, truth});
    }
    QVERIFY(*calibrationError(honest) < 0.02);
    QVERIFY(*calibrationError(boasting) > 0.2); // right in three of four cases, sure in all
    QVERIFY(*brierScore(honest) < *brierScore(boasting));
}

QTEST_APPLESS_MAIN(TestClassification)

#include "tst_classification.moc"
