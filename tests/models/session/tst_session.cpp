// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/backgroundruns.h"

#include "app/storage/memoryrunstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Usage used(std::int64_t input, std::int64_t output)
{
    Usage usage;
    usage.inputTokens = input;
    usage.outputTokens = output;
    return usage;
}

Experiment experimentOf(const QStringList &providers, const QStringList &words)
{
    Experiment experiment;
    experiment.description = u"A test"_s;
    experiment.prompts = {{QString(), {{Role::User, u"Say {{ word }}"_s}}, {}}};
    for (const QString &id : providers) {
        Variant variant;
        variant.endpoint = endpointFromId(id);
        variant.sampling.maxTokens = 10;
        experiment.variants.append(variant);
    }
    for (const QString &word : words) {
        Case aCase;
        aCase.variables = {{u"word"_s, word}};
        CheckSpec check;
        check.type = u"contains"_s;
        check.value = u"{{ word }}"_s;
        aCase.checks = {check};
        experiment.cases.append(aCase);
    }
    return experiment;
}

const QByteArray prices = R"({"as_of": "2026-11-10", "source": "test", "providers": {"openai": {"title": "OpenAI",
    "hosts": ["api.openai.com"], "models": {"m": {"title": "M", "context": 1000, "max_output": 100,
    "price": {"input": 1000, "output": 2000}}}}}})";

/// Answers with the prompt, from within start().
class EchoDouble final : public Engine
{
public:
    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override
    {
        mostAtOnce = std::max(mostAtOnce, ++m_running);
        sink({Event::Started{u"echo"_s}, Event::TextDelta{request.messages.constFirst().text},
              Event::Finished{FinishReason::Stop, used(2, 2), {}, {}}});
        --m_running;
        return std::make_unique<Ended>();
    }
    void countTokens(const Endpoint &, const Messages &, PromptForm, QObject *, std::function<void(Result<TokenCount>)>) override
    {
    }

    int mostAtOnce = 0;

private:
    struct Ended final : Generation {
        void cancel() override { }
    };
    int m_running = 0;
};

/// Keeps nothing and has everything.
class CountingStore final : public RunStore
{
public:
    void beginRun(const RunRecord &) override { }
    void saveCell(const QUuid &, const Cell &) override { ++saved; }
    void saveBranch(const QUuid &, const Branch &) override { }
    void finishRun(const QUuid &, RunState, const QDateTime &) override { }
    void listRuns(int, QObject *, std::function<void(Result<QList<RunSummary>>)>) override { }
    void loadRun(const QUuid &, QObject *, std::function<void(Result<StoredRun>)>) override { }
    void totalsSince(const QDateTime &, QObject *, std::function<void(Result<LedgerTotals>)>) override { }
    void loadCells(const QUuid &, const QList<CellKey> &keys, QObject *guard,
                   std::function<void(Result<std::vector<Cell>>)> callback) override
    {
        std::vector<Cell> cells;
        for (const CellKey &key : keys) {
            Cell &cell = cells.emplace_back();
            cell.request.key = key;
            cell.state = CellState::Done;
            cell.text = u"from the store"_s;
        }
        QMetaObject::invokeMethod(
            guard, [callback = std::move(callback), cells] { callback(cells); }, Qt::QueuedConnection);
    }
    void flush(QObject *guard, std::function<void(Result<void>)> callback) override
    {
        QMetaObject::invokeMethod(
            guard, [callback = std::move(callback)] { callback({}); }, Qt::QueuedConnection);
    }

    int saved = 0;
};

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

    /// Everything a session needs, fresh for each test; the session goes first.
    struct World {
        FakeClock clock;
        FakeEngine engine;
        MemoryRunStore store{clock};
        Catalog catalog;
        SessionContext context{&engine, &store, &clock, &catalog, {}};
        std::unique_ptr<Session> session;

        World()
        {
            const auto read = Catalog::fromJson(prices, u"prices"_s);
            if (!read)
                qFatal("%s", qPrintable(read.error().detail));
            catalog = *read;
            session = std::make_unique<Session>(context);
        }

        StoredRun stored(const QUuid &id)
        {
            std::optional<StoredRun> run;
            store.loadRun(id, session.get(), [&run](const Result<StoredRun> &loaded) {
                if (loaded)
                    run = *loaded;
            });
            if (!QTest::qWaitFor([&run] { return run.has_value(); }))
                qFatal("the run was not stored");
            return *run;
        }

        Cell storedCell(const QUuid &id, const CellKey &key)
        {
            std::optional<std::vector<Cell>> cells;
            store.loadCells(id, {key}, session.get(), [&cells](const Result<std::vector<Cell>> &loaded) {
                if (loaded)
                    cells = *loaded;
            });
            if (!QTest::qWaitFor([&cells] { return cells.has_value(); }) || cells->size() != 1)
                qFatal("the cell was not stored");
            return cells->front();
        }
    };

    static void waitForEnd(World &world, QSignalSpy &finished)
    {
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }));
        QVERIFY(!world.session->isRunning());
    }

    /// Cells with one check that asks.
    static Experiment judgedExperiment(int cases)
    {
        QStringList words;
        for (int i = 0; i < cases; ++i)
            words += u"w%1"_s.arg(i);
        Experiment experiment = experimentOf({u"openai:chat:m"_s}, words);
        experiment.defaultCase.other = {{u"options"_s, QJsonObject{{u"provider"_s, u"openai:chat:m"_s}}}};
        for (Case &each : experiment.cases) {
            each.checks[0].type = u"llm-rubric"_s;
            each.checks[0].value = u"is a lamp"_s;
        }
        return experiment;
    }

    /// Answers cells (0.02 dollars) and judges (0.04) until the run has ended; never more at once than `most`.
    static bool answerAsTheyCome(World &world, int most)
    {
        int next = 0;
        bool isWithin = true;
        const bool ended = QTest::qWaitFor([&] {
            isWithin = isWithin && world.engine.running() <= most;
            if (next < world.engine.count()) {
                QThreadPool::globalInstance()->waitForDone(); // what was answered before is checked before
                QCoreApplication::processEvents();
                const int number = next++;
                const bool isJudge = world.engine.at(number).request.messages.constFirst().role == Role::System;
                if (isJudge)
                    world.engine.answer(number, uR"({"reason": "ok", "pass": true, "score": 1})"_s, used(20, 10));
                else
                    world.engine.answer(number, u"a lamp"_s, used(10, 5));
            }
            return !world.session->isRunning();
        });
        return ended && isWithin;
    }

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
        experiment.prompts.append({u"second"_s, {{Role::User, u"{{ nothing }}"_s}}, {}});
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
        options.maxCost = Money::fromDollars(0.1);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, options));
        world.engine.answer(0, u"a"_s, used(90, 10)); // 0.09 + 0.02
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 1);
        QCOMPARE(world.session->totals().done, 1);
        QCOMPARE(world.session->totals().cancelled, 2);
        QCOMPARE(world.session->body(2)->error->kind, ErrorKind::Budget);
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
        for (Case &each : experiment.cases)
            each.checks[0].value = u"nothing says this"_s;
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

    /// What is kept of finished cells is bounded; who looks at one gets it back from the ledger, and others make room.
    void bodiesMakeRoom()
    {
        World world;
        QStringList words;
        for (int i = 0; i < 50; ++i)
            words.append(u"w%1"_s.arg(i));
        QSignalSpy finished(world.session.get(), &Session::finished);
        RunOptions options;
        options.bodyMemory = 40'000;
        QVERIFY(world.session->run(experimentOf({u"echo"_s}, words), options));
        for (int i = 0; i < 50; ++i)
            world.engine.answer(i, words.at(i) + u"!"_s.repeated(1000), used(3, 1));
        waitForEnd(world, finished);
        const auto inMemory = [&world] {
            int count = 0;
            for (int i = 0; i < world.session->size(); ++i)
                count += world.session->bodyInMemory(i) != nullptr;
            return count;
        };
        QVERIFY(inMemory() > 0 && inMemory() < 20);
        QCOMPARE(world.session->summary(0).state, CellState::Done);
        QCOMPARE(world.session->summary(0).outputTokens.value(), 1);
        QCOMPARE(world.session->summary(0).verdicts, 1);
        QSignalSpy changes(world.session.get(), &Session::cellsChanged);
        QVERIFY(!world.session->body(0));
        QVERIFY(!world.session->body(0)); // asked for already
        QTRY_VERIFY(world.session->bodyInMemory(0));
        QCOMPARE(changes, (QList<QVariantList>{{0, 0}}));
        QVERIFY(world.session->body(0)->text.startsWith(u"w0!"_s));
        QCOMPARE(world.session->body(0)->grade->outcome, Outcome::Pass);
        for (int i = 0; i < 50; ++i)
            (void)world.session->body(i);
        QTRY_VERIFY(changes.size() > 30);
        QVERIFY(inMemory() < 20);
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

    /// What waits and what was never asked is known without the ledger.
    void cellsThatAreNotStoredHaveABody()
    {
        World world;
        Experiment experiment = experimentOf({u"echo"_s}, {u"a"_s, u"b"_s, u"c"_s});
        experiment.maxConcurrency = 1;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QCOMPARE(world.session->body(2)->state, CellState::Planned);
        QCOMPARE(world.session->body(2)->request.endpoint.id, u"echo"_s);
        QSignalSpy changes(world.session.get(), &Session::cellsChanged);
        world.session->stop();
        QVERIFY(changes.contains(QVariantList{1, 2})); // all that waited in one go
        QCOMPARE(world.session->body(2)->state, CellState::Cancelled);
        world.engine.finishCancelled(0);
        waitForEnd(world, finished);
        QCOMPARE(world.session->costOf(0).known, 0);
    }

    /// A run of the ledger shows its numbers at once and its texts when they are looked at.
    void aRestoredRunReadsBodiesWhenTheyAreLookedAt()
    {
        World world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        const Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s, u"two"_s});
        QVERIFY(world.session->run(experiment, {}));
        world.engine.answer(0, u"one"_s, used(3, 1));
        world.engine.answer(1, u"two"_s, used(3, 1));
        waitForEnd(world, finished);
        const StoredRun run = world.stored(world.session->runId());
        Session other(world.context);
        other.restore(run, experiment);
        QCOMPARE(other.size(), 2);
        QCOMPARE(other.summary(1).outcome, Outcome::Pass);
        QVERIFY(!other.bodyInMemory(1));
        QCOMPARE(other.outline(1).state, CellState::Done);
        QCOMPARE(other.outline(1).request.endpoint.id, u"echo"_s);
        QCOMPARE(other.costOf(0).known, 2);
        QSignalSpy changes(&other, &Session::cellsChanged);
        QVERIFY(!other.body(1));
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(other.body(1)->text, u"two"_s);
        QVERIFY(!other.bodyInMemory(0));
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

    /// What a large run holds is a summary of each cell and no more bodies than fit.
    void aHundredThousandCells()
    {
        constexpr int many = 100'000;
        FakeClock clock;
        EchoDouble engine;
        CountingStore store;
        Catalog catalog;
        Session session({&engine, &store, &clock, &catalog, {}});
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s});
        experiment.cases[0].checks.clear();
        experiment.repeat = many;
        RunOptions options;
        options.bodyMemory = std::size_t{1} << 20;
        QSignalSpy finished(&session, &Session::finished);
        session.follow(experiment);
        QVERIFY(session.run(experiment, options));
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }, 60'000));
        QCOMPARE(session.size(), many);
        QCOMPARE(session.totals().done, many);
        QCOMPARE(session.totals().passed, many);
        QCOMPARE(store.saved, many);
        QCOMPARE(engine.mostAtOnce, 1);
        int bodies = 0;
        for (int i = 0; i < many; ++i)
            bodies += session.bodyInMemory(i) != nullptr;
        QVERIFY2(bodies > 0 && bodies < 1000, QByteArray::number(bodies));
        QCOMPARE(session.summary(many / 2).outputTokens.value(), 2);
        QVERIFY(!session.body(many / 2));
        QTRY_VERIFY(session.bodyInMemory(many / 2));
        QCOMPARE(session.body(many / 2)->text, u"from the store"_s);
        QCOMPARE(session.body(many / 2)->request.key.repeat, many / 2);
        QCOMPARE(session.find({0, 0, 0, many - 1}).cell, many - 1);
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
        RunOptions options;
        options.maxCost = Money::fromDollars(0.1); // two answers and a judge
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, options));
        QVERIFY(answerAsTheyCome(world, 1));
        waitForEnd(world, finished);
        QVERIFY(world.session->totals().cost >= *options.maxCost);
        QVERIFY2(world.session->totals().cost <= Money::fromDollars(0.1 + 0.04), qPrintable(world.session->totals().cost.text()));
        QVERIFY(world.session->totals().cancelled > 0);
        QCOMPARE(world.stored(world.session->runId()).run.state, RunState::Stopped);
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

    /// They are looked for piece by piece: whatever is changed meanwhile, the grades are those of the last checks.
    void manyAnswersAreJudgedByTheChecksOfNow()
    {
        World world;
        CountingStore store; // each answer is "from the store"
        world.context.store = &store;
        Session session(world.context);
        constexpr int count = 20'000;
        QStringList words;
        for (int i = 0; i < count; ++i)
            words += QString::number(i);
        Experiment passing = experimentOf({u"echo"_s}, words);
        StoredRun stored;
        stored.run.id = QUuid::createUuid();
        stored.run.plannedCells = count;
        for (int i = 0; i < count; ++i) {
            passing.cases[i].checks[0].value = u"store"_s;
            CellSummary &cell = stored.cells.emplace_back();
            cell.key.caseIndex = i;
            cell.state = CellState::Done;
            cell.outcome = Outcome::Pass;
        }
        session.follow(passing);
        session.restore(stored, passing);
        Experiment failing = passing;
        failing.cases[0].checks[0].value = u"shop"_s;
        failing.cases[count - 1].checks[0].value = u"shop"_s;
        session.follow(failing);
        QTRY_COMPARE(session.summary(count - 1).outcome, Outcome::Fail);
        QTRY_COMPARE(session.summary(0).outcome, Outcome::Fail);
        QCOMPARE(session.summary(1).outcome, Outcome::Pass);
        session.follow(passing);
        session.follow(failing);
        session.follow(passing);
        QTRY_COMPARE(session.summary(count - 1).outcome, Outcome::Pass);
        QTRY_COMPARE(session.summary(0).outcome, Outcome::Pass);
        QTRY_COMPARE(session.totals().checksFailed, 0);
    }

    void manyCells()
    {
        World world;
        QStringList words;
        for (int i = 0; i < 500; ++i)
            words.append(u"w%1"_s.arg(i));
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experimentOf({u"echo"_s}, words), {}));
        for (int i = 0; i < 500; ++i)
            world.engine.answer(i, u"w%1"_s.arg(i));
        waitForEnd(world, finished);
        QCOMPARE(world.session->totals().passed, 500);
        QCOMPARE(world.engine.destructions(), 500);
        QCOMPARE(world.stored(world.session->runId()).cells.size(), std::size_t(500));
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
