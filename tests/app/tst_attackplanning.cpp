// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backgroundthread.h"
#include "app/storage/memoryrunstore.h"
#include "models/items/liveestimate.h"
#include "models/items/livelabels.h"
#include "models/session/backgroundruns.h"
#include "models/session/editeffect.h"
#include "models/session/labelstudy.h"
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

/// The prompts of a run, and of all else that asks a model, are rendered beside the window's thread, and that can be given up.
class TestAttackPlanning : public QObject
{
    Q_OBJECT

    struct World {
        FakeClock clock;
        FakeEngine engine;
        MemoryRunStore store{clock};
        Catalog catalog;

        [[nodiscard]] SessionContext context(Background *background)
        {
            return {&engine, &store,    &clock, &catalog, [](const QString &model) -> Result<QString> { return model; },
                    {},      background};
        }
    };

    /// The same, asked of a local model.
    static Experiment local(Experiment experiment)
    {
        experiment.variants[0].endpoint = endpointFromId(u"local:mini"_s);
        return experiment;
    }

    static Cell answerOfThen()
    {
        Cell cell;
        cell.request.endpoint = endpointFromId(u"local:mini"_s);
        cell.request.messages = {{Role::User, u"then"_s}};
        cell.state = CellState::Done;
        cell.text = u"an answer"_s;
        return cell;
    }

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
        QTRY_VERIFY((background.workOff(), world.engine.count() == 4));
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
            experiment.cases[broken].variables = {{u"x"_s, QJsonValue(QJsonValue::Undefined)}}; // a file that may not be read
        QVERIFY(session.run(experiment, {}));
        background.workOff();
        world.engine.answer(0, u"a"_s);
        background.workOff();
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(world.engine.at(1).request.key.caseIndex, 3);
        world.engine.answer(1, u"b"_s);
        QTRY_VERIFY((background.workOff(), !session.isRunning()));
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
        QTRY_VERIFY((background.workOff(), refused.size() == 1));
        QCOMPARE(refused.at(0).at(0).value<Error>().kind, ErrorKind::Budget);
        QVERIFY(progressed.size() >= 4);
        QCOMPARE(world.engine.count(), 0);
        QCOMPARE(session.planningShare(), 0.0);

        // It is given up in the middle.
        progressed.clear();
        connect(&session, &Session::planningProgressed, &session, &Session::stop);
        QVERIFY(session.run(experiment, options));
        QTRY_VERIFY((background.workOff(), progressed.size() == 1));
        QCOMPARE(refused.size(), 1);
        QVERIFY(!session.isPlanning());
        disconnect(&session, &Session::planningProgressed, nullptr, nullptr);

        options.maxCost = Money::fromDollars(1000);
        options.acceptsUnknownCost = true; // nothing limits the answers
        QVERIFY(session.run(experiment, options));
        QTRY_VERIFY((background.workOff(), session.isRunning())); // in as many pieces as it takes
        QCOMPARE(refused.size(), 1);
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
    void theThreadLivesWhileLabelsAreStudied()
    {
        World world;
        BackgroundThread background;
        LabelStudy study(world.context(&background));
        const QStringList labels{u"good"_s, u"bad"_s};
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &study, [&] {
            if (study.isRunning() && ++ticks == 100)
                study.stop();
        });
        timer.start(0);
        QVERIFY(study.start(local(slowExperiment()), labels, LabelSpelling::Exact));
        QVERIFY(QTest::qWaitFor([&] { return !study.isRunning(); }, 30'000));
        QCOMPARE(ticks, 100);
        QCOMPARE(world.engine.count(), 0);
        QVERIFY(study.rows().isEmpty());
        timer.stop();
        // What is asked for next does not wait for the ten minutes of the one before.
        QVERIFY(study.start(local(slowExperiment()), labels, LabelSpelling::Exact));
        QVERIFY(study.start(local(experimentOf(u"{{ x }}"_s, 2)), labels, LabelSpelling::Exact));
        QVERIFY(QTest::qWaitFor([&] { return world.engine.count() == 2; }, 30'000));
        QCOMPARE(study.rows().size(), 2);
    }
    void theThreadLivesWhileAnEditIsRendered()
    {
        World world;
        BackgroundThread background;
        EditEffect effect(world.context(&background));
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &effect, [&] {
            if (effect.isRunning() && ++ticks == 100)
                effect.stop();
        });
        timer.start(0);
        QVERIFY(effect.start(local(slowExperiment()), {}, answerOfThen()));
        QVERIFY(QTest::qWaitFor([&] { return !effect.isRunning(); }, 30'000));
        QCOMPARE(ticks, 100);
        QCOMPARE(world.engine.count(), 0);
        timer.stop();

        const Cell answer = answerOfThen();
        const Experiment now = local(experimentOf(u"{{ x }}"_s, 2));
        QVERIFY(effect.start(now, {}, answer));
        QVERIFY(QTest::qWaitFor([&] { return world.engine.count() == 2; }, 30'000));
        for (const int i : {0, 1}) {
            ScoredText text;
            text.tokens.emplace_back();
            world.engine.deliver(i, {Event::Scored{{text}}, Event::Finished{}});
        }
        QTRY_VERIFY(effect.result());
        // Whether the result still belongs to what is edited is found out beside it too, and the last edit counts.
        effect.compareWith(local(slowExperiment()), {}, &answer);
        QVERIFY(!effect.isStale());
        effect.compareWith(local(experimentOf(u"other {{ x }}"_s, 2)), {}, &answer);
        QVERIFY(QTest::qWaitFor([&] { return effect.isStale(); }, 30'000));
    }
    void theThreadLivesWhileLabelsAreLookedFor()
    {
        BackgroundThread background;
        LiveLabels live(&background);
        QSignalSpy changed(&live, &LiveLabels::changed);
        Experiment slow = slowExperiment();
        CheckSpec check;
        check.type = u"equals"_s;
        check.value = slow.prompts[0].messages[0].text;
        slow.cases.changeEach([&check](Case &each) { each.checks = {check}; });
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &live, [&] {
            if (++ticks == 10)
                live.update(experimentOf(u"Is it good or bad? {{ x }}"_s, 2)); // the newest counts
        });
        timer.start(0);
        live.update(slow);
        QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }, 30'000));
        QVERIFY(ticks >= 10);
        QCOMPARE(live.labels(), (QStringList{u"good"_s, u"bad"_s}));
    }
    /// What keeps its answer is sorted out from what is run piece by piece, and that can be given up.
    void aPartOfALargeRunIsStartedPieceByPiece()
    {
        World world;
        HandBackground background;
        Session session(world.context(&background));
        QSignalSpy begun(&session, &Session::begun);
        Experiment experiment = experimentOf(u"{{ x }}"_s, 1000);
        experiment.repeat = 300;
        StoredRun stored;
        stored.run.id = QUuid::createUuid();
        stored.run.plannedCells = 300'000;
        for (int i = 0; i < 300'000; ++i) {
            CellSummary cell;
            cell.key.caseIndex = i / 300;
            cell.key.repeat = i % 300;
            cell.state = CellState::Done;
            stored.cells.push_back(cell);
        }
        session.follow(experiment);
        session.restore(stored, experiment);
        RunOptions options;
        options.scope.kind = RunScope::Kind::Cell;
        options.scope.place.caseIndex = 999;
        QVERIFY(session.run(experiment, options));
        background.workOff();
        QVERIFY(session.isPlanning()); // it goes on from the event loop
        session.stop();
        QVERIFY(!session.isPlanning());
        QCoreApplication::processEvents();
        background.workOff();
        QVERIFY(begun.isEmpty());

        QVERIFY(session.run(experiment, options));
        QVERIFY(QTest::qWaitFor([&] {
            background.workOff();
            return world.engine.count() == 1;
        }));
        QCOMPARE(begun.size(), 1);
        QCOMPARE(session.size(), 300'000);
        QCOMPARE(session.totals().planned, 1);
        QCOMPARE(world.engine.at(0).request.key.caseIndex, 999);
        QCOMPARE(session.summary(0).state, CellState::Done);
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
