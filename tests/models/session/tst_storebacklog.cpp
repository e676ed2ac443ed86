// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/storebacklog.h"

#include "app/storage/memoryrunstore.h"
#include "models/session/resume.h"
#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QSignalSpy>
#include <QTest>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

/// A store that is as far as the test says.
class HeldStore final : public RunStore
{
public:
    explicit HeldStore(const Clock &clock) : m_kept(clock) { }

    void beginRun(const RunRecord &run) override { m_kept.beginRun(run); }
    void saveCell(const QUuid &run, const Cell &cell) override
    {
        ++cells;
        m_kept.saveCell(run, cell);
    }
    void saveBranch(const QUuid &run, const Branch &branch) override { m_kept.saveBranch(run, branch); }
    void finishRun(const QUuid &run, RunState state, const QDateTime &finished) override
    {
        m_kept.finishRun(run, state, finished);
    }
    void listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback) override
    {
        m_kept.listRuns(limit, guard, std::move(callback));
    }
    void loadPage(const QUuid &run, const RunPage &page, QObject *guard, std::function<void(Result<StoredRun>)> callback) override
    {
        m_kept.loadPage(run, page, guard, std::move(callback));
    }
    void saveRating(const QUuid &run, const CellKey &cell, const Rating &rating) override
    {
        m_kept.saveRating(run, cell, rating);
    }
    void savePair(const QUuid &run, const JudgedPair &pair) override { m_kept.savePair(run, pair); }
    void removePair(const QUuid &run, const JudgedPair &pair) override { m_kept.removePair(run, pair); }
    void loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback) override
    {
        m_kept.loadJudgements(run, guard, std::move(callback));
    }
    void loadCells(const QUuid &run, const QList<CellKey> &keys, QObject *guard,
                   std::function<void(Result<std::vector<Cell>>)> callback) override
    {
        m_kept.loadCells(run, keys, guard, std::move(callback));
    }
    void totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback) override
    {
        m_kept.totalsSince(since, guard, std::move(callback));
    }
    void flush(QObject *, std::function<void(Result<void>)> callback) override { m_asked.push_back(std::move(callback)); }

    [[nodiscard]] std::size_t asked() const { return m_asked.size(); }
    /// Answers all that was asked until now.
    void answer(const Result<void> &result = {})
    {
        for (const auto &callback : std::exchange(m_asked, {}))
            callback(result);
    }

    int cells = 0;

private:
    MemoryRunStore m_kept;
    std::vector<std::function<void(Result<void>)>> m_asked;
};

Experiment echoes(int cases, int concurrency)
{
    Experiment experiment;
    experiment.prompts = {{QString(), {{Role::User, u"{{ n }}"_s}}, {}}};
    Variant variant;
    variant.endpoint = endpointFromId(u"echo"_s);
    experiment.variants = {variant};
    for (int i = 0; i < cases; ++i) {
        Case each;
        each.variables = {{u"n"_s, i}};
        experiment.cases.append(each);
    }
    experiment.maxConcurrency = concurrency;
    return experiment;
}

} // namespace

class StoreBacklogTest : public QObject
{
    Q_OBJECT

    struct World {
        FakeClock clock;
        FakeEngine engine;
        HeldStore store{clock};
        Catalog catalog;
        Session session{SessionContext{&engine, &store, &clock, &catalog, {}}};

        /// Answers all that is asked, as long as something is; how many cells there are then.
        int answerAll(int from)
        {
            int next = from;
            while (next < engine.count())
                engine.answer(next++, u"x"_s);
            return next;
        }
    };

private Q_SLOTS:
    void countsAndAges()
    {
        StoreBacklog backlog;
        QVERIFY(!backlog.isAhead() && !backlog.isTooLong(1h));
        for (int i = 0; i < 511; ++i)
            backlog.add(1s);
        QVERIFY(backlog.isAhead());
        QVERIFY(!backlog.isTooLong(1s + 299ms));
        QVERIFY(backlog.isTooLong(1s + 300ms)); // too long ago
        backlog.add(1s + 20ms);
        QVERIFY(backlog.isTooLong(1s + 20ms)); // too many
        backlog.saved(511);
        QVERIFY(backlog.isAhead() && !backlog.isTooLong(1s + 319ms));
        QVERIFY(backlog.isTooLong(1s + 320ms)); // the one that is left
        backlog.saved(512);
        QVERIFY(!backlog.isAhead() && !backlog.isTooLong(1h));
        backlog.add(2s);
        backlog.failed();
        QVERIFY(!backlog.isAhead() && !backlog.isTooLong(1h));
    }

    /// The ledger does not answer: the run begins no more cells than it may lose.
    void aRunWaitsForTheLedger()
    {
        World world;
        QSignalSpy finished(&world.session, &Session::finished);
        QVERIFY(world.session.run(echoes(5000, 4), {}));
        world.store.answer(); // the question at the start
        int answered = world.answerAll(0);
        QVERIFY2(answered >= 512 && answered <= 516, qPrintable(QString::number(answered)));
        QVERIFY(world.session.isRunning());
        QCOMPARE(world.engine.running(), 0); // nothing more is begun, and no timer is waited for
        // From here on the test plays the ledger.
        for (int rounds = 0; answered < 5000 && rounds < 100; ++rounds) {
            QCOMPARE(world.store.asked(), 1u); // one question at a time
            const int before = answered;
            world.store.answer();
            answered = world.answerAll(answered);
            QVERIFY2(answered - before <= 516, qPrintable(QString::number(answered - before)));
            QCOMPARE(world.store.cells, answered);
        }
        QCOMPARE(answered, 5000);
        while (world.store.asked() > 0)
            world.store.answer();
        QTRY_COMPARE(world.store.asked(), 1u); // that of the end
        world.store.answer();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(world.session.totals().done, 5000);
    }

    void anOldCellIsWaitedForToo()
    {
        World world;
        QVERIFY(world.session.run(echoes(100, 2), {}));
        world.store.answer();
        world.engine.answer(0, u"x"_s);
        QCOMPARE(world.engine.count(), 3);
        world.clock.advance(400ms);
        world.engine.answer(1, u"x"_s);
        world.engine.answer(2, u"x"_s);
        QCOMPARE(world.engine.count(), 3);
        world.store.answer();
        QVERIFY(world.engine.count() > 3);
    }

    /// As where the disk is full: it is told once, and the run does not wait for what cannot be.
    void aLedgerThatCannotWriteHoldsNothingUp()
    {
        World world;
        QSignalSpy failed(&world.session, &Session::storageFailed);
        QSignalSpy finished(&world.session, &Session::finished);
        QVERIFY(world.session.run(echoes(5000, 4), {}));
        world.store.answer(failure(ErrorKind::Storage, u"disk full"_s));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(world.answerAll(0), 5000);
        QTRY_COMPARE(world.store.asked(), 1u); // that of the end: nothing was asked within the second
        world.store.answer(failure(ErrorKind::Storage, u"disk full"_s));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(failed.size(), 1);
    }

    void aLedgerThatIsWellAgainIsWaitedForAgain()
    {
        World world;
        QVERIFY(world.session.run(echoes(5000, 4), {}));
        world.store.answer(failure(ErrorKind::Storage, u"disk full"_s));
        for (int i = 0; i < 1000; ++i)
            world.engine.answer(i, u"x"_s);
        QCOMPARE(world.store.asked(), 0u);
        world.clock.advance(2s);
        world.engine.answer(1000, u"x"_s);
        QCOMPARE(world.store.asked(), 1u);
        world.store.answer();
        const int answered = world.answerAll(1001);
        QVERIFY2(answered < 2000, qPrintable(QString::number(answered)));
    }

    /// A run that is to go on, and that the ledger does not give: nothing is asked, and it ends.
    void aRunThatIsNotOursIsNotAsked_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("refused by the ledger") << false;
        QTest::newRow("stopped before it answers") << true;
    }

    void aRunThatIsNotOursIsNotAsked()
    {
        QFETCH(bool, isStopped);
        World world;
        QSignalSpy failed(&world.session, &Session::storageFailed);
        QSignalSpy finished(&world.session, &Session::finished);
        Experiment experiment = echoes(3, 4);
        experiment.cases[1].variables.clear(); // fails when it is planned
        RunOptions options;
        StoredRun stored;
        stored.run.id = QUuid::createUuid();
        stored.run.state = RunState::Interrupted;
        stored.run.plannedCells = 3;
        options.resume = std::make_shared<const RunToResume>(RunToResume{stored, {}, false});
        QVERIFY(world.session.run(experiment, options));
        QCOMPARE(world.session.runId(), stored.run.id);
        QCOMPARE(world.store.asked(), 1u);
        if (isStopped)
            world.session.stop();
        world.store.answer(isStopped ? Result<void>() : failure(ErrorKind::Storage, u"under way elsewhere"_s));
        QCOMPARE(failed.size(), isStopped ? 0 : 1);
        while (finished.isEmpty() && QTest::qWaitFor([&world] { return world.store.asked() > 0; }))
            world.store.answer();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(world.engine.count(), 0);
        QCOMPARE(world.session.totals().cancelled, 3); // also the one whose prompt would fail
    }

    void stopEndsTheWait()
    {
        World world;
        QSignalSpy finished(&world.session, &Session::finished);
        QVERIFY(world.session.run(echoes(5000, 4), {}));
        (void)world.answerAll(0);
        world.session.stop();
        while (world.store.asked() > 0)
            world.store.answer();
        QTRY_COMPARE(world.store.asked(), 1u);
        world.store.answer();
        QCOMPARE(finished.size(), 1);
    }
};

QTEST_GUILESS_MAIN(StoreBacklogTest)
#include "tst_storebacklog.moc"
