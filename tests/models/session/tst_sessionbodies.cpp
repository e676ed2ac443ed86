// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Which cells are in memory as a whole, in small runs and in large ones.

#include "models/session/session.h"

#include "tests/models/session/sessionworld.h"
#include "tests/support/sanitized.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

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
    void loadPage(const QUuid &, const RunPage &, QObject *, std::function<void(Result<StoredRun>)>) override { }
    void saveRating(const QUuid &, const CellKey &, const Rating &) override { }
    void savePair(const QUuid &, const JudgedPair &) override { }
    void removePair(const QUuid &, const JudgedPair &) override { }
    void loadJudgements(const QUuid &, QObject *, std::function<void(Result<Judgements>)>) override { }
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
        QMetaObject::invokeMethod(guard, [callback = std::move(callback), cells] { callback(cells); }, Qt::QueuedConnection);
    }
    void flush(QObject *guard, std::function<void(Result<void>)> callback) override
    {
        QMetaObject::invokeMethod(guard, [callback = std::move(callback)] { callback({}); }, Qt::QueuedConnection);
    }

    int saved = 0;
};

} // namespace

class SessionBodiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
        int gone = 0; // checks run beside each other: any of them may be the last that was graded
        while (world.session->bodyInMemory(gone))
            ++gone;
        QSignalSpy changes(world.session.get(), &Session::cellsChanged);
        QVERIFY(!world.session->body(gone));
        QVERIFY(!world.session->body(gone)); // asked for already
        QTRY_VERIFY(world.session->bodyInMemory(gone));
        QCOMPARE(changes, (QList<QVariantList>{{gone, gone}}));
        QVERIFY(world.session->body(gone)->text.startsWith(u"w%1!"_s.arg(gone)));
        QCOMPARE(world.session->body(gone)->grade->outcome, Outcome::Pass);
        for (int i = 0; i < 50; ++i)
            (void)world.session->body(i);
        QTRY_VERIFY(changes.size() > 30);
        QVERIFY(inMemory() < 20);
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

    /// The first cells of a run are shown before the others are read.
    void aRestoredRunIsReadPageByPage()
    {
        World world;
        constexpr int many = 9'000; // several pages
        constexpr int first = 100;
        Experiment experiment = experimentOf({u"echo"_s}, {u"one"_s});
        experiment.repeat = many;
        RunRecord record;
        record.id = QUuid::createUuid();
        record.plannedCells = many;
        world.store.beginRun(record);
        Cell cell;
        cell.state = CellState::Done;
        cell.text = u"one"_s;
        cell.grade = Grade();
        for (int i = 0; i < many; ++i) {
            cell.request.key.repeat = i;
            world.store.saveCell(record.id, cell);
        }
        world.store.finishRun(record.id, RunState::Finished, {});
        std::optional<StoredRun> page;
        world.store.loadPage(record.id, {.after = {}, .limit = first}, world.session.get(),
                             [&page](const Result<StoredRun> &loaded) { page = loaded.value(); });
        QTRY_VERIFY(page);
        QCOMPARE(page->cells.size(), std::size_t(first));
        QVERIFY(page->hasMore);

        Session &session = *world.session;
        QSignalSpy planned(&session, &Session::planned);
        QSignalSpy added(&session, &Session::cellsAdded);
        session.follow(experiment);
        session.restore(*page, experiment);
        QCOMPARE(planned.size(), 1);
        QCOMPARE(session.size(), first);
        QVERIFY(session.isReading());
        QVERIFY(!session.endedEarly()); // nobody knows yet
        QCOMPARE(session.find({0, 0, 0, first - 1}).cell, first - 1);
        QCOMPARE(session.find({0, 0, 0, many - 1}).cell, -1);
        QTRY_VERIFY(!session.isReading());
        QCOMPARE(planned.size(), 1);
        QCOMPARE(session.size(), many);
        QCOMPARE(session.totals().done, many);
        QCOMPARE(session.totals().passed, many);
        QVERIFY(!session.endedEarly());
        QCOMPARE(session.find({0, 0, 0, many - 1}).cell, many - 1);
        int next = first; // each range follows the one before
        for (const QVariantList &range : std::as_const(added)) {
            QCOMPARE(range.at(0).toInt(), next);
            next = range.at(1).toInt() + 1;
        }
        QCOMPARE(next, many);
        QVERIFY(added.size() > 1);
        QVERIFY(!session.body(many - 1));
        QTRY_VERIFY(session.bodyInMemory(many - 1));
        QCOMPARE(session.body(many - 1)->text, u"one"_s);
    }

    /// Checks that change while a run is read judge what comes later, too.
    void whatIsReadLaterIsJudgedByTheChecksOfNow()
    {
        World world;
        QStringList words;
        for (int i = 0; i < 20; ++i)
            words.append(u"w%1"_s.arg(i));
        Experiment experiment = experimentOf({u"echo"_s}, words);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        for (int i = 0; i < 20; ++i)
            world.engine.answer(i, words.at(i));
        waitForEnd(world, finished);
        const Experiment ran = experiment;
        experiment.cases.changeEach([](Case &each) { each.checks[0].value = u"nothing says this"_s; });
        std::optional<StoredRun> page;
        world.store.loadPage(world.session->runId(), {.after = {}, .limit = 5}, world.session.get(),
                             [&page](const Result<StoredRun> &loaded) { page = loaded.value(); });
        QTRY_VERIFY(page);
        Session later(world.context);
        later.restore(*page, ran);
        later.follow(ran);
        later.follow(experiment);
        QCOMPARE(later.size(), 5);
        QTRY_COMPARE(later.totals().checksFailed, 20);
        QCOMPARE(later.size(), 20);
        QCOMPARE(later.totals().passed, 0);
    }

    /// What a large run holds is a summary of each cell and no more bodies than fit.
    void aHundredThousandCells()
    {
        constexpr int many = isSanitized ? 20'000 : 100'000;
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
            CellSummary cell;
            cell.key.caseIndex = i;
            cell.state = CellState::Done;
            cell.outcome = Outcome::Pass;
            stored.cells.push_back(cell);
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

QTEST_GUILESS_MAIN(SessionBodiesTest)
#include "tst_sessionbodies.moc"
