// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/session.h"

#include "tests/models/session/sessionworld.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

class SessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeRun()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QSignalSpy planned(world.session.get(), &Session::planned);
        QSignalSpy changed(world.session.get(), &Session::cellsChanged);
        RunOptions options;
        options.experimentPath = u"dir/x.yaml"_s;
        options.experimentYaml = "yaml";
        QVERIFY(world.session->run(experimentOf({u"echo"_s}, {u"one"_s, u"two"_s}), options));
        QCOMPARE(planned.size(), 1);
        QVERIFY(world.session->isRunning());
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(world.engine.at(0).request.messages[0].text, u"Say one"_s);
        QCOMPARE(world.session->body(0)->state, CellState::Queued);
        QCOMPARE(world.session->totals().running, 2);

        world.engine.started(0, u"echo"_s);
        world.engine.text(0, u"on"_s);
        QCOMPARE(world.session->body(0)->text, u"on"_s);
        QCOMPARE(world.session->body(0)->state, CellState::Streaming);
        QVERIFY(changed.size() >= 4);
        world.engine.text(0, u"e"_s);
        world.engine.finish(0, used(3, 1));
        world.engine.answer(1, u"nothing of it"_s, used(3, 4));
        QVERIFY(world.session->isRunning());
        waitForEnd(world, finished);

        const RunTotals &totals = world.session->totals();
        QCOMPARE(totals.planned, 2);
        QCOMPARE(totals.done, 2);
        QCOMPARE(totals.running, 0);
        QCOMPARE(totals.passed, 1);
        QCOMPARE(totals.checksFailed, 1);
        QCOMPARE(totals.inputTokens, 6);
        QCOMPARE(totals.outputTokens, 5);
        QCOMPARE(totals.unknownCosts, 0);
        QCOMPARE(world.session->body(0)->cost, Money());
        QCOMPARE(world.session->body(0)->grade->outcome, Outcome::Pass);
        QCOMPARE(world.session->body(1)->grade->outcome, Outcome::Fail);

        const StoredRun run = world.stored(world.session->runId());
        QCOMPARE(run.run.title, u"A test"_s);
        QCOMPARE(run.run.state, RunState::Finished);
        QCOMPARE(run.run.experimentYaml, QByteArray("yaml"));
        QCOMPARE(run.run.plannedCells, 2);
        QCOMPARE(run.cells.size(), std::size_t(2));
        QVERIFY(run.cells[1].outcome);
    }

    void noMoreCellsThanAllowed()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        experiment.maxConcurrency = 2;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QCOMPARE(world.engine.count(), 2);
        world.engine.answer(1, u"b"_s);
        QCOMPARE(world.engine.count(), 3);
        QCOMPARE(world.engine.running(), 2);
        world.engine.answer(0, u"a"_s);
        world.engine.answer(2, u"c"_s);
        world.engine.answer(3, u"d"_s);
        waitForEnd(world, finished);
        QCOMPARE(world.session->totals().passed, 4);
        QCOMPARE(world.engine.destructions(), 4);

        RunOptions one;
        one.maxConcurrency = 1;
        QVERIFY(world.session->run(experiment, one));
        QCOMPARE(world.engine.running(), 1);
    }

    /// The engine serves runs by turns, and says how long one has to wait.
    void whatARunTellsAndHears()
    {
        World world;
        QVERIFY(world.session->run(experimentOf({u"echo"_s}, {u"a"_s, u"b"_s}), {}));
        QVERIFY(!world.session->runId().isNull());
        QCOMPARE(world.engine.at(0).request.run, world.session->runId());
        QCOMPARE(world.engine.at(1).request.run, world.session->runId());
        world.clock.advance(std::chrono::seconds(3));
        world.engine.deliver(0, {Event::Queued{WaitCause::Outage, std::chrono::seconds(4)}});
        QCOMPARE(world.session->totals().pausedUntil, std::chrono::seconds(7));
        world.engine.deliver(1, {Event::Queued{}});
        QCOMPARE(world.session->totals().pausedUntil, std::chrono::seconds(7));
    }

    /// What a provider that is not known would have been asked stands beside its error.
    void whatNobodyCanBeAskedIsShown()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experimentOf({u"python:model.py"_s}, {u"a"_s, u"b"_s}), {}));
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 0);
        const Cell stored = world.storedCell(world.session->runId(), {1, 0, 0, 0});
        QCOMPARE(stored.state, CellState::Failed);
        QCOMPARE(messagesText(stored.request.messages), u"Say b"_s);
    }

    void actualCostAndUnknownCost()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experimentOf({u"openai:chat:m"_s, u"openai:chat:nobody-knows"_s}, {u"a"_s}), {}));
        world.engine.answer(0, u"a"_s, used(10, 5)); // 10 · $0.001 + 5 · $0.002
        world.engine.answer(1, u"a"_s, used(10, 5));
        waitForEnd(world, finished);
        QCOMPARE(world.session->body(0)->cost, Money::fromNano(20'000'000));
        QCOMPARE(world.session->body(1)->cost, std::nullopt);
        QCOMPARE(world.session->totals().cost, Money::fromNano(20'000'000));
        QCOMPARE(world.session->totals().unknownCosts, 1);
    }

    /// What is from the cache costs nothing, and says what it has saved.
    void whatIsFromTheCacheCostsNothing()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        RunOptions options;
        options.cache = CacheUse::Settled;
        QVERIFY(world.session->run(experimentOf({u"openai:chat:m"_s, u"openai:chat:nobody-knows"_s}, {u"a"_s}), options));
        QCOMPARE(world.engine.at(0).request.cache, CacheUse::Settled);
        Event::Finished end;
        end.usage = used(10, 5);
        end.notes = {{NoteKind::FromCache, {}}};
        for (const int i : {0, 1})
            world.engine.deliver(i, {Event::Started{}, Event::TextDelta{u"a"_s}, end});
        waitForEnd(world, finished);
        QCOMPARE(world.session->body(0)->cost, Money());
        QCOMPARE(world.session->body(0)->notes, (Notes{{NoteKind::FromCache, Money::fromNano(20'000'000).text()}}));
        QCOMPARE(world.session->body(1)->cost, Money());
        QCOMPARE(world.session->body(1)->notes, (Notes{{NoteKind::FromCache, {}}}));
        QCOMPARE(world.session->totals().cost, Money());
        QCOMPARE(world.session->totals().unknownCosts, 0);
        QCOMPARE(world.session->totals().inputTokens, 0); // nor was anything used
        QCOMPARE(world.session->totals().outputTokens, 0);
        QCOMPARE(world.session->body(0)->usage.inputTokens, 10);
        QCOMPARE(world.session->totals().fromCache, 2);
        QCOMPARE(world.session->totals().saved, Money::fromNano(20'000'000));
        QCOMPARE(world.session->totals().unknownSaved, 1);
    }

    void whatCannotBeAskedFailsAlone()
    {
        World world;
        world.session.reset();
        world.context.localModelPath = [](const QString &model) -> Result<QString> {
            if (model == "here"_L1)
                return u"/models/here.gguf"_s;
            return failure(ErrorKind::ModelMissing, u"no such model"_s, model);
        };
        world.session = std::make_unique<Session>(world.context);
        QSignalSpy finished(world.session.get(), &Session::finished);
        Experiment experiment = experimentOf({u"strange:x"_s, u"local:gone"_s, u"local:here"_s}, {u"a"_s});
        experiment.prompts.append({u"second"_s, {{Role::User, u"{{ 1 | nothing }}"_s}}, {}});
        QVERIFY(world.session->run(experiment, {}));
        QCOMPARE(world.session->size(), 6);
        QCOMPARE(world.session->body(0)->error->kind, ErrorKind::ModelMissing);
        QVERIFY(world.session->body(0)->error->detail.contains("strange:x"_L1));
        QCOMPARE(world.session->body(1)->error->kind, ErrorKind::ModelMissing);
        QCOMPARE(world.session->body(1)->error->place, u"gone"_s);
        QCOMPARE(world.session->body(3)->error->kind, ErrorKind::ModelMissing); // asked before the prompt is rendered
        QCOMPARE(world.session->body(5)->error->kind, ErrorKind::Template);
        QCOMPARE(world.engine.count(), 1);
        QCOMPARE(world.engine.at(0).request.endpoint.modelPath, u"/models/here.gguf"_s);
        QCOMPARE(finished.size(), 0);
        world.engine.answer(0, u"a"_s);
        waitForEnd(world, finished);
        QCOMPARE(world.session->totals().failed, 5);
        QCOMPARE(world.session->totals().done, 1);
        QCOMPARE(world.session->totals().unknownCosts, 0);
        QCOMPARE(world.stored(world.session->runId()).cells.size(), std::size_t(6));
    }

    void everythingFailsAtOnce()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experimentOf({u"local:any"_s}, {u"a"_s}), {}));
        QCOMPARE(finished.size(), 0); // never from within run()
        waitForEnd(world, finished);
        QCOMPARE(world.session->totals().failed, 1);
        QCOMPARE(world.engine.count(), 0);
    }

    void aFailedRequestLetsTheOthersGoOn()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experimentOf({u"openai:chat:m"_s}, {u"a"_s, u"b"_s}), {}));
        Error refused;
        refused.kind = ErrorKind::Network;
        world.engine.fail(0, refused);
        world.engine.answer(1, u"b"_s, used(1, 1));
        waitForEnd(world, finished);
        QCOMPARE(world.session->body(0)->state, CellState::Failed);
        QVERIFY(!world.session->body(0)->grade);
        QCOMPARE(world.session->totals().failed, 1);
        QCOMPARE(world.session->totals().passed, 1);
        QCOMPARE(world.session->totals().unknownCosts, 0);
    }

    void stop()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"a"_s, u"b"_s, u"c"_s});
        experiment.maxConcurrency = 1;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"a"_s);
        world.engine.started(1);
        world.engine.text(1, u"half"_s);
        world.session->stop();
        world.session->stop();
        QCOMPARE(world.engine.cancels(), 1);
        QCOMPARE(world.session->body(2)->state, CellState::Cancelled);
        QVERIFY(world.session->isRunning());
        world.engine.finishCancelled(1);
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(world.session->body(0)->state, CellState::Done);
        QCOMPARE(world.session->body(1)->state, CellState::Cancelled);
        QCOMPARE(world.session->body(1)->text, u"half"_s);
        QCOMPARE(world.session->totals().cancelled, 2);
        const StoredRun run = world.stored(world.session->runId());
        QCOMPARE(run.run.state, RunState::Stopped);
        QCOMPARE(run.cells.size(), std::size_t(2)); // what was never asked is still to be done
    }

    void destroyedWhileRunning()
    {
        World world;
        QVERIFY(world.session->run(experimentOf({u"echo"_s}, {u"a"_s, u"b"_s}), {}));
        const QUuid id = world.session->runId();
        world.engine.answer(0, u"a"_s); // its check is on the way
        world.session.reset();
        QCOMPARE(world.engine.running(), 0);
        world.engine.text(1, u"silence"_s);
        QCoreApplication::processEvents();
        world.session = std::make_unique<Session>(world.context);
        QCOMPARE(world.stored(id).run.state, RunState::Stopped);
    }

    void overBudgetIsRefused()
    {
        World world;
        RunOptions options;
        options.maxCost = Money::fromNano(1);
        const Result<void> result = world.session->run(experimentOf({u"openai:chat:m"_s}, {u"a"_s}), options);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Budget);
        QVERIFY(!world.session->isRunning());
        QCOMPARE(world.engine.count(), 0);
        QVERIFY(world.session->size() == 0);
    }

    void theLimitStopsNewCells()
    {
        World world;
        Experiment experiment = experimentOf({u"openai:chat:m"_s}, {u"a"_s, u"b"_s, u"c"_s});
        experiment.maxConcurrency = 1;
        RunOptions options;
        options.maxCost = Money::fromDollars(0.25);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, options));
        world.engine.answer(0, u"a"_s, used(80, 10)); // 0.08 + 0.02; each may cost 0.105
        world.engine.answer(1, u"b"_s, used(80, 10));
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(world.session->totals().done, 2);
        QCOMPARE(world.session->totals().cancelled, 1);
        QVERIFY(world.session->totals().cost <= *options.maxCost);
        QCOMPARE(world.session->body(2)->error->kind, ErrorKind::Budget);
        QVERIFY2(world.session->body(2)->error->detail.contains(u"$0.20"_s), qPrintable(world.session->body(2)->error->detail));
        QCOMPARE(world.stored(world.session->runId()).run.state, RunState::Stopped);
    }

    void nothingToRunIsAnError()
    {
        World world;
        QCOMPARE(world.session->run(Experiment(), {}).error().kind, ErrorKind::Usage);
        QVERIFY(world.session->run(experimentOf({u"echo"_s}, {u"a"_s}), {}));
        QCOMPARE(world.session->run(experimentOf({u"echo"_s}, {u"a"_s}), {}).error().kind, ErrorKind::Usage);
        QCOMPARE(world.engine.count(), 1);
    }

    void runAgainFromFinished()
    {
        World world;
        int runs = 0;
        connect(world.session.get(), &Session::finished, this, [&] {
            if (++runs == 1)
                QVERIFY(world.session->run(experimentOf({u"echo"_s}, {u"b"_s}), {}));
        });
        QVERIFY(world.session->run(experimentOf({u"echo"_s}, {u"a"_s}), {}));
        world.engine.answer(0, u"a"_s);
        QVERIFY(QTest::qWaitFor([&] { return world.engine.count() == 2; }));
        world.engine.answer(1, u"b"_s);
        QVERIFY(QTest::qWaitFor([&] { return runs == 2; }));
        QCOMPARE(world.session->body(0)->text, u"b"_s);
    }

    void withoutChecksItPasses()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"a"_s});
        experiment.cases[0].checks.clear();
        CheckSpec unknown;
        unknown.type = u"python"_s;
        experiment.cases.append(experiment.cases[0]);
        experiment.cases[1].checks = {unknown};
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"anything"_s);
        world.engine.answer(1, u"anything"_s);
        waitForEnd(world, finished);
        QCOMPARE(world.session->totals().passed, 1);
        QCOMPARE(world.session->totals().notEvaluated, 1);
        QCOMPARE(world.session->totals().checksFailed, 0);
    }

    void ledgerFaultsAreTold()
    {
        FakeClock clock;
        FakeEngine engine;
        Catalog catalog;
        Error full;
        full.kind = ErrorKind::Storage;
        full.detail = u"disk full"_s;
        MemoryRunStore store(clock, full);
        Session session({&engine, &store, &clock, &catalog, {}});
        QSignalSpy faults(&session, &Session::storageFailed);
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.run(experimentOf({u"echo"_s}, {u"a"_s}), {}));
        engine.answer(0, u"a"_s);
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }));
        QCOMPARE(faults.size(), 1);
    }

    void restore()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        const Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s});
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"one"_s, used(3, 1));
        world.engine.answer(1, u"no"_s, used(3, 1));
        waitForEnd(world, finished);
        const StoredRun run = world.stored(world.session->runId());

        Session other(world.context);
        QSignalSpy planned(&other, &Session::planned);
        other.restore(run, experiment);
        QCOMPARE(planned.size(), 1);
        QCOMPARE(other.runId(), run.run.id);
        QCOMPARE(other.totals().passed, 1);
        QCOMPARE(other.totals().checksFailed, 1);
        QCOMPARE(other.totals().outputTokens, 2);
        QVERIFY(!other.isRunning());
        other.stop();
        QCOMPARE(world.engine.count(), 2);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
