// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/compactscores.h"
#include "models/stats/pairverdict.h"

#include <QTest>

#include <algorithm>

using namespace Tempera;

namespace {

using ScoresByCase = std::vector<std::vector<double>>;

CompactScores compactOf(const ScoresByCase &cases)
{
    CompactScores scores;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        for (const double score : cases[i])
            scores.add(i, score);
    }
    return scores;
}

} // namespace

class TestCompactScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theySayWhatTheCasesSay_data();
    void theySayWhatTheCasesSay();
    void anyOrderOfCases();
    void pairsAreJudgedTheSame();
};

void TestCompactScores::theySayWhatTheCasesSay_data()
{
    QTest::addColumn<ScoresByCase>("cases");
    QTest::newRow("none") << ScoresByCase{};
    QTest::newRow("pass or fail") << ScoresByCase{{1}, {0}, {}, {1}};
    QTest::newRow("pass or fail, repeats") << ScoresByCase{{1, 0, 1}, {0, 0}, {1}};
    QTest::newRow("scores") << ScoresByCase{{0.5}, {1}, {}, {-0.25}, {0}};
    QTest::newRow("scores, repeats") << ScoresByCase{{0.5, 0.7}, {1, 0}, {}, {3, -2}, {1, 1, 1}};
    QTest::newRow("a score behind passes") << ScoresByCase{{1}, {0}, {1}, {0.1}, {1}};
    QTest::newRow("a score behind repeats") << ScoresByCase{{1, 1}, {0, 1}, {0.1}, {1}};
    QTest::newRow("repeats behind scores") << ScoresByCase{{0.3}, {1}, {0.1, 0.1}, {1, 0}};
    QTest::newRow("many repeats") << ScoresByCase{std::vector<double>(300, 1), {0}};
}

void TestCompactScores::theySayWhatTheCasesSay()
{
    QFETCH(const ScoresByCase, cases);
    const CompactScores scores = compactOf(cases);
    int most = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        QCOMPARE(scores[i], caseScores(cases[i]));
        most = std::max(most, static_cast<int>(cases[i].size()));
    }
    QCOMPARE(scores.mostRepeats(), most);
    QCOMPARE(scores[cases.size() + 5], CaseScores());
}

void TestCompactScores::anyOrderOfCases()
{
    CompactScores scores;
    scores.add(3, 1);
    scores.add(0, 0.5);
    scores.add(3, 0);
    QCOMPARE(scores.size(), 4u);
    QCOMPARE(scores[0], caseScores(std::vector<double>{0.5}));
    QCOMPARE(scores[1], CaseScores());
    QCOMPARE(scores[3], caseScores(std::vector<double>{1, 0}));
}

/// From either form of the scores the verdict is the same.
void TestCompactScores::pairsAreJudgedTheSame()
{
    StatsRandom random(9);
    for (const int repeats : {1, 3}) {
        for (const bool isScored : {false, true}) {
            ScoresByCase first(200);
            ScoresByCase second(210);
            const auto draw = [&](std::vector<double> &scores, double rate) {
                for (int i = 0; i < repeats; ++i)
                    scores.push_back(isScored ? rate * uniformReal(random) : uniformReal(random) < rate ? 1 : 0);
            };
            std::ranges::for_each(first, [&](std::vector<double> &scores) { draw(scores, 0.6); });
            std::ranges::for_each(second, [&](std::vector<double> &scores) { draw(scores, 0.8); });
            first[7] = second[7] = {}; // nobody asked for it
            second[8] = {};
            std::vector<PairedCase> cases;
            for (std::size_t i = 0; i < second.size(); ++i) {
                if (i != 7)
                    cases.push_back({i < first.size() ? caseScores(first[i]) : CaseScores(), caseScores(second[i])});
            }
            StatsRandom one(4);
            StatsRandom other(4);
            const PairVerdict wanted = pairVerdict(cases, one);
            const PairVerdict found = pairVerdict(compactOf(first), compactOf(second), other);
            QCOMPARE(found.leftOut, 11);
            QCOMPARE(found.leftOut, wanted.leftOut);
            QCOMPARE(found.method, wanted.method);
            QCOMPARE(found.decision, wanted.decision);
            QCOMPARE(found.difference, wanted.difference);
            QCOMPARE(found.interval, wanted.interval);
            QCOMPARE(found.pValue, wanted.pValue);
            QCOMPARE(found.casesNeeded, wanted.casesNeeded);
        }
    }
}

QTEST_GUILESS_MAIN(TestCompactScores)
#include "tst_compactscores.moc"
