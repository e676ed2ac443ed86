// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/ppi.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestPpi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden();
    void nothingToGoBy();
    void aUselessJudgeIsNotReliedOn();
    void correctedCoversWhereTheJudgeDoesNot();
};

void TestPpi::golden()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"ppi"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        std::vector<JudgedCase> both;
        const QJsonArray rows = figure.arguments.at(0).toArray();
        for (const auto row : rows)
            both.push_back({row[0].toDouble(), row[1].toDouble()});
        const CorrectedMean mean = *correctedMean(both, numbersOf(figure.arguments.at(1)));
        const std::vector<double> wanted = numbersOf(figure.wanted);
        QVERIFY(isNear(mean.weight, wanted.at(0)));
        QVERIFY(isNear(mean.corrected.value, wanted.at(1)));
        QVERIFY(isNear(mean.corrected.interval.low, wanted.at(2)));
        QVERIFY(isNear(mean.corrected.interval.high, wanted.at(3)));
    }
}

void TestPpi::nothingToGoBy()
{
    const std::vector<JudgedCase> two{{1, 1}, {0, 0}};
    QVERIFY(!correctedMean({}, std::vector<double>{1, 0}));
    QVERIFY(!correctedMean(two, std::vector<double>{1}));
    // A judge that always says the same is of no use.
    const std::vector<JudgedCase> same{{1, 0.5}, {0, 0.5}, {1, 0.5}};
    const CorrectedMean mean = *correctedMean(same, std::vector<double>{0.5, 0.5});
    QCOMPARE(mean.weight, 0.0);
    QCOMPARE(mean.corrected.value, mean.people.value);
    QCOMPARE(mean.judge.value, 0.5);
}

void TestPpi::aUselessJudgeIsNotReliedOn()
{
    const std::vector<JudgedCase> contrary{{1, 0}, {0, 1}, {1, 0.1}, {0, 0.9}};
    QCOMPARE(correctedMean(contrary, std::vector<double>{0, 1, 0.5})->weight, 0.0);
}

void TestPpi::correctedCoversWhereTheJudgeDoesNot()
{
    // The truth is 0.7; the judge passes 95 % of what is right and 45 % of what is wrong, and so says 0.80.
    StatsRandom random(95);
    Frequency corrected;
    Frequency judge;
    double width = 0;
    double peopleWidth = 0;
    for (int i = 0; i < 5'000; ++i) {
        std::vector<JudgedCase> both(100);
        std::vector<double> alone(400);
        for (JudgedCase &each : both) {
            each.person = coin(random, 0.7);
            each.judge = coin(random, each.person > 0 ? 0.95 : 0.45);
        }
        for (double &each : alone)
            each = coin(random, coin(random, 0.7) > 0 ? 0.95 : 0.45);
        const CorrectedMean mean = *correctedMean(both, alone);
        corrected.add(mean.corrected.interval.contains(0.7));
        judge.add(mean.judge.interval.contains(0.7));
        width += mean.corrected.interval.width();
        peopleWidth += mean.people.interval.width();
    }
    COMPARE_COVERAGE(corrected);
    QVERIFY2(judge.share() < 0.1, judge.text().constData());
    QVERIFY(width < peopleWidth); // what the judge is for
}

QTEST_GUILESS_MAIN(TestPpi)
#include "tst_ppi.moc"
