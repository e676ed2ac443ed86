// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Checks and judges in a run, and again afterwards.

#include "models/session/session.h"
#include "models/session/worstcase.h"

#include "tests/models/session/sessionworld.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

class SessionGradingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Answers are judged by what is asked of them now; nothing is generated again.
    void changedChecksGradeAgain()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s});
        world.session->follow(experiment);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"one"_s);
        world.engine.answer(1, u"two"_s);
        waitForEnd(world, finished);
        QCOMPARE(world.session->totals().passed, 2);

        CheckSpec shout;
        shout.type = u"contains"_s;
        shout.value = u"!"_s;
        experiment.cases[1].checks += shout;
        world.session->follow(experiment);
        QTRY_COMPARE(world.session->totals().checksFailed, 1);
        QCOMPARE(world.session->totals().passed, 1);
        QCOMPARE(world.session->body(1)->grade->verdicts.size(), 2);
        QCOMPARE(world.session->body(0)->grade->verdicts.size(), 1);
        QVERIFY(!world.session->find({1, 0, 0, 0}).outdated); // the answer is the same one

        experiment.cases[1].checks.removeLast();
        experiment.defaultCase.checks += shout;
        world.session->follow(experiment);
        QTRY_COMPARE(world.session->totals().checksFailed, 2);
        experiment.defaultCase.checks.clear();
        world.session->follow(experiment);
        QTRY_COMPARE(world.session->totals().passed, 2);
        QCOMPARE(world.engine.count(), 2);
        // The ledger keeps what was asked when it ran.
        QCOMPARE(world.storedCell(world.session->runId(), {1, 0, 0, 0}).grade->verdicts.size(), 1);
    }

    /// Checks that change while answers come and are judged: the last ones count.
    void checksThatChangeDuringARun()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s});
        world.session->follow(experiment);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"one"_s); // is being judged in the pool
        experiment.cases.changeEach([](Case &each) { each.checks[0].value = u"nothing says this"_s; });
        world.session->follow(experiment);
        world.engine.answer(1, u"two"_s);
        waitForEnd(world, finished);
        QTRY_COMPARE(world.session->totals().checksFailed, 2);
        QCOMPARE(world.session->totals().passed, 0);
    }

    /// A run of the ledger beside an experiment whose checks were changed since.
    void aRestoredRunIsJudgedByTheChecksOfNow()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s});
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"one"_s);
        waitForEnd(world, finished);
        const StoredRun stored = world.stored(world.session->runId());
        const Experiment ran = experiment;
        experiment.cases[0].checks[0].value = u"nothing says this"_s;
        Session later(world.context);
        later.restore(stored, ran);
        QCOMPARE(later.summary(0).outcome, Outcome::Pass);
        QVERIFY(!later.body(0)); // only the ledger has it
        QTRY_VERIFY(later.body(0));
        QCOMPARE(later.body(0)->grade->outcome, Outcome::Pass);
        later.follow(ran);
        later.follow(experiment);
        QTRY_COMPARE(later.summary(0).outcome, Outcome::Fail);
        QCOMPARE(later.body(0)->grade->outcome, Outcome::Fail);
        QCOMPARE(later.totals().checksFailed, 1);
        QCOMPARE(later.totals().passed, 0);
    }

    /// Checks that change are tried on answers that only the ledger has too.
    void whatIsNotInMemoryIsGradedAgain()
    {
        World world;
        QStringList words;
        for (int i = 0; i < 40; ++i)
            words.append(u"w%1"_s.arg(i));
        Experiment experiment = experimentOf({u"echo"_s}, words);
        world.session->follow(experiment);
        QSignalSpy finished(world.session.get(), &Session::finished);
        RunOptions options;
        options.bodyMemory = 0;
        QVERIFY(world.session->run(experiment, options));
        for (int i = 0; i < 40; ++i)
            world.engine.answer(i, words.at(i));
        waitForEnd(world, finished);
        QCOMPARE(world.session->totals().passed, 40);
        for (int i = 0; i < 40; i += 2)
            experiment.cases[i].checks[0].value = u"nothing says this"_s;
        world.session->follow(experiment);
        QTRY_COMPARE(world.session->totals().checksFailed, 20);
        QCOMPARE(world.session->totals().passed, 20);
        QCOMPARE(world.session->summary(0).outcome, Outcome::Fail);
        QCOMPARE(world.session->summary(1).outcome, Outcome::Pass);
        // A body that comes later shows the grade of now, not the one of the ledger.
        (void)world.session->body(2);
        QTRY_VERIFY(world.session->bodyInMemory(2) && world.session->bodyInMemory(2)->grade->outcome == Outcome::Fail);
        QCOMPARE(world.session->totals().checksFailed, 20);
    }

    /// Judges are asked in the same slots as cells, and their money counts, apart from that of the answers.
    void judgesAreAskedAndPaid()
    {
        World world;
        Experiment experiment = judgedExperiment(5);
        experiment.maxConcurrency = 2;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QVERIFY(answerAsTheyCome(world, 2));
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 10);
        const RunTotals &totals = world.session->totals();
        QCOMPARE(totals.passed, 5);
        QCOMPARE(totals.inputTokens, 5 * (10 + 20));
        QCOMPARE(totals.outputTokens, 5 * (5 + 10));
        QCOMPARE(totals.cost, Money::fromDollars(5 * (0.02 + 0.04)));
        QCOMPARE(totals.unknownCosts, 0);
        QCOMPARE(world.session->summary(0).cost(), Money::fromDollars(0.02)); // of the answer alone
        QCOMPARE(world.session->summary(0).grading().cost, Money::fromDollars(0.04));
        const Cell stored = world.storedCell(world.session->runId(), world.session->summary(0).key);
        QCOMPARE(stored.grade->verdicts[0].asked->cost, Money::fromDollars(0.04));
    }

    /// What judges cost is part of what may be spent.
    void judgesMeetTheLimit()
    {
        World world;
        Experiment experiment = judgedExperiment(4);
        experiment.maxConcurrency = 1;
        experiment.variants[0].sampling.maxTokens = 2;
        QSignalSpy first(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(judgedExperiment(1), {}));
        QVERIFY(answerAsTheyCome(world, 1));
        waitForEnd(world, first);
        const Cost judge = worstCase(world.engine.at(1).request, InputBound::Bytes);
        QVERIFY(judge.isKnown());

        World other;
        RunOptions options;
        options.maxCost = judge.high() + Money::fromDollars(0.1); // two judges with their answers fit
        QSignalSpy finished(other.session.get(), &Session::finished);
        QVERIFY(other.session->run(experiment, options));
        QVERIFY(answerAsTheyCome(other, 1));
        waitForEnd(other, finished);
        QVERIFY2(other.session->totals().cost <= *options.maxCost, qPrintable(other.session->totals().cost.text()));
        QVERIFY(other.session->totals().passed > 0);
        QVERIFY(other.session->totals().notEvaluated > 0); // the judges that did not fit were not asked
    }

    void stopDoesNotWaitForJudges()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(judgedExperiment(1), {}));
        world.engine.answer(0, u"a lamp"_s, used(10, 5));
        QTRY_COMPARE(world.engine.count(), 2);
        world.session->stop();
        waitForEnd(world, finished); // though the judge never says a word
        QCOMPARE(world.session->body(0)->state, CellState::Done);
        QCOMPARE(world.session->body(0)->grade->outcome, Outcome::NotEvaluated);
        QTRY_COMPARE(world.engine.running(), 0);
    }

    /// Stored results are graded again without a question; what a judge said is kept, and paid once.
    void gradingAgainAsksNobody()
    {
        World world;
        Experiment experiment = judgedExperiment(1);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QVERIFY(answerAsTheyCome(world, 4));
        waitForEnd(world, finished);
        const StoredRun stored = world.stored(world.session->runId());
        const int asked = world.engine.count();

        Session later(world.context);
        later.restore(stored, experiment);
        const Money paid = later.totals().cost;
        QCOMPARE(paid, Money::fromDollars(0.06));
        later.follow(experiment);
        Experiment changed = experiment;
        CheckSpec more;
        more.type = u"contains"_s;
        more.value = u"chair"_s;
        changed.cases[0].checks += more;
        later.follow(changed);
        QTRY_COMPARE(later.summary(0).verdicts, 2);
        QCOMPARE(later.body(0)->grade->verdicts[0].outcome, Outcome::Pass);
        QVERIFY(later.body(0)->grade->verdicts[0].asked);
        QCOMPARE(later.totals().cost, paid);

        changed.cases[0].checks[0].value = u"is a chair"_s; // another question
        later.follow(changed);
        QTRY_COMPARE(later.body(0)->grade->verdicts[0].outcome, Outcome::NotEvaluated);
        QCOMPARE(world.engine.count(), asked);
    }

    /// A script sees what the file says of its case.
    void scriptsSeeTheCase()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s});
        experiment.defaultCase.other = {{u"metadata"_s, QJsonObject{{u"a"_s, 1}, {u"b"_s, 1}}}};
        experiment.cases[0].other = {{u"metadata"_s, QJsonObject{{u"b"_s, 2}}}};
        experiment.cases[0].description = u"first"_s;
        experiment.cases[0].checks[0].type = u"javascript"_s;
        experiment.cases[0].checks[0].value =
            u"[context.metadata.a, context.metadata.b, context.test.description, context.vars.word].join() === '1,2,first,one'"_s;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"one"_s);
        waitForEnd(world, finished);
        const Cell *cell = world.session->body(0);
        QVERIFY(cell);
        const Verdict &verdict = cell->grade->verdicts[0];
        QVERIFY2(verdict.outcome == Outcome::Pass, qPrintable(verdict.reason));
    }

    void noJudgeIsThatChecksError()
    {
        World world;
        Experiment experiment = judgedExperiment(1);
        experiment.defaultCase.other = {};
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"a lamp"_s);
        waitForEnd(world, finished);
        const Grade &grade = *world.session->body(0)->grade;
        QCOMPARE(grade.outcome, Outcome::Error);
        QVERIFY2(grade.verdicts[0].reason.contains(u"defaultTest.options.provider"_s), qPrintable(grade.verdicts[0].reason));
        QCOMPARE(world.engine.count(), 1);
    }
};

QTEST_GUILESS_MAIN(SessionGradingTest)
#include "tst_sessiongrading.moc"
