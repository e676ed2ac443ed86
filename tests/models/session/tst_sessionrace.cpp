// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/resume.h"
#include "tests/models/session/sessionworld.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

using AnswerOf = std::function<QString(const GenerationRequest &)>;

/// Two variants, so many cases, two cells at once.
Experiment racedExperiment(int cases)
{
    QStringList words;
    for (int i = 0; i < cases; ++i)
        words += u"word%1"_s.arg(i);
    Experiment experiment = experimentOf({u"openai:chat:m"_s, u"openai:chat:m"_s}, words);
    experiment.variants[1].label = u"better"_s;
    experiment.maxConcurrency = 2;
    return experiment;
}

RunOptions asRace()
{
    RunOptions options;
    options.race = RaceSettings();
    return options;
}

/// Only the second variant says what is wanted.
QString secondIsBetter(const GenerationRequest &request)
{
    return request.key.variantIndex == 1 ? u"word%1"_s.arg(request.key.caseIndex) : u"nothing"_s;
}

/// Answers what is asked, one graded after the other, each cell for 0.02 dollars in 100 ms, until the run is over or so many were
/// answered.
bool answerRace(World &world, const AnswerOf &answerOf, int most = std::numeric_limits<int>::max())
{
    int next = 0;
    return QTest::qWaitFor([&] {
        const RunTotals &totals = world.session->totals();
        for (; next < most && next < world.engine.count() && totals.answered() - totals.resumed >= next; ++next) {
            world.clock.advance(std::chrono::milliseconds(100));
            world.engine.answer(next, answerOf(world.engine.at(next).request), used(10, 5));
        }
        return next == most ? world.session->totals().answered() == most : !world.session->isRunning();
    });
}

std::ptrdiff_t countIn(const CellTable &cells, CellState state)
{
    return std::ranges::count(cells, state, &CellSummary::state);
}

std::shared_ptr<const RunToResume> toResume(World &world, const QUuid &id, const Experiment &experiment)
{
    std::shared_ptr<const RunToResume> found;
    loadRunToResume(world.store, id, world.session.get(), [&](const Result<RunToResume> &run) {
        RunToResume made = run.value();
        made.then = experiment;
        found = std::make_shared<const RunToResume>(std::move(made));
    });
    if (!QTest::qWaitFor([&found] { return found != nullptr; }))
        qFatal("the run was not stored");
    return found;
}

} // namespace

class SessionRaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotNeededIsNotAsked()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(racedExperiment(40), asRace()));
        QVERIFY(answerRace(world, secondIsBetter));
        waitForEnd(world, finished);
        const int asked = world.engine.count();
        const int mostAsked = 16 + racedExperiment(40).maxConcurrency; // some were under way
        QVERIFY2(asked >= 16 && asked <= mostAsked, qPrintable(QString::number(asked)));
        const RunTotals &totals = world.session->totals();
        QCOMPARE(totals.done, asked);
        QCOMPARE(totals.notNeeded, 80 - asked);
        QCOMPARE(totals.finished(), 80);
        QVERIFY(!world.session->endedEarly());
        QVERIFY(!world.session->isResumable());

        const std::optional<RaceReport> race = world.session->race();
        QVERIFY(race && race->isDecided);
        QCOMPARE(race->racedCases, 8);
        QCOMPARE(race->plannedCases, 40);
        QVERIFY(race->pairs.front().verdict == CaseOutcome::Better);
        QCOMPARE(race->saved.cells, 80 - asked);
        QCOMPARE(race->saved.likely, Money::fromDollars(0.02 * (80 - asked)));
        QVERIFY(race->saved.time.has_value());
        QCOMPARE(race->saved.time->count() / 1'000, 100 * (80 - asked)); // at 100 ms a cell
    }

    void theLedgerSaysWhatWasNotNeeded()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(racedExperiment(40), asRace()));
        QVERIFY(answerRace(world, secondIsBetter));
        waitForEnd(world, finished);
        const StoredRun stored = world.stored(world.session->runId());
        QCOMPARE(stored.run.state, RunState::Finished);
        QCOMPARE(stored.cells.size(), 80u);
        QCOMPARE(countIn(stored.cells, CellState::NotNeeded), world.session->totals().notNeeded);
        const CellKey key = (*std::ranges::find(stored.cells, CellState::NotNeeded, &CellSummary::state)).key;
        const Cell cell = world.storedCell(stored.run.id, key);
        QCOMPARE(cell.notes, (Notes{{NoteKind::RaceDecided, u"8"_s}}));
        QCOMPARE(cell.cost, std::nullopt);
        QVERIFY(!cell.error);
        const CellTable &cells = world.session->summaries();
        const auto shown = std::ranges::distance(cells.begin(), std::ranges::find(cells, key, &CellSummary::key));
        const Cell *body = world.session->body(static_cast<int>(shown));
        QVERIFY(body);
        QCOMPARE(body->state, CellState::NotNeeded);
        QCOMPARE(body->notes, cell.notes);
        std::optional<QList<RunSummary>> runs;
        world.store.listRuns(9, world.session.get(), [&runs](const Result<QList<RunSummary>> &list) { runs = *list; });
        QTRY_VERIFY(runs.has_value());
        QCOMPARE(runs->constFirst().notNeeded, world.session->totals().notNeeded);
        QCOMPARE(runs->constFirst().answered(), world.engine.count());
        QCOMPARE(runs->constFirst().unknownCosts, 0);
    }

    void casesAreRunInRandomOrderWithAllTheirCells()
    {
        World world;
        Experiment experiment = racedExperiment(40);
        experiment.repeat = 2;
        QVERIFY(world.session->run(experiment, asRace()));
        QVERIFY(answerRace(world, secondIsBetter, 20));
        const std::vector<std::size_t> order = raceOrder(40, RaceSettings().seed);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(world.engine.at(i).request.key.caseIndex, static_cast<int>(order[static_cast<std::size_t>(i / 4)]));
    }

    void withoutADifferenceEverythingIsRun()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(racedExperiment(12), asRace()));
        QVERIFY(answerRace(world, [](const GenerationRequest &) { return u"nothing"_s; }));
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 24);
        QCOMPARE(world.session->totals().notNeeded, 0);
        QVERIFY(world.session->race() && !world.session->race()->isDecided);
        QCOMPARE(world.session->race()->racedCases, 12);
        QCOMPARE(world.session->race()->pairs.front().tied, 12);
    }

    void whatCannotBeRacedIsRefused()
    {
        World world;
        Experiment unchecked = racedExperiment(5);
        unchecked.cases.changeEach([](Case &each) { each.checks.clear(); });
        QVERIFY(!world.session->run(unchecked, asRace()));
        QVERIFY(!world.session->run(experimentOf({u"openai:chat:m"_s}, {u"a"_s, u"b"_s}), asRace()));
        RunOptions part = asRace();
        part.scope = {RunScope::Kind::Case, {}};
        const Result<void> refused = world.session->run(racedExperiment(5), part);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
        QCOMPARE(world.engine.count(), 0);
        QVERIFY(world.session->run(racedExperiment(5), {}));
        QVERIFY(!world.session->race());
    }

    void aStoppedRaceGoesOnWhereItWas()
    {
        World world;
        const Experiment experiment = racedExperiment(40);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, asRace()));
        QVERIFY(answerRace(world, secondIsBetter, 10));
        world.session->stop();
        for (int i = 10; i < world.engine.count(); ++i)
            world.engine.finishCancelled(i);
        waitForEnd(world, finished);
        QVERIFY(world.session->endedEarly());
        QCOMPARE(world.session->totals().notNeeded, 0);

        const auto run = toResume(world, world.session->runId(), experiment);
        RunOptions options;
        options.resume = run;
        takePlanOptions(run->stored.run.planOptions, options);
        QCOMPARE(options.race, std::optional(RaceSettings()));
        World later;
        later.store.beginRun(run->stored.run);
        QSignalSpy ended(later.session.get(), &Session::finished);
        QVERIFY(later.session->run(experiment, options));
        QCOMPARE(later.session->race()->racedCases, 5); // those that were answered
        QVERIFY(answerRace(later, secondIsBetter));
        waitForEnd(later, ended);
        QVERIFY2(later.engine.count() >= 6 && later.engine.count() <= 6 + experiment.maxConcurrency,
                 qPrintable(QString::number(later.engine.count())));
        QCOMPARE(later.engine.at(0).request.key.caseIndex, static_cast<int>(raceOrder(40, RaceSettings().seed)[5]));
        QCOMPARE(later.session->race()->racedCases, 8);
        QCOMPARE(later.session->totals().notNeeded, 80 - 10 - later.engine.count());
    }

    /// Killed before the ledger was told of all that was not needed: nothing is asked, and the rest is told.
    void aDecidedRaceOnlyHasToBeEnded()
    {
        World world;
        const Experiment experiment = racedExperiment(40);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, asRace()));
        QVERIFY(answerRace(world, secondIsBetter));
        waitForEnd(world, finished);
        auto killed = *toResume(world, world.session->runId(), experiment);
        killed.stored.run.state = RunState::Interrupted;

        World later;
        later.store.beginRun(killed.stored.run);
        RunOptions options;
        takePlanOptions(killed.stored.run.planOptions, options);
        options.resume = std::make_shared<const RunToResume>(killed);
        QSignalSpy ended(later.session.get(), &Session::finished);
        QVERIFY(later.session->run(experiment, options));
        waitForEnd(later, ended);
        QCOMPARE(later.engine.count(), 0);
        QCOMPARE(later.session->totals().notNeeded, world.session->totals().notNeeded);
        QCOMPARE(later.stored(killed.stored.run.id).run.state, RunState::Finished);
        QCOMPARE(later.session->race()->saved.cells, world.session->totals().notNeeded);
        QCOMPARE(later.session->race()->saved.time, std::nullopt); // nothing ran by which it could be told
    }

    /// More than are handed to the ledger in one go.
    void manyThatAreNotNeededAreAllKept()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(racedExperiment(2'200), asRace()));
        QVERIFY(answerRace(world, secondIsBetter));
        waitForEnd(world, finished);
        const StoredRun stored = world.stored(world.session->runId());
        QCOMPARE(stored.cells.size(), 4'400u);
        QCOMPARE(countIn(stored.cells, CellState::NotNeeded), 4'400 - world.engine.count());
    }

    void whatWasLeftOutCanBeRunAfterwards()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        const Experiment experiment = racedExperiment(10);
        QVERIFY(world.session->run(experiment, asRace()));
        QVERIFY(answerRace(world, secondIsBetter));
        waitForEnd(world, finished);
        const int asked = world.engine.count();
        RunOptions rest;
        rest.scope = {RunScope::Kind::MissingAndFailed, {}};
        QVERIFY(world.session->run(experiment, rest));
        QCOMPARE(world.session->totals().planned, 20 - asked);
    }
};

QTEST_GUILESS_MAIN(SessionRaceTest)
#include "tst_sessionrace.moc"
