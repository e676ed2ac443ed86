// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/runrace.h"

#include "models/stats/resampling.h"
#include "tests/models/session/sessionworld.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Two variants of one prompt, so many repeats.
std::vector<CellKey> cellsOfPair(int repeats = 1)
{
    std::vector<CellKey> keys;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (int variant = 0; variant < 2; ++variant)
            keys.push_back({0, 0, variant, repeat});
    }
    return keys;
}

CellSummary gradedCell(bool passed, std::int64_t costNano = 1'000'000)
{
    CellSummary cell;
    cell.state = CellState::Done;
    cell.outcome = passed ? Outcome::Pass : Outcome::Fail;
    cell.score = passed ? 1 : 0;
    cell.verdicts = 1;
    cell.costNano = std::optional(costNano);
    return cell;
}

/// Ends the cells of a case: the first variant fails, the second passes.
void addWonCase(RunRace &race, std::size_t place)
{
    race.add(2 * place, gradedCell(false));
    race.add(2 * place + 1, gradedCell(true));
}

QString pairsSeen(const RaceReport &report)
{
    QStringList all;
    for (const RacedPair &pair : report.pairs) {
        const RaceContender first = report.contenders[static_cast<std::size_t>(pair.pairing.first)];
        const RaceContender second = report.contenders[static_cast<std::size_t>(pair.pairing.second)];
        all += u"%1%2-%3%4"_s.arg(first.promptIndex).arg(first.variantIndex).arg(second.promptIndex).arg(second.variantIndex);
    }
    return all.join(u' ');
}

} // namespace

class RunRaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsRandomAndTheSameAgain()
    {
        const std::vector<std::size_t> order = raceOrder(50, 7);
        QCOMPARE(order, raceOrder(50, 7));
        QVERIFY(order != raceOrder(50, 8));
        std::vector<std::size_t> sorted = order;
        std::ranges::sort(sorted);
        std::vector<std::size_t> all(50);
        std::iota(all.begin(), all.end(), 0);
        QVERIFY(order != all);
        QCOMPARE(sorted, all);
    }

    void whatIsCompared()
    {
        std::vector<CellKey> keys;
        for (int prompt = 0; prompt < 2; ++prompt) {
            for (int variant = 0; variant < 3; ++variant) {
                if (prompt == 0 || variant != 1) // the second variant takes the first prompt only
                    keys.push_back({0, prompt, variant, 0});
            }
        }
        QCOMPARE(pairsSeen(RunRace({}, keys, 9).report()), u"00-01 00-02 00-10 10-12"_s);
        QCOMPARE(pairsSeen(RunRace({.baselineVariant = 1}, keys, 9).report()), u"01-00 01-02"_s);
        QVERIFY(!RunRace({}, {{0, 0, 0, 0}}, 9).hasPairs());
    }

    void itIsDecidedAfterWholeCases()
    {
        RunRace race({}, cellsOfPair(), 100);
        for (std::size_t place = 0; place < 7; ++place)
            addWonCase(race, place);
        race.add(14, gradedCell(false));
        QVERIFY(!race.isDecided());
        QCOMPARE(race.cases(), 7);
        race.add(15, gradedCell(true));
        QVERIFY(race.isDecided());
        const RaceReport report = race.report();
        QCOMPARE(report.racedCases, 8);
        QCOMPARE(report.plannedCases, 100);
        QVERIFY(report.pairs.front().verdict == CaseOutcome::Better);
        QVERIFY(report.figure == RaceFigure::CaseOutcomes);
    }

    /// Cells end in any order; that a case is quick says nothing of when it counts.
    void theOrderInWhichCellsEndDoesNotMatter()
    {
        StatsRandom random(5);
        std::vector<CellSummary> cells;
        for (int i = 0; i < 400; ++i)
            cells.push_back(gradedCell(uniformReal(random) < (i % 2 == 0 ? 0.4 : 0.75)));
        RunRace inOrder({}, cellsOfPair(), 200);
        for (std::size_t i = 0; i < cells.size(); ++i)
            inOrder.add(i, cells[i]);
        QVERIFY(inOrder.isDecided());
        for (int run = 0; run < 20; ++run) {
            RunRace mixed({}, cellsOfPair(), 200);
            for (const std::size_t i : randomOrder(cells.size(), random))
                mixed.add(i, cells[i]);
            QCOMPARE(mixed.cases(), inOrder.cases());
            QCOMPARE(mixed.report().pairs.front().eValue, inOrder.report().pairs.front().eValue);
        }
    }

    void whatWasStoppedCompletesNoCase()
    {
        RunRace race({}, cellsOfPair(), 10);
        CellSummary stopped;
        stopped.state = CellState::Cancelled;
        race.add(0, stopped);
        race.add(1, gradedCell(true));
        QCOMPARE(race.cases(), 0);
        CellSummary left;
        left.state = CellState::NotNeeded;
        race.add(0, left);
        QCOMPARE(race.cases(), 0);
        race.add(0, gradedCell(true)); // asked again
        QCOMPARE(race.cases(), 1);
        QCOMPARE(race.report().pairs.front().tied, 1);
    }

    void aFailedRequestIsAFailure()
    {
        CellSummary failed;
        failed.state = CellState::Failed;
        RunRace passes({}, cellsOfPair(), 10);
        passes.add(0, failed);
        passes.add(1, gradedCell(true));
        QCOMPARE(passes.report().pairs.front().better, 1);
        RunRace scores({.measure = ScoreMeasure::Score}, cellsOfPair(), 10);
        scores.add(0, failed);
        scores.add(1, gradedCell(true));
        QCOMPARE(scores.cases(), 1);
        QCOMPARE(scores.report().pairs.front().cases(), 0); // it has no score
    }

    /// Who is better in more cases need not be better on average, so with repeats the means are raced.
    void repeatsAreRacedByTheirMeans()
    {
        RunRace race({}, cellsOfPair(2), 10);
        QVERIFY(race.report().figure == RaceFigure::MeanDifference);
        race.add(0, gradedCell(true));
        race.add(1, gradedCell(true));
        race.add(2, gradedCell(false));
        QCOMPARE(race.cases(), 0);
        race.add(3, gradedCell(true));
        QCOMPARE(race.cases(), 1);
        QCOMPARE(race.report().pairs.front().sum, 0.5);
    }

    void whatIsSavedHasItsInterval()
    {
        RunRace race({}, cellsOfPair(), 12);
        for (std::size_t place = 0; place < 8; ++place) {
            race.add(2 * place, gradedCell(false, 1'000'000));
            race.add(2 * place + 1, gradedCell(true, place % 2 == 0 ? 2'000'000 : 4'000'000));
        }
        QVERIFY(race.isDecided());
        QCOMPARE(race.report().saved.cells, 0);
        for (std::size_t index = 16; index < 24; ++index)
            race.leaveOut(index);
        const RaceSavings saved = race.report().saved;
        QCOMPARE(saved.cells, 8);
        QCOMPARE(saved.likely, Money::fromNano(4 * 1'000'000 + 4 * 3'000'000));
        // The variance of a cost is 8/7 (thousandths of a dollar, squared): 1.96 √(8/7 · 4 · (1 + 4/8))
        QVERIFY(qAbs(saved.high->dollars() - saved.likely->dollars() - 0.001 * 1.959964 * std::sqrt(8.0 / 7 * 6)) < 1e-8);
        QCOMPARE(saved.likely->nano() - saved.low->nano(), saved.high->nano() - saved.likely->nano());
    }

    void equalCostsAreSavedExactly()
    {
        RunRace race({}, cellsOfPair(), 10);
        for (std::size_t place = 0; place < 8; ++place)
            addWonCase(race, place);
        for (std::size_t index = 16; index < 20; ++index)
            race.leaveOut(index);
        QCOMPARE(race.report().saved.likely, Money::fromNano(4'000'000));
        QCOMPARE(race.report().saved.low, race.report().saved.likely);
        QCOMPARE(race.report().saved.high, race.report().saved.likely);
    }

    void anUnknownCostIsNotNothing()
    {
        RunRace race({}, cellsOfPair(), 10);
        for (std::size_t place = 0; place < 8; ++place) {
            race.add(2 * place, gradedCell(false));
            CellSummary unpriced = gradedCell(true);
            unpriced.costNano = {};
            race.add(2 * place + 1, unpriced);
        }
        race.leaveOut(16);
        QCOMPARE(race.report().saved.likely, Money::fromNano(1'000'000));
        race.leaveOut(17);
        QCOMPARE(race.report().saved.cells, 2);
        QCOMPARE(race.report().saved.likely, std::nullopt);
        QCOMPARE(race.report().saved.high, std::nullopt);
    }

    void obstacles()
    {
        using SessionTesting::experimentOf;
        const QStringList two{u"openai:chat:m"_s, u"echo"_s};
        Experiment experiment = experimentOf(two, {u"one"_s, u"two"_s});
        QCOMPARE(raceObstacle(experiment, 1'000), std::nullopt);
        experiment.cases.changeEach([](Case &each) { each.checks.clear(); });
        QVERIFY(raceObstacle(experiment, 1'000).value_or(QString()).contains(u"no checks"_s));
        QCOMPARE(raceObstacle(experiment, 1), std::nullopt); // that would have to be looked for
        experiment.variants[1].sampling.jsonSchema = u"{}"_s;
        QCOMPARE(raceObstacle(experiment, 1'000), std::nullopt);
        QVERIFY(raceObstacle(experimentOf(two, {u"one"_s}), 1'000).value_or(QString()).contains(u"several cases"_s));
        Experiment single = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s});
        QVERIFY(raceObstacle(single, 1'000).value_or(QString()).contains(u"only one"_s));
        single.prompts += single.prompts.constFirst();
        QCOMPARE(raceObstacle(single, 1'000), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(RunRaceTest)
#include "tst_runrace.moc"
