// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/pairverdict.h"

#include "models/stats/pairedtests.h"
#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

PairedCase passFailCase(double first, double second)
{
    return {caseScores(std::vector<double>{first}), caseScores(std::vector<double>{second})};
}

std::vector<PairedCase> passFailCases(int better, int worse, int tied)
{
    std::vector<PairedCase> cases(static_cast<std::size_t>(better), passFailCase(0, 1));
    cases.insert(cases.end(), static_cast<std::size_t>(worse), passFailCase(1, 0));
    cases.insert(cases.end(), static_cast<std::size_t>(tied), passFailCase(1, 1));
    return cases;
}

/// Scores with one decimal, the second's `shift` above the first's on average.
std::vector<PairedCase> scoredCases(StatsRandom &random, int count, double shift)
{
    std::vector<PairedCase> cases(static_cast<std::size_t>(count));
    for (PairedCase &each : cases) {
        const double level = 0.2 + 0.5 * uniformReal(random);
        each.first.add(std::round(10 * (level + 0.2 * uniformReal(random))) / 10);
        each.second.add(std::round(10 * (level + 0.2 * uniformReal(random) + shift)) / 10);
    }
    return cases;
}

} // namespace

class TestPairVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passOrFail();
    void decided();
    void equalEnough();
    void noCases();
    void casesWithoutResult();
    void repeatsAreNoCases();
    void scores();
    void fewScoresSayNothing();
    void scoresOutsideOfPoints();
    void nothingDiffers();
    void manyCases();
    void correctedForPairs();
    void seldomWrong_data();
    void seldomWrong();
};

void TestPairVerdict::passOrFail()
{
    StatsRandom random(1);
    const PairVerdict verdict = pairVerdict(passFailCases(14, 6, 100), random);
    QCOMPARE(verdict.counts, (PairedCounts{14, 6, 100}));
    QCOMPARE(verdict.method, PairMethod::McNemar);
    QCOMPARE(verdict.decision, PairDecision::NotDecided);
    QVERIFY(isNear(verdict.difference, 8.0 / 120));
    QCOMPARE(verdict.interval, pairedRateInterval({14, 6, 100}));
    QCOMPARE(verdict.pValue, mcNemarExact(14, 6));
    QVERIFY(!verdict.equalPValue);
    QVERIFY(verdict.inPoints);
    QVERIFY(verdict.casesNeeded && *verdict.casesNeeded > 500 && *verdict.casesNeeded < 520);
    QVERIFY(verdict.visible && std::abs(*verdict.visible - 0.103) < 0.001);
    QCOMPARE(random, StatsRandom(1)); // exact, without chance
}

void TestPairVerdict::decided()
{
    StatsRandom random(2);
    QCOMPARE(pairVerdict(passFailCases(24, 6, 90), random).decision, PairDecision::SecondBetter);
    QCOMPARE(pairVerdict(passFailCases(6, 24, 90), random).decision, PairDecision::FirstBetter);
}

void TestPairVerdict::equalEnough()
{
    StatsRandom random(3);
    const VerdictSettings asked{.margin = 0.05};
    const PairVerdict equal = pairVerdict(passFailCases(4, 5, 400), random, asked);
    QCOMPARE(equal.decision, PairDecision::EqualEnough);
    QCOMPARE(equal.margin, 0.05);
    QCOMPARE(pairVerdict(passFailCases(4, 5, 30), random, asked).decision, PairDecision::NotDecided);
    QCOMPARE(pairVerdict(passFailCases(4, 5, 400), random).decision, PairDecision::NotDecided); // nobody asked
}

void TestPairVerdict::noCases()
{
    StatsRandom random(4);
    const PairVerdict verdict = pairVerdict({}, random);
    QCOMPARE(verdict.decision, PairDecision::TooFewCases);
    QVERIFY(!verdict.interval && !verdict.pValue && !verdict.casesNeeded);
}

void TestPairVerdict::casesWithoutResult()
{
    StatsRandom random(5);
    std::vector<PairedCase> cases = passFailCases(14, 6, 100);
    cases.push_back({caseScores(std::vector<double>{1}), {}});
    cases.push_back({});
    const PairVerdict verdict = pairVerdict(cases, random);
    QCOMPARE(verdict.leftOut, 2);
    QCOMPARE(verdict.counts.cases(), 120);
}

void TestPairVerdict::repeatsAreNoCases()
{
    StatsRandom random(6);
    // Twenty cases with ten repeats each, in which the second is better in twelve and worse in eight.
    std::vector<PairedCase> cases;
    for (int i = 0; i < 20; ++i) {
        const std::vector<double> all(10, 1);
        const std::vector<double> no(10, 0);
        cases.push_back(i < 12 ? PairedCase{caseScores(no), caseScores(all)} : PairedCase{caseScores(all), caseScores(no)});
    }
    const PairVerdict verdict = pairVerdict(cases, random);
    QCOMPARE(verdict.counts, (PairedCounts{12, 8, 0}));
    QCOMPARE(verdict.method, PairMethod::SignFlip);
    QCOMPARE(verdict.decision, PairDecision::NotDecided); // 120 of 200 would have been decided
    QVERIFY(verdict.interval->contains(0));
}

void TestPairVerdict::scores()
{
    StatsRandom random(7);
    const std::vector<PairedCase> cases = scoredCases(random, 60, 0.1);
    const PairVerdict verdict = pairVerdict(cases, random);
    QCOMPARE(verdict.method, PairMethod::SignFlip);
    QCOMPARE(verdict.decision, PairDecision::SecondBetter);
    QVERIFY(verdict.interval->contains(verdict.difference));
    QCOMPARE(verdict.counts.cases(), 60);
    QVERIFY(verdict.counts.tied > 0); // 0.3 − 0.2 and 0.4 − 0.3 are not ties, 0.3 and 0.3 are
}

void TestPairVerdict::fewScoresSayNothing()
{
    StatsRandom random(8);
    const PairVerdict few = pairVerdict(scoredCases(random, 14, 0.3), random);
    QCOMPARE(few.decision, PairDecision::TooFewCases);
    QVERIFY(!few.interval && !few.pValue);
    QCOMPARE(few.counts.cases(), 14);
    QVERIFY(pairVerdict(scoredCases(random, 15, 0.3), random).interval.has_value());
}

void TestPairVerdict::scoresOutsideOfPoints()
{
    StatsRandom random(9);
    std::vector<PairedCase> cases;
    for (int i = 0; i < 40; ++i)
        cases.push_back(passFailCase(1 + i % 5, 1 + (i / 5) % 5)); // stars, from one to five
    const PairVerdict verdict = pairVerdict(cases, random, {.margin = 0.1});
    QVERIFY(!verdict.inPoints);
    QVERIFY(isNear(verdict.interesting, 0.2)); // 5 % of four stars
    QVERIFY(isNear(verdict.margin, 0.4));
}

void TestPairVerdict::nothingDiffers()
{
    StatsRandom random(10);
    std::vector<PairedCase> cases(20, {caseScores(std::vector<double>{0.5, 0.7}), caseScores(std::vector<double>{0.5, 0.7})});
    const PairVerdict verdict = pairVerdict(cases, random, {.margin = 0.05});
    QCOMPARE(verdict.decision, PairDecision::NotDecided);
    QVERIFY(verdict.interval->width() > 0.1); // twenty ties are no proof
    QVERIFY(!verdict.casesNeeded);
    cases.resize(500, cases.front());
    QCOMPARE(pairVerdict(cases, random, {.margin = 0.05}).decision, PairDecision::EqualEnough);
}

void TestPairVerdict::manyCases()
{
    StatsRandom random(11);
    const std::vector<PairedCase> cases = scoredCases(random, 20'000, 0.02);
    const StatsRandom before = random;
    const PairVerdict verdict = pairVerdict(cases, random);
    QCOMPARE(random, before); // Student's interval and the normal distribution, without resampling
    QCOMPARE(verdict.decision, PairDecision::SecondBetter);
    QVERIFY(std::abs(verdict.difference - 0.02) < 0.005);
}

void TestPairVerdict::correctedForPairs()
{
    StatsRandom random(12);
    std::vector<PairVerdict> verdicts;
    verdicts.push_back(pairVerdict(passFailCases(19, 7, 100), random)); // p = 0.029
    verdicts.push_back(pairVerdict(passFailCases(8, 8, 100), random));
    verdicts.push_back(pairVerdict({}, random));
    verdicts.push_back(pairVerdict(passFailCases(30, 2, 100), random));
    QCOMPARE(verdicts[0].decision, PairDecision::SecondBetter);
    const double before = *verdicts[0].pValue;
    correctForPairs(verdicts);
    QCOMPARE(*verdicts[0].pValue, 2 * before); // Holm, the second of three
    QCOMPARE(verdicts[0].decision, PairDecision::NotDecided);
    QCOMPARE(verdicts[1].decision, PairDecision::NotDecided);
    QCOMPARE(verdicts[2].decision, PairDecision::TooFewCases);
    QCOMPARE(verdicts[3].decision, PairDecision::SecondBetter);
}

void TestPairVerdict::seldomWrong_data()
{
    QTest::addColumn<int>("repeats");
    QTest::addColumn<bool>("scored");
    QTest::newRow("pass or fail") << 1 << false;
    QTest::newRow("pass or fail, three repeats") << 3 << false;
    QTest::newRow("scores") << 1 << true;
}

/// Two equal variants: how often one is called better.
void TestPairVerdict::seldomWrong()
{
    QFETCH(int, repeats);
    QFETCH(bool, scored);
    StatsRandom random(13);
    Frequency wrong;
    const VerdictSettings quick{.resamples = 200, .flips = 199};
    for (int i = 0; i < 2'000; ++i) {
        std::vector<PairedCase> cases = scored ? scoredCases(random, 40, 0) : std::vector<PairedCase>(40);
        for (PairedCase &each : cases) {
            const double rate = uniformReal(random);
            for (int repeat = 0; repeat < repeats && !scored; ++repeat) {
                each.first.add(coin(random, rate));
                each.second.add(coin(random, rate));
            }
        }
        const PairDecision decision = pairVerdict(cases, random, quick).decision;
        wrong.add(decision == PairDecision::FirstBetter || decision == PairDecision::SecondBetter);
    }
    COMPARE_LEVEL(wrong);
    QVERIFY(wrong.share() > 0.01);
}

QTEST_GUILESS_MAIN(TestPairVerdict)
#include "tst_pairverdict.moc"
