// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Cells that use the answers of earlier ones, and answers that scripts make of what was said.

#include "models/session/resume.h"
#include "models/session/runhistory.h"
#include "models/session/session.h"

#include "tests/models/session/sessionworld.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

/// Two talks: a, b, a, b.
Experiment talks()
{
    Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s, u"three"_s, u"four"_s});
    experiment.prompts = {
        {QString(), {{Role::User, u"{% for c in _conversation %}{{ c.input }}>{{ c.output }} {% endfor %}{{ word }}"_s}}, {}}};
    for (int i = 0; i < 4; ++i) {
        experiment.cases[i].checks.clear();
        experiment.cases[i].other = {{u"metadata"_s, QJsonObject{{u"conversationId"_s, i % 2}}}};
    }
    return experiment;
}

QString askedOf(World &world, int index)
{
    return messagesText(world.engine.at(index).request.messages);
}

} // namespace

class SessionOrderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAfterTheOther()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        RunOptions options;
        options.bodyMemory = 0;
        QVERIFY(world.session->run(talks(), options));
        for (int i = 0; i < 4; ++i) {
            QTRY_COMPARE(world.engine.count(), i + 1);
            world.engine.answer(i, u"A%1"_s.arg(i));
        }
        waitForEnd(world, finished);
        QCOMPARE(askedOf(world, 0), u"one"_s);
        QCOMPARE(askedOf(world, 1), u"two"_s);
        QCOMPARE(askedOf(world, 2), u"one>A0 three"_s);
        QCOMPARE(askedOf(world, 3), u"two>A1 four"_s);
    }

    void outputsUnderAName()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"got {{ kept }}"_s});
        experiment.cases.changeEach([](Case &each) { each.checks.clear(); });
        experiment.cases[0].other = {
            {u"options"_s, QJsonObject{{u"storeOutputAs"_s, u"kept"_s}, {u"transform"_s, u"output.toUpperCase()"_s}}}};
        experiment.planKeys = {u"storeOutputAs"_s};
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"lamp"_s);
        QTRY_COMPARE(world.engine.count(), 2);
        QCOMPARE(askedOf(world, 1), u"Say got LAMP"_s);
        world.engine.answer(1, u"x"_s);
        waitForEnd(world, finished);
        QCOMPARE(world.session->body(0)->text, u"LAMP"_s);
        QVERIFY(world.session->body(0)->notes.contains(Note{NoteKind::Transformed, u"lamp"_s}));
    }

    void aRunThatGoesOn()
    {
        World world;
        const Experiment experiment = talks();
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"A0"_s);
        QTRY_COMPARE(world.engine.count(), 2);
        world.engine.answer(1, u"A1"_s);
        QTRY_COMPARE(world.engine.count(), 3);
        world.session->stop();
        world.engine.finishCancelled(2);
        waitForEnd(world, finished);

        std::optional<RunToResume> stored;
        loadRunToResume(world.store, world.session->runId(), world.session.get(), [&](const Result<RunToResume> &run) {
            if (run)
                stored = *run;
        });
        QTRY_VERIFY(stored.has_value());
        stored->then = experiment;
        RunOptions options;
        options.resume = std::make_shared<const RunToResume>(*stored);
        options.bodyMemory = 0; // the ledger is asked for what was said
        finished.clear();
        const Result<void> begun = world.session->run(experiment, options);
        QVERIFY2(begun.has_value(), begun ? "" : qPrintable(begun.error().detail));
        QTRY_COMPARE(world.engine.count(), 4);
        QCOMPARE(askedOf(world, 3), u"one>A0 three"_s);
        world.engine.answer(3, u"A2"_s);
        QTRY_COMPARE(world.engine.count(), 5);
        QCOMPARE(askedOf(world, 4), u"two>A1 four"_s);
        world.engine.answer(4, u"A3"_s);
        waitForEnd(world, finished);
    }

    void aScriptThatFailsIsTheCellsError()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s});
        experiment.variants[0].other = {{u"transform"_s, u"JSON.parse(output).word"_s}};
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"{\"word\": \"one\"}"_s);
        world.engine.answer(1, u"two"_s);
        waitForEnd(world, finished);
        QCOMPARE(world.session->body(0)->text, u"one"_s);
        QCOMPARE(world.session->totals().passed, 1);
        const Cell *failed = world.session->body(1);
        QCOMPARE(failed->state, CellState::Failed);
        QCOMPARE(failed->error->kind, ErrorKind::Script);
        QCOMPARE(failed->text, u"two"_s); // what was said stays
        QCOMPARE(world.session->totals().failed, 1);
    }

    void otherChecksLookAtWhatTheScriptMade()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s});
        experiment.variants[0].other = {{u"transform"_s, u"output + '!'"_s}};
        world.session->follow(experiment);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"one"_s);
        waitForEnd(world, finished);
        QCOMPARE(world.session->totals().passed, 1);
        QVERIFY(!RunHistory(experiment).isNeeded());
        experiment.cases[0].checks[0].type = u"equals"_s;
        experiment.cases[0].checks[0].value = u"one!"_s; // the script ran once over it
        world.session->follow(experiment);
        QTRY_COMPARE(world.session->body(0)->grade->verdicts.constFirst().type, u"equals"_s);
        QCOMPARE(world.session->totals().passed, 1);
        QCOMPARE(world.session->body(0)->text, u"one!"_s);
    }
};

QTEST_GUILESS_MAIN(SessionOrderTest)
#include "tst_sessionorder.moc"
