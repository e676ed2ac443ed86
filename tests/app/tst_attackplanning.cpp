// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backgroundthread.h"
#include "app/storage/memoryrunstore.h"
#include "models/items/liveestimate.h"
#include "models/session/runshelf.h"
#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/handbackground.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment experimentOf(const QString &prompt, int cases)
{
    Experiment experiment;
    experiment.prompts = {{QString(), {{Role::User, prompt}}, {}}};
    Variant variant;
    variant.endpoint = endpointFromId(u"echo"_s);
    experiment.variants.append(variant);
    for (int i = 0; i < cases; ++i) {
        Case aCase;
        aCase.variables = {{u"x"_s, i}};
        experiment.cases.append(aCase);
    }
    return experiment;
}

/// Two seconds of work a case, in vain.
Experiment slowExperiment()
{
    return experimentOf(u"{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}{{ x }}"_s, 300);
}

} // namespace

/// The prompts of a run are rendered beside the window's thread, and that can be given up.
class TestAttackPlanning : public QObject
{
    Q_OBJECT

    struct World {
        FakeClock clock;
        FakeEngine engine;
        MemoryRunStore store{clock};
        Catalog catalog;
    };

private Q_SLOTS:
    void theThreadLivesWhileARunIsPlanned()
    {
        World world;
        BackgroundThread background;
        SessionContext context{&world.engine, &world.store, &world.clock, &world.catalog, {}, {}, &background};
        Session session(context);
        QSignalSpy begun(&session, &Session::begun);
        QSignalSpy refused(&session, &Session::refused);
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &session, [&] {
            if (++ticks == 100)
                session.stop();
        });
        timer.start(0);
        QVERIFY(session.run(slowExperiment(), {}));
        QVERIFY(session.isPlanning());
        QVERIFY(!session.run(slowExperiment(), {}));
        QVERIFY(QTest::qWaitFor([&] { return !session.isPlanning(); }));
        QCOMPARE(ticks, 100);
        // What is asked for next does not wait for the ten minutes of the one before.
        QVERIFY(session.run(experimentOf(u"{{ x }}"_s, 2), {}));
        QVERIFY(QTest::qWaitFor([&] { return begun.size() == 1; }, 30'000));
        QCOMPARE(session.cells().size(), std::size_t(2));
        QVERIFY(refused.isEmpty());
    }
    void theThreadLivesWhileItIsEstimated()
    {
        BackgroundThread background;
        LiveEstimate estimate(nullptr, nullptr, &background);
        QSignalSpy changed(&estimate, &LiveEstimate::changed);
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &estimate, [&ticks] { ++ticks; });
        timer.start(0);
        estimate.update(slowExperiment());
        QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }, 30'000));
        QVERIFY(ticks > 100);
        QVERIFY(estimate.problem());
    }
    void whatIsRefusedIsTold()
    {
        World world;
        HandBackground background;
        SessionContext context{&world.engine, &world.store, &world.clock, &world.catalog, {}, {}, &background};
        Session session(context);
        QSignalSpy refused(&session, &Session::refused);
        QVERIFY(session.run(Experiment(), {}));
        QVERIFY(refused.isEmpty());
        background.workOff();
        QCOMPARE(refused.size(), 1);
        QVERIFY(!session.isPlanning());
        QVERIFY(!session.isRunning());
    }
    void anotherExperimentGivesItUp()
    {
        World world;
        HandBackground background;
        SessionContext context{&world.engine, &world.store, &world.clock, &world.catalog, {}, {}, &background};
        Session session(context);
        QSignalSpy begun(&session, &Session::begun);
        QVERIFY(session.run(experimentOf(u"{{ x }}"_s, 2), {}));
        QVERIFY(!session.release());
        QVERIFY(!session.isPlanning());
        background.workOff();
        QVERIFY(begun.isEmpty());
        QVERIFY(session.cells().empty());
    }
    /// What was edited meanwhile is followed; the run has what it was started with.
    void itIsEditedMeanwhile()
    {
        World world;
        HandBackground background;
        SessionContext context{&world.engine, &world.store, &world.clock, &world.catalog, {}, {}, &background};
        Session session(context);
        session.follow(experimentOf(u"{{ x }}"_s, 2));
        QVERIFY(session.run(experimentOf(u"{{ x }}"_s, 2), {}));
        session.follow(experimentOf(u"{{ x }}"_s, 3));
        background.workOff();
        QCOMPARE(session.cells().size(), std::size_t(2));
        QCOMPARE(session.lookup().caseChanges().added, 1);
    }
};

QTEST_GUILESS_MAIN(TestAttackPlanning)
#include "tst_attackplanning.moc"
