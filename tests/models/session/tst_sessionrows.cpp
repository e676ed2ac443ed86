// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Checks that compare the answers to a case, in a run.

#include "models/session/session.h"

#include "tests/models/session/sessionworld.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

/// Two variants, so many cases with a check of the answer and one that compares.
Experiment rowExperiment(const QString &type, const QJsonValue &value, const QStringList &words)
{
    Experiment experiment = experimentOf({u"openai:chat:m"_s, u"openai:chat:m"_s}, words);
    experiment.defaultCase.other = {{u"options"_s, QJsonObject{{u"provider"_s, u"openai:chat:m"_s}}}};
    CheckSpec check;
    check.type = type;
    check.value = value;
    experiment.cases.changeEach([&check](Case &each) { each.checks += check; });
    experiment.maxConcurrency = 8;
    return experiment;
}

} // namespace

class SessionRowsTest : public QObject
{
    Q_OBJECT

    static const Verdict &lastVerdict(World &world, int index) { return world.session->body(index)->grade->verdicts.constLast(); }

private Q_SLOTS:
    /// The first answer waits for the second; both are in the ledger with what came of it.
    void theHighestScorePasses()
    {
        World world;
        const Experiment experiment = rowExperiment(u"max-score"_s, {}, {u"lamp"_s});
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"a chair"_s);
        QTRY_VERIFY(world.session->body(0)->grade);
        QCOMPARE(world.session->totals().done, 0);
        world.engine.answer(1, u"a lamp"_s);
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(lastVerdict(world, 0).outcome, Outcome::Fail);
        QCOMPARE(lastVerdict(world, 1).outcome, Outcome::Pass);
        QCOMPARE(world.session->totals().passed, 1);
        QCOMPARE(world.session->totals().checksFailed, 1);
        for (int variant = 0; variant < 2; ++variant) {
            const Cell stored = world.storedCell(world.session->runId(), {0, 0, variant, 0});
            QCOMPARE(stored.grade->outcome, variant == 1 ? Outcome::Pass : Outcome::Fail);
            QCOMPARE(stored.grade->score, variant == 1 ? 1.0 : 0.0);
        }
    }

    /// A judge is asked once a row, and paid for once.
    void aJudgeChoosesTheBest()
    {
        World world;
        const Experiment experiment = rowExperiment(u"select-best"_s, u"is brief"_s, {u"lamp"_s, u"chair"_s});
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QTRY_COMPARE(world.engine.count(), 4);
        for (int i = 0; i < 4; ++i)
            world.engine.answer(i, u"a lamp, a chair"_s, used(1, 1));
        QTRY_COMPARE(world.engine.count(), 6);
        for (int i = 4; i < 6; ++i) {
            const QString asked = world.engine.at(i).request.messages.constLast().text;
            QVERIFY2(asked.contains(u"is brief"_s), qPrintable(asked));
            world.engine.answer(i, u"{\"reason\": \"shorter\", \"index\": 1}"_s, used(10, 5));
        }
        waitForEnd(world, finished);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(lastVerdict(world, i).outcome, i % 2 == 1 ? Outcome::Pass : Outcome::Fail);
            QCOMPARE(bool(lastVerdict(world, i).asked), i % 2 == 0);
        }
        QCOMPARE(world.session->totals().passed, 2);
    }

    /// One that failed is none of those that are compared; one alone is not compared.
    void anAnswerAlone()
    {
        World world;
        const Experiment experiment = rowExperiment(u"select-best"_s, u"is brief"_s, {u"lamp"_s});
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"a lamp"_s);
        world.engine.fail(1, failure(ErrorKind::Network, u"gone"_s).error());
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(lastVerdict(world, 0).outcome, Outcome::NotEvaluated);
        QVERIFY(!lastVerdict(world, 0).reason.isEmpty());
        QCOMPARE(world.session->totals().notEvaluated, 1);
        QCOMPARE(world.session->totals().failed, 1);
    }

    /// Repeats are rows of their own.
    void repeatsAreRows()
    {
        World world;
        Experiment experiment = rowExperiment(u"max-score"_s, {}, {u"lamp"_s});
        experiment.repeat = 2;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QTRY_COMPARE(world.engine.count(), 4);
        for (int i = 0; i < 4; ++i) {
            const CellKey key = world.engine.at(i).request.key;
            world.engine.answer(i, key.repeat == key.variantIndex ? u"a lamp"_s : u"a chair"_s);
        }
        waitForEnd(world, finished);
        for (int i = 0; i < 4; ++i) {
            const Cell *answer = world.session->body(i);
            const CellKey key = answer->request.key;
            QCOMPARE(answer->grade->verdicts.constLast().outcome, key.repeat == key.variantIndex ? Outcome::Pass : Outcome::Fail);
        }
    }

    /// A run that is stopped keeps what was answered, and asks no judge any more.
    void aStoppedRunEnds()
    {
        World world;
        Experiment experiment = rowExperiment(u"select-best"_s, u"is brief"_s, {u"lamp"_s, u"chair"_s});
        experiment.maxConcurrency = 1;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"a lamp"_s);
        QTRY_COMPARE(world.engine.count(), 2);
        QTRY_VERIFY(world.session->body(0)->grade);
        world.session->stop();
        world.engine.finishCancelled(1);
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(world.session->totals().done, 1);
        QCOMPARE(lastVerdict(world, 0).outcome, Outcome::NotEvaluated);
        QCOMPARE(world.storedCell(world.session->runId(), {0, 0, 0, 0}).state, CellState::Done);
    }

    /// Another check afterwards: the scores are compared anew, a judge's choice stays, and nobody is asked.
    void gradedAgain()
    {
        World world;
        Experiment experiment = rowExperiment(u"select-best"_s, u"is brief"_s, {u"lamp"_s});
        CheckSpec highest;
        highest.type = u"max-score"_s;
        experiment.cases[0].checks += highest;
        world.session->follow(experiment);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"a chair"_s);
        world.engine.answer(1, u"a lamp"_s);
        QTRY_COMPARE(world.engine.count(), 3);
        world.engine.answer(2, u"0"_s, used(1, 1));
        waitForEnd(world, finished);
        QCOMPARE(lastVerdict(world, 0).outcome, Outcome::Fail);
        QCOMPARE(lastVerdict(world, 1).outcome, Outcome::Pass);
        experiment.cases[0].checks[0].value = u"chair"_s;
        world.session->follow(experiment);
        QTRY_COMPARE(lastVerdict(world, 0).outcome, Outcome::Pass);
        QTRY_COMPARE(lastVerdict(world, 1).outcome, Outcome::Fail);
        QTRY_COMPARE(world.session->body(0)->grade->verdicts.at(1).outcome, Outcome::Pass);
        QTRY_COMPARE(world.session->body(1)->grade->verdicts.at(1).outcome, Outcome::Fail);
        QTRY_COMPARE(world.session->totals().passed, 1);
        QCOMPARE(world.engine.count(), 3);
        // Another question is not asked afterwards.
        experiment.cases[0].checks[1].value = u"is long"_s;
        world.session->follow(experiment);
        QTRY_COMPARE(world.session->body(0)->grade->verdicts.at(1).outcome, Outcome::NotEvaluated);
        QCOMPARE(world.engine.count(), 3);
    }

    /// Checks that change while an answer waits for the others.
    void checksThatChangeMeanwhile()
    {
        World world;
        Experiment experiment = rowExperiment(u"max-score"_s, {}, {u"lamp"_s});
        world.session->follow(experiment);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"a chair"_s);
        QTRY_VERIFY(world.session->body(0)->grade);
        experiment.cases[0].checks[0].value = u"chair"_s;
        world.session->follow(experiment);
        world.engine.answer(1, u"a lamp"_s);
        waitForEnd(world, finished);
        QCOMPARE(lastVerdict(world, 0).outcome, Outcome::Pass);
        QCOMPARE(lastVerdict(world, 1).outcome, Outcome::Fail);
    }
};

QTEST_GUILESS_MAIN(SessionRowsTest)
#include "tst_sessionrows.moc"
