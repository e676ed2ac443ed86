// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/caserace.h"

#include "models/stats/resampling.h"
#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Tempera;

namespace {

CaseScores onceScored(double score)
{
    CaseScores scores;
    scores.add(score);
    return scores;
}

/// The results of one case: each contender passes with its chance, given how hard the case is.
std::vector<CaseScores> passesOf(StatsRandom &random, const std::vector<double> &chances, int repeats = 1)
{
    const double hardness = uniformReal(random);
    std::vector<CaseScores> scores(chances.size());
    for (std::size_t i = 0; i < chances.size(); ++i) {
        for (int repeat = 0; repeat < repeats; ++repeat)
            scores[i].add(uniformReal(random) < std::clamp(chances[i] + 0.6 * (hardness - 0.5), 0.0, 1.0) ? 1 : 0);
    }
    return scores;
}

} // namespace

class TestCaseRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePairIsDecidedByItsEValue();
    void holmOverThePairs();
    void theRaceIsOverWhenEachPairIsDecided();
    void nothingIsAddedOnceItIsDecided();
    void missingResultsSayNothing();
    void scoresBeyondTheRangeCountAsItsEnd();
    void withoutPairsItIsNeverDecided();
    void differencesOfMeansAreRaced();
    void noDifferenceIsCalledRarely_data();
    void noDifferenceIsCalledRarely();
    void aFalseCallBesideATrueOneIsRare();
    void aDifferenceIsFoundInTime();
};

void TestCaseRace::onePairIsDecidedByItsEValue()
{
    CaseRace race({{0, 1}}, RaceFigure::CaseOutcomes, 0.05);
    PassFailRace wanted(0.05);
    int cases = 0;
    while (!race.isDecided()) {
        QVERIFY(!wanted.isDecided());
        QCOMPARE(race.neededEValue(), 20.0);
        race.add(std::vector{onceScored(0), onceScored(1)});
        wanted.add(CaseOutcome::Better);
        QCOMPARE(race.pairs().front().eValue, wanted.eValue());
        QCOMPARE(race.cases(), ++cases);
        QVERIFY(cases < 20);
    }
    QVERIFY(wanted.isDecided());
    QCOMPARE(cases, 8); // 2⁸ / 9 = 28, and 2⁷ / 8 = 16 is less than 20
    QVERIFY(race.pairs().front().verdict == CaseOutcome::Better);
    QCOMPARE(race.neededEValue(), std::nullopt);
}

/// With two pairs the first needs 40, the other then 20.
void TestCaseRace::holmOverThePairs()
{
    CaseRace race({{0, 1}, {0, 2}}, RaceFigure::CaseOutcomes, 0.05);
    for (int i = 0; i < 8; ++i) // 2⁸ / 9 = 28: enough for one pair alone
        race.add(std::vector{onceScored(1), onceScored(0), onceScored(1)});
    QVERIFY(!race.pairs()[0].verdict);
    QCOMPARE(race.neededEValue(), 40.0);
    race.add(std::vector{onceScored(1), onceScored(0), onceScored(1)}); // 2⁹ / 10 = 51
    QVERIFY(race.pairs()[0].verdict == CaseOutcome::Worse);
    QVERIFY(!race.pairs()[1].verdict);
    QVERIFY(!race.isDecided());
    QCOMPARE(race.neededEValue(), 20.0);
    for (int i = 0; i < 8; ++i)
        race.add(std::vector{onceScored(0), onceScored(0), onceScored(1)});
    QVERIFY(race.isDecided());
    QVERIFY(race.pairs()[1].verdict == CaseOutcome::Better);
    QCOMPARE(race.cases(), 17);
    QCOMPARE(race.pairs()[1].tied, 9);
}

void TestCaseRace::theRaceIsOverWhenEachPairIsDecided()
{
    CaseRace race({{0, 1}, {0, 2}}, RaceFigure::CaseOutcomes, 0.05);
    for (int i = 0; i < 1'000; ++i)
        race.add(std::vector{onceScored(0), onceScored(1), onceScored(0)});
    QVERIFY(race.pairs()[0].verdict.has_value());
    QVERIFY(!race.isDecided());
    QCOMPARE(race.cases(), 1'000);
}

void TestCaseRace::nothingIsAddedOnceItIsDecided()
{
    CaseRace race({{0, 1}}, RaceFigure::CaseOutcomes, 0.05);
    while (!race.isDecided())
        race.add(std::vector{onceScored(0), onceScored(1)});
    const RacedPair decided = race.pairs().front();
    for (int i = 0; i < 50; ++i)
        race.add(std::vector{onceScored(1), onceScored(0)});
    QCOMPARE(race.cases(), 8);
    QCOMPARE(race.pairs().front().eValue, decided.eValue);
    QCOMPARE(race.pairs().front().worse, 0);
    QVERIFY(race.pairs().front().verdict == CaseOutcome::Better);
}

void TestCaseRace::missingResultsSayNothing()
{
    CaseRace race({{0, 1}, {0, 2}}, RaceFigure::CaseOutcomes, 0.05);
    race.add(std::vector{onceScored(0), CaseScores(), onceScored(1)});
    QCOMPARE(race.pairs()[0].cases(), 0);
    QCOMPARE(race.pairs()[1].better, 1);
    QCOMPARE(race.cases(), 1);
}

void TestCaseRace::scoresBeyondTheRangeCountAsItsEnd()
{
    CaseRace race({{0, 1}}, RaceFigure::MeanDifference, 0.05);
    race.add(std::vector{onceScored(-3), onceScored(7)});
    QCOMPARE(race.pairs().front().sum, 1.0);
    QVERIFY(std::isfinite(race.pairs().front().eValue));
}

void TestCaseRace::withoutPairsItIsNeverDecided()
{
    CaseRace race({}, RaceFigure::CaseOutcomes, 0.05);
    for (int i = 0; i < 100; ++i)
        race.add(std::vector{onceScored(1)});
    QVERIFY(!race.isDecided());
    QCOMPARE(race.neededEValue(), std::nullopt);
}

/// Where one is better rarely but by much, and worse often but by little, the means decide.
void TestCaseRace::differencesOfMeansAreRaced()
{
    StatsRandom random(4);
    CaseRace means({{0, 1}}, RaceFigure::MeanDifference, 0.05);
    for (int i = 0; i < 2'000 && !means.isDecided(); ++i) {
        const bool isRare = uniformReal(random) < 0.3;
        means.add(std::vector{onceScored(isRare ? 0 : 0.1), onceScored(isRare ? 1 : 0)});
    }
    QVERIFY(means.isDecided());
    QVERIFY(means.pairs().front().verdict == CaseOutcome::Better);
    QVERIFY(means.pairs().front().worse > means.pairs().front().better);
}

void TestCaseRace::noDifferenceIsCalledRarely_data()
{
    QTest::addColumn<RaceFigure>("figure");
    QTest::addColumn<int>("contenders");
    QTest::addColumn<int>("repeats");

    QTest::newRow("two, outcomes") << RaceFigure::CaseOutcomes << 2 << 1;
    QTest::newRow("four, outcomes") << RaceFigure::CaseOutcomes << 4 << 1;
    QTest::newRow("two, means of repeats") << RaceFigure::MeanDifference << 2 << 3;
    QTest::newRow("four, means") << RaceFigure::MeanDifference << 4 << 1;
}

/// The chance that any pair is ever called in 300 cases, where there is no difference at all; looked at after every case.
void TestCaseRace::noDifferenceIsCalledRarely()
{
    QFETCH(const RaceFigure, figure);
    QFETCH(const int, contenders);
    QFETCH(const int, repeats);
    StatsRandom random(11);
    std::vector<RacePairing> pairs;
    for (int i = 1; i < contenders; ++i)
        pairs.push_back({0, i});
    const std::vector<double> chances(static_cast<std::size_t>(contenders), 0.7);
    Frequency called;
    for (int run = 0; run < 1'000; ++run) {
        CaseRace race(pairs, figure, 0.05);
        for (int i = 0; i < 300; ++i)
            race.add(passesOf(random, chances, repeats));
        called.add(std::ranges::any_of(race.pairs(), [](const RacedPair &pair) { return pair.verdict.has_value(); }));
    }
    COMPARE_LEVEL(called);
}

/// Holm: that one pair differs lends its share to the others, and no more.
void TestCaseRace::aFalseCallBesideATrueOneIsRare()
{
    StatsRandom random(12);
    Frequency called;
    Frequency found;
    for (int run = 0; run < 1'000; ++run) {
        CaseRace race({{0, 1}, {0, 2}, {0, 3}}, RaceFigure::CaseOutcomes, 0.05);
        for (int i = 0; i < 300; ++i)
            race.add(passesOf(random, {0.6, 0.95, 0.6, 0.6}));
        found.add(race.pairs()[0].verdict == CaseOutcome::Better);
        called.add(race.pairs()[1].verdict || race.pairs()[2].verdict);
    }
    COMPARE_LEVEL(called);
    QVERIFY2(found.share() > 0.95, found.text().constData());
}

void TestCaseRace::aDifferenceIsFoundInTime()
{
    StatsRandom random(13);
    for (const RaceFigure figure : {RaceFigure::CaseOutcomes, RaceFigure::MeanDifference}) {
        Frequency right;
        for (int run = 0; run < 200; ++run) {
            CaseRace race({{0, 1}}, figure, 0.05);
            for (int i = 0; i < 300 && !race.isDecided(); ++i)
                race.add(passesOf(random, {0.6, 0.9}));
            right.add(race.pairs().front().verdict == CaseOutcome::Better);
        }
        QVERIFY2(right.share() > 0.95, right.text().constData());
    }
}

QTEST_GUILESS_MAIN(TestCaseRace)
#include "tst_caserace.moc"
