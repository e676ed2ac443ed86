// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Answers of one run beside those of another.

#include "models/session/backgroundruns.h"

#include "tests/models/session/sessionworld.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

class SessionCarriedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPartIsRunAndTheRestIsCarried()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s, u"three"_s});
        world.session->follow(experiment);
        QVERIFY(world.session->run(experiment, {}));
        for (int i = 0; i < 3; ++i)
            world.engine.answer(i, u"old"_s, used(3, 1));
        waitForEnd(world, finished);
        const QUuid first = world.session->runId();

        experiment.cases[0].variables[0].value = u"uno"_s;
        RunOptions options;
        options.scope = {RunScope::Kind::Case, {1, 0, 0, 0}};
        world.session->follow(experiment);
        QVERIFY(world.session->run(experiment, options));
        QCOMPARE(world.engine.count(), 4);
        QCOMPARE(world.engine.at(3).request.key, (CellKey{1, 0, 0, 0}));
        world.engine.answer(3, u"new"_s, used(3, 1));
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 2; }));
        QCOMPARE(world.session->totals().planned, 1);
        QCOMPARE(world.session->totals().done, 1);
        QCOMPARE(world.session->size(), 3);
        const auto at = [&](int place) { return world.session->find({place, 0, 0, 0}); };
        QVERIFY(at(0).outdated);
        QVERIFY(!at(1).outdated);
        QVERIFY(!at(2).outdated);
        QCOMPARE(world.session->body(at(1).cell)->text, u"new"_s);
        // What was carried belongs to the other run in the ledger, and is paid there.
        QCOMPARE(world.stored(world.session->runId()).cells.size(), std::size_t(1));
        QCOMPARE(world.stored(first).cells.size(), std::size_t(3));
        options.scope = {RunScope::Kind::MissingAndFailed, {}};
        QCOMPARE(world.session->run(experiment, options).error().kind, ErrorKind::Usage);
    }

    void aReleasedRunGoesOn()
    {
        World world;
        BackgroundRuns shelf;
        RunOptions options;
        options.experimentPath = u"/a.yaml"_s;
        QVERIFY(world.session->run(experimentOf({u"echo"_s}, {u"a"_s, u"b"_s}), options));
        const QUuid run = world.session->runId();
        shelf.put(world.session->release());
        QVERIFY(world.session->size() == 0);
        QVERIFY(world.session->runId().isNull());
        QSignalSpy changed(world.session.get(), &Session::cellsChanged);
        world.engine.text(0, u"a"_s);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(world.engine.cancels(), 0);
        QVERIFY(!shelf.takeOf(u"/b.yaml"_s));
        QVERIFY(shelf.has(run));
        world.session->show(shelf.takeOf(u"/a.yaml"_s));
        QCOMPARE(shelf.count(), 0);
        QCOMPARE(world.session->body(0)->text, u"a"_s);
        world.engine.text(0, u"!"_s);
        QVERIFY(changed.size() > 0);

        shelf.put(world.session->release());
        world.engine.finish(0);
        world.engine.answer(1, u"b"_s);
        QVERIFY(QTest::qWaitFor([&] { return shelf.count() == 0; }));
        QCOMPARE(world.stored(run).run.state, RunState::Finished);
        QCOMPARE(world.stored(run).cells.size(), std::size_t(2));
    }

    /// A part of a run whose answers only the ledger has: whether they still answer what is asked is found out all the same.
    void carriedAnswersAreComparedFromTheLedger()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s, u"three"_s});
        world.session->follow(experiment);
        RunOptions options;
        options.bodyMemory = 0;
        QVERIFY(world.session->run(experiment, options));
        for (int i = 0; i < 3; ++i)
            world.engine.answer(i, u"old"_s, used(3, 1));
        waitForEnd(world, finished);
        experiment.cases[0].variables[0].value = u"uno"_s; // another question
        world.session->follow(experiment);
        experiment.cases[1].description = u"only another name"_s; // the same one
        world.session->follow(experiment);
        options.scope = {RunScope::Kind::Case, {2, 0, 0, 0}};
        QVERIFY(world.session->run(experiment, options));
        QTRY_COMPARE(world.engine.count(), 4);
        world.engine.answer(3, u"new"_s, used(3, 1));
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 2; }));
        QVERIFY(world.session->find({0, 0, 0, 0}).outdated);
        QVERIFY(!world.session->find({1, 0, 0, 0}).outdated);
        QVERIFY(!world.session->find({2, 0, 0, 0}).outdated);
        QCOMPARE(world.session->totals().planned, 1);
    }

    /// What is shown already stays in view when a part is run again.
    void carriedAnswersAreThereAtOnce()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        const Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s});
        world.session->follow(experiment);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"old one"_s);
        world.engine.answer(1, u"old two"_s);
        waitForEnd(world, finished);
        RunOptions options;
        options.scope = {RunScope::Kind::Case, {1, 0, 0, 0}};
        QVERIFY(world.session->run(experiment, options));
        const Cell *carried = world.session->bodyInMemory(world.session->find({0, 0, 0, 0}).cell);
        QVERIFY(carried);
        QCOMPARE(carried->text, u"old one"_s);
        QCOMPARE(carried->request.key, (CellKey{0, 0, 0, 0}));
    }

    /// The ledger has the grade of when it ran; shown is the one by the checks of now, also in the next run.
    void aCarriedAnswerKeepsItsNewGrade()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s, u"three"_s});
        world.session->follow(experiment);
        RunOptions options;
        options.bodyMemory = 0;
        QVERIFY(world.session->run(experiment, options));
        world.engine.answer(0, u"one"_s);
        world.engine.answer(1, u"two"_s);
        world.engine.answer(2, u"three"_s);
        waitForEnd(world, finished);
        experiment.cases[0].checks[0].value = u"nothing says this"_s;
        world.session->follow(experiment);
        QTRY_COMPARE(world.session->totals().checksFailed, 1);
        (void)world.session->body(1); // for which the other one makes room
        QTRY_VERIFY(!world.session->bodyInMemory(0));
        options.scope = {RunScope::Kind::Case, {2, 0, 0, 0}};
        QVERIFY(world.session->run(experiment, options));
        QTRY_COMPARE(world.engine.count(), 4);
        const int carried = world.session->find({0, 0, 0, 0}).cell;
        QCOMPARE(world.session->summary(carried).outcome, Outcome::Fail);
        (void)world.session->body(carried);
        QTRY_VERIFY(world.session->bodyInMemory(carried));
        QTRY_COMPARE(world.session->bodyInMemory(carried)->grade->outcome, Outcome::Fail);
    }
};

QTEST_GUILESS_MAIN(SessionCarriedTest)
#include "tst_sessioncarried.moc"
