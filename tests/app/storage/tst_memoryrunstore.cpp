// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"
#include "tests/app/storage/await.h"
#include "tests/app/storage/randomcell.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class MemoryRunStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The same calls on both stores give the same answers.
    void isLikeTheLedger()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const std::unique_ptr<Ledger> ledger = Ledger::open(folder.filePath(u"l.db"_s), clock).value();
        MemoryRunStore memory(clock);
        RandomCells random(31);
        QList<RunRecord> runs{someRun(u"a"_s), someRun(u"b"_s), someRun(u"c"_s)};
        runs[1].started = runs[1].started.addDays(1);
        const QDateTime begin = clock.now();
        for (const RunRecord &run : runs) {
            for (RunStore *store : std::initializer_list<RunStore *>{ledger.get(), &memory})
                store->beginRun(run);
            for (int i = 0; i < 40; ++i) {
                const Cell cell = random.cell({i % 30, 0, 1, 0}); // some are replaced
                Cell modest = cell;
                if (modest.usage.inputTokens)
                    modest.usage.inputTokens = *modest.usage.inputTokens % 1000; // sums fit 64 bits
                if (modest.usage.outputTokens)
                    modest.usage.outputTokens = *modest.usage.outputTokens % 1000;
                for (RunStore *store : std::initializer_list<RunStore *>{ledger.get(), &memory})
                    store->saveCell(run.id, modest);
            }
            clock.advance(std::chrono::hours(1));
        }
        for (RunStore *store : std::initializer_list<RunStore *>{ledger.get(), &memory})
            store->finishRun(runs[0].id, RunState::Finished, begin.addSecs(5));

        const QList<RunSummary> a = listed(*ledger).value();
        const QList<RunSummary> b = listed(memory).value();
        QCOMPARE(a.size(), 3);
        QCOMPARE(b.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(b[i].run.id, a[i].run.id);
            QCOMPARE(b[i].run.state, a[i].run.state);
            QCOMPARE(b[i].run.finished, a[i].run.finished);
            QCOMPARE(b[i].storedCells, a[i].storedCells);
            QCOMPARE(b[i].passed, a[i].passed);
            QCOMPARE(b[i].failed, a[i].failed);
            QCOMPARE(b[i].errors, a[i].errors);
            QCOMPARE(b[i].notNeeded, a[i].notNeeded);
            QCOMPARE(b[i].cost, a[i].cost);
            QCOMPARE(b[i].unknownCosts, a[i].unknownCosts);
        }
        for (const QDateTime &since : {begin, begin.addSecs(3600), begin.addDays(9)}) {
            const LedgerTotals x = totals(*ledger, since).value();
            const LedgerTotals y = totals(memory, since).value();
            QCOMPARE(y.cost, x.cost);
            QCOMPARE(y.cells, x.cells);
            QCOMPARE(y.unknownCosts, x.unknownCosts);
            QCOMPARE(y.inputTokens, x.inputTokens);
            QCOMPARE(y.outputTokens, x.outputTokens);
        }
        for (const SpendingBy by : {SpendingBy::Day, SpendingBy::Model, SpendingBy::Endpoint, SpendingBy::Experiment}) {
            for (const QDateTime &since : {QDateTime(), begin.addSecs(3600), begin.addDays(9)}) {
                const SpendingQuery query{since, by};
                QCOMPARE(spending(memory, query).value(), spending(*ledger, query).value());
            }
        }
        for (const RunRecord &run : runs) {
            const WholeRun x = loaded(*ledger, run.id).value();
            const WholeRun y = loaded(memory, run.id).value();
            QCOMPARE(y.cells.size(), x.cells.size());
            for (std::size_t i = 0; i < x.cells.size(); ++i)
                QCOMPARE(firstDifference(y.cells[i], x.cells[i]), QString());
        }
        QCOMPARE(listed(memory, 2)->size(), 2);
    }

    void anUnknownRunIsAnError()
    {
        FakeClock clock;
        MemoryRunStore memory(clock);
        QVERIFY(!loaded(memory, QUuid::createUuid()));
        memory.saveCell(QUuid::createUuid(), {});
        QVERIFY(!flushed(memory));
        QVERIFY(flushed(memory));
    }

    void saysWhyNothingIsStored()
    {
        FakeClock clock;
        const Error why = failure(ErrorKind::Storage, u"disk full"_s, u"/x/ledger.db"_s).error();
        MemoryRunStore memory(clock, why);
        QCOMPARE(listed(memory).error(), why); // nobody knows whether there are runs
        const RunRecord run = someRun();
        memory.beginRun(run);
        QCOMPARE(listed(memory)->size(), 1);
        QCOMPARE(flushed(memory).error(), why);
        QCOMPARE(flushed(memory).error(), why);
        QVERIFY(loaded(memory, run.id)); // the program goes on
    }

    void nothingComesWithoutAGuard()
    {
        FakeClock clock;
        MemoryRunStore memory(clock);
        bool called = false;
        {
            QObject guard;
            memory.flush(&guard, [&called](const auto &) { called = true; });
        }
        QCoreApplication::sendPostedEvents();
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(MemoryRunStoreTest)
#include "tst_memoryrunstore.moc"
