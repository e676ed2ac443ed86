// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/racing.h"

#include "models/stats/pairedtests.h"
#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

CaseOutcome outcomeOf(StatsRandom &random, double better, double worse)
{
    const double u = uniformReal(random);
    return u < better ? CaseOutcome::Better : u < better + worse ? CaseOutcome::Worse : CaseOutcome::Tied;
}

/// A difference of two scores in [0, 1], on average `mean`, in quarters.
double scoreDifference(StatsRandom &random, double mean)
{
    const double spread = std::floor(4 * uniformReal(random)) / 4 - std::floor(4 * uniformReal(random)) / 4;
    return uniformReal(random) < std::abs(mean) ? std::copysign(1, mean) : spread;
}

} // namespace

class TestRacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenEValues();
    void goldenIntervals();
    void goldenBetting();
    void ties();
    void whatIsDecidedStays();
    void passFailKeepsAlphaUnderPeeking();
    void scoresKeepAlphaUnderPeeking();
    void winShareHoldsAtAllTimes();
    void differenceHoldsAtAllTimes();
    void aDifferenceIsDecidedEarly();
    void equalVariantsCanStopAsEqual();
};

void TestRacing::goldenEValues()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"eValue"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        PassFailRace race;
        for (int i = 0; i < figure.count(0); ++i)
            race.add(CaseOutcome::Better);
        for (int i = 0; i < figure.count(1); ++i)
            race.add(CaseOutcome::Worse);
        QVERIFY(isNear(race.eValue(), figure.wanted.toDouble(), 1e-11));
        QCOMPARE(race.counts(), (PairedCounts{figure.count(0), figure.count(1), 0}));
    }
}

void TestRacing::goldenIntervals()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"eInterval"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        PassFailRace race(figure.number(1));
        for (const double win : numbersOf(figure.arguments.at(0)))
            race.add(win > 0 ? CaseOutcome::Better : CaseOutcome::Worse);
        QVERIFY(isNear(race.winShare(), figure.wanted));
        QCOMPARE(race.isDecided(), !race.winShare().contains(0.5));
    }
}

void TestRacing::goldenBetting()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"betting"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        ScoreRace race(figure.number(1), figure.count(2));
        for (const double difference : numbersOf(figure.arguments.at(0)))
            race.add(difference);
        const std::vector<double> wanted = numbersOf(figure.wanted);
        QVERIFY(isNear(race.eValue(), wanted.at(0)));
        QVERIFY(isNear(race.difference().low, std::max(-1.0, wanted.at(1))));
        QVERIFY(isNear(race.difference().high, std::min(1.0, wanted.at(2))));
    }
}

void TestRacing::ties()
{
    PassFailRace race;
    for (int i = 0; i < 100; ++i)
        race.add(CaseOutcome::Tied);
    QCOMPARE(race.eValue(), 1.0);
    QCOMPARE(race.winShare(), (ConfidenceInterval{0, 1}));
    QVERIFY(!race.isDecided());
    QCOMPARE(race.counts().tied, 100);
}

void TestRacing::whatIsDecidedStays()
{
    PassFailRace race;
    ScoreRace scores;
    for (int i = 0; i < 40; ++i) {
        race.add(CaseOutcome::Better);
        scores.add(1);
    }
    QVERIFY(race.isDecided());
    QVERIFY(scores.isDecided());
    for (int i = 0; i < 40; ++i) {
        race.add(CaseOutcome::Worse);
        scores.add(-1);
    }
    QVERIFY(race.eValue() < 20);
    QVERIFY(race.isDecided());
    QVERIFY(scores.isDecided());
    QCOMPARE(scores.cases(), 80);
}

void TestRacing::passFailKeepsAlphaUnderPeeking()
{
    StatsRandom random(81);
    Frequency race;
    Frequency naive; // McNemar's test after every case, as people look
    std::vector<std::vector<double>> pValues(201, std::vector<double>(201));
    for (int better = 0; better <= 200; ++better) {
        for (int worse = 0; better + worse <= 200; ++worse)
            pValues[static_cast<std::size_t>(better)][static_cast<std::size_t>(worse)] = mcNemarExact(better, worse);
    }
    for (int i = 0; i < 2'000; ++i) {
        PairedCounts counts;
        bool raceDecided = false;
        bool naiveDecided = false;
        PassFailRace racing;
        for (int row = 0; row < 400; ++row) {
            const CaseOutcome outcome = outcomeOf(random, 0.15, 0.15);
            racing.add(outcome);
            raceDecided = raceDecided || racing.eValue() >= 20;
            ++(outcome == CaseOutcome::Better ? counts.better : outcome == CaseOutcome::Worse ? counts.worse : counts.tied);
            const auto better = static_cast<std::size_t>(counts.better);
            const auto worse = static_cast<std::size_t>(counts.worse);
            naiveDecided = naiveDecided || pValues.at(better).at(worse) <= 0.05;
        }
        QCOMPARE(racing.isDecided(), raceDecided);
        race.add(raceDecided);
        naive.add(naiveDecided);
    }
    COMPARE_LEVEL(race);
    QVERIFY2(naive.share() > 0.15, naive.text().constData()); // three times what it promises
}

void TestRacing::scoresKeepAlphaUnderPeeking()
{
    StatsRandom random(82);
    Frequency race;
    Frequency naive; // Student's interval after every case from the 15th on
    for (int i = 0; i < 2'000; ++i) {
        ScoreRace racing(0.05, 2);
        double sum = 0;
        double squares = 0;
        bool naiveDecided = false;
        for (int row = 1; row <= 400; ++row) {
            const double difference = scoreDifference(random, 0);
            racing.add(difference);
            sum += difference;
            squares += difference * difference;
            const double error = std::sqrt((squares - sum * sum / row) / (row - 1) / row);
            naiveDecided = naiveDecided || (row >= 15 && std::abs(sum / row) > 2.0 * error);
        }
        race.add(racing.isDecided());
        naive.add(naiveDecided);
    }
    COMPARE_LEVEL(race);
    QVERIFY2(naive.share() > 0.15, naive.text().constData());
}

void TestRacing::winShareHoldsAtAllTimes()
{
    StatsRandom random(83);
    Frequency missed;
    for (int i = 0; i < 1'000; ++i) {
        PassFailRace racing;
        bool once = false;
        for (int row = 0; row < 150; ++row) {
            racing.add(outcomeOf(random, 0.7, 0.3));
            once = once || !racing.winShare().contains(0.7);
        }
        missed.add(once);
    }
    COMPARE_LEVEL(missed);
}

void TestRacing::differenceHoldsAtAllTimes()
{
    StatsRandom random(84);
    Frequency missed;
    for (int i = 0; i < 500; ++i) {
        ScoreRace racing(0.05, 100);
        bool once = false;
        double width = 2;
        for (int row = 0; row < 200; ++row) {
            racing.add(scoreDifference(random, 0.2));
            once = once || !racing.difference().contains(0.2);
            QVERIFY(racing.difference().width() <= width); // it only ever shrinks
            width = racing.difference().width();
        }
        missed.add(once);
    }
    COMPARE_LEVEL(missed);
}

void TestRacing::aDifferenceIsDecidedEarly()
{
    StatsRandom random(85);
    Frequency decided;
    Frequency scoresDecided;
    for (int i = 0; i < 200; ++i) {
        PassFailRace race;
        ScoreRace scores(0.05, 40);
        for (int row = 0; row < 150 && !race.isDecided(); ++row)
            race.add(outcomeOf(random, 0.35, 0.05));
        for (int row = 0; row < 300 && !scores.isDecided(); ++row)
            scores.add(scoreDifference(random, 0.3));
        decided.add(race.isDecided() && race.winShare().low > 0.5);
        scoresDecided.add(scores.isDecided() && scores.difference().high > 0.2);
    }
    QVERIFY2(decided.share() > 0.98, decided.text().constData());
    QVERIFY2(scoresDecided.share() > 0.98, scoresDecided.text().constData());
}

void TestRacing::equalVariantsCanStopAsEqual()
{
    ScoreRace race;
    QVERIFY(!race.isWithin(0.5));
    for (int row = 0; row < 2'000 && !race.isWithin(0.05); ++row)
        race.add(row % 2 == 0 ? 0.1 : -0.1);
    QVERIFY(race.isWithin(0.05));
    QVERIFY(!race.isDecided());
    race.add(7); // outside: counts as the end
    QVERIFY(std::isfinite(race.eValue()));
}

QTEST_GUILESS_MAIN(TestRacing)
#include "tst_racing.moc"
