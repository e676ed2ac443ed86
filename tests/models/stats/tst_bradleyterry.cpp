// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/bradleyterry.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Scores whose pairs follow the model exactly: the strength plus Gumbel noise, of its own in each cell.
ScoreTable tableOf(StatsRandom &random, const std::vector<double> &strengths, int cases)
{
    ScoreTable table;
    table.variants = static_cast<int>(strengths.size());
    for (int row = 0; row < cases; ++row) {
        for (const double strength : strengths)
            table.scores.push_back(strength - std::log(-std::log(1 - uniformReal(random))));
    }
    return table;
}

} // namespace

class TestBradleyTerry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden();
    void winsAndTies();
    void nothingToGoBy();
    void aClearOrder();
    void ranksHaveBands();
    void equalVariantsAreNotRanked();
    void bandsCover();
    void reproducible();
};

void TestBradleyTerry::golden()
{
    const std::vector<GoldenFigure> figures = goldenFigures(u"bradleyTerry"_s);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        WinTable wins;
        const QJsonArray rows = figure.arguments.at(0).toArray();
        for (const auto row : rows)
            wins.push_back(numbersOf(row));
        const std::vector<double> strengths = bradleyTerry(wins);
        const std::vector<double> wanted = numbersOf(figure.wanted);
        QCOMPARE(strengths.size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QVERIFY(isNear(strengths[i], wanted[i], 1e-7));
    }
}

void TestBradleyTerry::winsAndTies()
{
    const ScoreTable table{3, {1, 0, 0, 0.5, 0.5, none, none, 1, 0}};
    QCOMPARE(table.cases(), std::size_t{3});
    QCOMPARE(winTable(table), (WinTable{{0, 1.5, 1}, {0.5, 0, 1.5}, {0, 0.5, 0}}));
}

void TestBradleyTerry::nothingToGoBy()
{
    StatsRandom random;
    QVERIFY(!rankVariants({}, random));
    QVERIFY(!rankVariants({1, {1, 0, 1}}, random));
    QVERIFY(!rankVariants({2, {1, 0}}, random));
    // Nothing compared: all alike, nothing decided.
    const Ranking ranking = *rankVariants({2, {1, none, none, 1}}, random);
    QVERIFY(!ranking.isDecisive());
    QCOMPARE(ranking.variants.front().strength, 0.0);
}

void TestBradleyTerry::aClearOrder()
{
    StatsRandom random(71);
    const Ranking ranking = *rankVariants(tableOf(random, {0, 2, 1}, 300), random);
    QCOMPARE(ranking.pairs, 3);
    QCOMPARE(ranking.decidedPairs, 3);
    QVERIFY(ranking.isDecisive() && ranking.hasWinner());
    QCOMPARE(ranking.variants.at(0).variant, 1);
    QCOMPARE(ranking.variants.at(1).variant, 2);
    QCOMPARE(ranking.variants.at(2).variant, 0);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(ranking.variants[i].bestRank, static_cast<int>(i) + 1);
        QCOMPARE(ranking.variants[i].worstRank, static_cast<int>(i) + 1);
    }
    QVERIFY(std::abs(ranking.variants[0].strength - 1) < 0.3);
}

void TestBradleyTerry::ranksHaveBands()
{
    StatsRandom random(72);
    const Ranking ranking = *rankVariants(tableOf(random, {1.5, 1.5, -1.5}, 200), random);
    QVERIFY(ranking.isDecisive());
    QVERIFY(!ranking.hasWinner());
    QCOMPARE(ranking.decidedPairs, 2);
    QCOMPARE(ranking.variants.at(0).bestRank, 1);
    QCOMPARE(ranking.variants.at(0).worstRank, 2);
    QCOMPARE(ranking.variants.at(1).bestRank, 1);
    QCOMPARE(ranking.variants.at(1).worstRank, 2);
    QCOMPARE(ranking.variants.at(2).bestRank, 3);
}

void TestBradleyTerry::equalVariantsAreNotRanked()
{
    StatsRandom random(73);
    Frequency decisive;
    for (int i = 0; i < 1'500; ++i)
        decisive.add(rankVariants(tableOf(random, {0, 0, 0, 0}, 60), random, {.resamples = 100})->isDecisive());
    COMPARE_LEVEL(decisive);
}

void TestBradleyTerry::bandsCover()
{
    StatsRandom random(74);
    const std::vector<double> strengths{-0.5, 0, 0.5};
    Frequency covers;
    for (int i = 0; i < 2'000; ++i) {
        const Ranking ranking = *rankVariants(tableOf(random, strengths, 120), random, {.resamples = 150});
        for (const RankedVariant &each : ranking.variants)
            covers.add(each.band.contains(strengths[static_cast<std::size_t>(each.variant)]));
    }
    COMPARE_COVERAGE(covers);
}

void TestBradleyTerry::reproducible()
{
    StatsRandom random(75);
    const ScoreTable table = tableOf(random, {0, 1}, 40);
    StatsRandom first(1);
    StatsRandom second(1);
    QCOMPARE(rankVariants(table, first)->variants.front().band, rankVariants(table, second)->variants.front().band);
}

QTEST_GUILESS_MAIN(TestBradleyTerry)
#include "tst_bradleyterry.moc"
