// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/session.h"

#include "tests/models/session/sessionworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

Experiment delayed(std::chrono::milliseconds delay)
{
    Experiment experiment = experimentOf({u"echo"_s}, {u"a"_s, u"b"_s, u"c"_s});
    experiment.delay = delay;
    return experiment;
}

} // namespace

class SessionDelayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAfterTheOther()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(delayed(50ms), {}));
        QCOMPARE(world.engine.count(), 1);
        world.engine.answer(0, u"a"_s);
        QCOMPARE(world.engine.count(), 1);
        world.clock.advance(49ms);
        QCOMPARE(world.engine.count(), 1);
        world.clock.advance(1ms);
        QCOMPARE(world.engine.count(), 2);
        world.clock.advance(200ms); // it counts from the answer on
        world.engine.answer(1, u"b"_s);
        QCOMPARE(world.engine.count(), 2);
        world.clock.advance(50ms);
        QCOMPARE(world.engine.count(), 3);
        world.engine.answer(2, u"c"_s);
        waitForEnd(world, finished); // after the last one nobody waits
        QCOMPARE(world.session->totals().passed, 3);
    }

    void theOptionsGoFirst()
    {
        World world;
        RunOptions none;
        none.delay = 0ms;
        QVERIFY(world.session->run(delayed(50ms), none));
        QCOMPARE(world.engine.count(), 3);

        World other;
        RunOptions some;
        some.delay = 10ms;
        QVERIFY(other.session->run(delayed(0ms), some));
        QCOMPARE(other.engine.count(), 1);
        other.engine.answer(0, u"a"_s);
        other.clock.advance(10ms);
        QCOMPARE(other.engine.count(), 2);
    }

    /// Nobody was asked for them.
    void keptAnswersAreNotWaitedAfter()
    {
        World world;
        QVERIFY(world.session->run(delayed(50ms), {}));
        QCOMPARE(world.engine.count(), 1);
        Event::Finished end;
        end.notes = {{NoteKind::FromCache, {}}};
        world.engine.deliver(0, {Event::Started{}, Event::TextDelta{u"a"_s}, end});
        QCOMPARE(world.engine.count(), 2);
    }

    void stoppingDoesNotWait()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(delayed(50ms), {}));
        world.engine.answer(0, u"a"_s);
        world.session->stop();
        waitForEnd(world, finished);
        world.clock.advance(50ms);
        QCOMPARE(world.engine.count(), 1);
        QCOMPARE(world.session->totals().cancelled, 2);
    }

    /// What batches have answered comes at once.
    void answersOfBatchesDoNotWait()
    {
        World world;
        world.context.answers = &world.engine;
        world.session = std::make_unique<Session>(world.context);
        QVERIFY(world.session->run(delayed(50ms), {}));
        QCOMPARE(world.engine.count(), 3);
    }
};

QTEST_GUILESS_MAIN(SessionDelayTest)
#include "tst_sessiondelay.moc"
