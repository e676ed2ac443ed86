// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backgroundthread.h"
#include "app/storage/memoryrunstore.h"
#include "models/items/liveestimate.h"
#include "models/session/backgroundruns.h"
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
    void theThreadLivesWhileARunIsRendered()
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
            if (session.isRunning() && ++ticks == 100)
                session.stop();
        });
        timer.start(0);
        QVERIFY(session.run(slowExperiment(), {}));
        QVERIFY(session.isPlanning());
        QVERIFY(!session.run(slowExperiment(), {}));
        QVERIFY(QTest::qWaitFor([&] { return begun.size() == 1; }, 30'000));
        QVERIFY(QTest::qWaitFor([&] { return !session.isRunning(); }));
        QCOMPARE(ticks, 100);
        QCOMPARE(world.engine.count(), 0);
        // What is asked for next does not wait for the ten minutes of the one before.
        QVERIFY(session.run(experimentOf(u"{{ x }}"_s, 2), {}));
        QVERIFY(QTest::qWaitFor([&] { return world.engine.count() == 2; }, 30'000));
        QCOMPARE(session.totals().planned, 2);
        QVERIFY(refused.isEmpty());
    }
    /// One that takes its time does not hold up those before it.
    void whatIsRenderedStarts()
    {
        World world;
        BackgroundThread background;
        SessionContext context{&world.engine, &world.store, &world.clock, &world.catalog, {}, {}, &background};
        Session session(context);
        const QString slowLater = u"{% if x > 2 %}{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}"
                                  "{% endfor %}{% endif %}{{ x }}"_s;
        QVERIFY(session.run(experimentOf(slowLater, 5), {}));
        QVERIFY(QTest::qWaitFor([&] { return world.engine.count() == 3; }, 30'000));
        session.stop();
    }
    /// Prompts of cells that are far from their turn are not rendered yet.
    void promptsAreRenderedAFewAhead()
    {
        World world;
        HandBackground background;
        SessionContext context{&world.engine, &world.store, &world.clock, &world.catalog, {}, {}, &background};
        Session session(context);
        Experiment experiment = experimentOf(u"{{ x }}"_s, 1000);
        experiment.maxConcurrency = 4;
        QVERIFY(session.run(experiment, {}));
        background.workOff();
        QCOMPARE(world.engine.count(), 4);
        QVERIFY(!session.body(4)->request.messages.isEmpty());
        QVERIFY(session.body(200)->request.messages.isEmpty());
        for (int i = 0; i < 1000; ++i) {
            // Rendered in the background, and not while too many cells are not stored yet.
            const auto isAsked = [&] {
                background.workOff();
                return world.engine.count() > i;
            };
            QVERIFY(QTest::qWaitFor(isAsked));
            world.engine.answer(i, u"!"_s);
        }
        QCOMPARE(world.engine.count(), 1000);
        QCOMPARE(world.engine.at(999).request.messages.constFirst().text, u"999"_s);
        QTRY_VERIFY(!session.isRunning());
        QCOMPARE(session.totals().done, 1000);
    }
    void aTemplateThatFailsIsThatCellsOwn_data()
    {
        QTest::addColumn<bool>("beside");
        QTest::newRow("beside the window's thread") << true;
        QTest::newRow("at once") << false;
    }
    void aTemplateThatFailsIsThatCellsOwn()
    {
        QFETCH(bool, beside);
        World world;
        HandBackground background;
        SessionContext context{&world.engine, &world.store, &world.clock, &world.catalog, {}};
        if (beside)
            context.background = &background;
        Session session(context);
        Experiment experiment = experimentOf(u"{{ x }}"_s, 5);
        experiment.maxConcurrency = 1;
        for (const int broken : {1, 2, 4})
            experiment.cases[broken].variables.clear();
        QVERIFY(session.run(experiment, {}));
        background.workOff();
        world.engine.answer(0, u"a"_s);
        background.workOff();
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(world.engine.at(1).request.key.caseIndex, 3);
        world.engine.answer(1, u"b"_s);
        background.workOff();
        QTRY_VERIFY(!session.isRunning());
        QCOMPARE(session.totals().done, 2);
        QCOMPARE(session.totals().failed, 3);
    }
    /// The cost of a large plan is found out piece by piece, before anything is asked.
    void theCostIsKnownBeforeTheStart()
    {
        World world;
        const auto prices = Catalog::fromJson(R"({"as_of": "2026-11-10", "source": "test", "providers": {"openai":
            {"title": "OpenAI", "hosts": ["api.openai.com"], "models": {"m": {"title": "M", "context": 1000, "max_output": 100,
            "price": {"input": 1000, "output": 2000}}}}}})",
                                              u"prices"_s);
        QVERIFY(prices);
        world.catalog = *prices;
        HandBackground background;
        SessionContext context{&world.engine, &world.store, &world.clock, &world.catalog, {}, {}, &background};
        Session session(context);
        QSignalSpy refused(&session, &Session::refused);
        QSignalSpy progressed(&session, &Session::planningProgressed);
        Experiment experiment = experimentOf(u"Say {{ x }}"_s, 1000);
        experiment.variants[0].endpoint = endpointFromId(u"openai:chat:m"_s);
        RunOptions options;
        options.maxCost = Money::fromDollars(1); // a tenth of a cent a cell; each costs more
        QVERIFY(session.run(experiment, options));
        background.workOff();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(0).value<Error>().kind, ErrorKind::Budget);
        QVERIFY(progressed.size() >= 4);
        QCOMPARE(world.engine.count(), 0);
        QCOMPARE(session.planningShare(), 0.0);

        // It is given up in the middle.
        progressed.clear();
        connect(&session, &Session::planningProgressed, &session, &Session::stop);
        QVERIFY(session.run(experiment, options));
        background.workOff();
        QCOMPARE(progressed.size(), 1);
        QCOMPARE(refused.size(), 1);
        QVERIFY(!session.isPlanning());
        disconnect(&session, &Session::planningProgressed, nullptr, nullptr);

        options.maxCost = Money::fromDollars(1000);
        QVERIFY(session.run(experiment, options));
        background.workOff();
        QCOMPARE(refused.size(), 1);
        QVERIFY(session.isRunning());
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
        QVERIFY(session.size() == 0);
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
        QCOMPARE(session.size(), 2);
        QCOMPARE(session.lookup().caseChanges().added, 1);
    }
};

QTEST_GUILESS_MAIN(TestAttackPlanning)
#include "tst_attackplanning.moc"
