// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ledgerormemory.h"
#include "tests/app/storage/await.h"
#include "tests/app/storage/randomcell.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class LedgerOrMemoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is asked for before the file is open is answered by it, in order.
    void whatComesBeforeTheFileIsOpenIsKept()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"l.db"_s);
        RandomCells random(3);
        const RunRecord run = someRun(u"early"_s);
        {
            LedgerOrMemory store(path, clock);
            store.beginRun(run);
            store.saveCell(run.id, random.cell({0, 0, 0, 0}));
            const auto list = listed(store);
            QCOMPARE(list->size(), 1);
            QCOMPARE(list->first().storedCells, 1);
            QVERIFY(flushed(store));
        }
        LedgerOrMemory again(path, clock);
        QCOMPARE(loaded(again, run.id)->cells.size(), 1u);
    }

    /// A program that starts is not held up by a file that nobody asked for yet.
    void nothingIsOpenedBeforeSomethingIsAsked()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/l.db"_s);
        {
            LedgerOrMemory store(path, clock);
            QCoreApplication::processEvents();
        }
        QVERIFY(!QFileInfo::exists(QFileInfo(path).path())); // its thread has ended: not even later
        LedgerOrMemory store(path, clock);
        const auto none = listed(store);
        QVERIFY(none && none->isEmpty());
        QVERIFY(QFileInfo::exists(path));
    }

    void whatIsReadWaitsForTheRelease()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"l.db"_s);
        LedgerOrMemory store(path, clock, LedgerOrMemory::Begins::WhenReleased);
        QStringList answers;
        store.listRuns(1, this, [&](const Result<QList<RunSummary>> &) { answers += u"first"_s; });
        store.totalsSince({}, this, [&](const Result<LedgerTotals> &) { answers += u"second"_s; });
        QCoreApplication::processEvents();
        QVERIFY(!QFileInfo::exists(path));
        QVERIFY(answers.isEmpty());
        store.release();
        QTRY_COMPARE(answers, (QStringList{u"first"_s, u"second"_s}));
        QVERIFY(QFileInfo::exists(path));
    }

    void whatIsOnlyReadIsDroppedAtTheEnd()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"l.db"_s);
        {
            LedgerOrMemory store(path, clock, LedgerOrMemory::Begins::WhenReleased);
            store.listRuns(1, this, [](const Result<QList<RunSummary>> &) { QFAIL("nobody waits any more"); });
        }
        QCoreApplication::processEvents();
        QVERIFY(!QFileInfo::exists(path));
    }

    void whatIsWrittenDoesNotWaitForTheRelease()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"l.db"_s);
        const RunRecord run = someRun(u"before the window"_s);
        {
            LedgerOrMemory store(path, clock, LedgerOrMemory::Begins::WhenReleased);
            store.beginRun(run);
        }
        LedgerOrMemory again(path, clock, LedgerOrMemory::Begins::WhenReleased);
        QVERIFY(again.waitUntilOpen()); // nor does this
        QVERIFY(loaded(again, run.id));
    }

    void whatWasNeverSettledIsWrittenAtTheEnd()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"l.db"_s);
        const RunRecord run = someRun(u"at once"_s);
        {
            LedgerOrMemory store(path, clock);
            store.beginRun(run);
            store.finishRun(run.id, RunState::Stopped, run.started.addSecs(1));
        }
        LedgerOrMemory again(path, clock);
        QVERIFY(again.waitUntilOpen());
        QCOMPARE(loaded(again, run.id)->run.state, RunState::Stopped);
    }

    void withoutAFileTheMemoryServesAndTellsWhy()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"l.db"_s);
        QVERIFY(QDir().mkpath(path));
        LedgerOrMemory store(path, clock);
        const RunRecord run = someRun();
        const auto none = listed(store);
        QVERIFY(!none);
        QCOMPARE(none.error().place, path);
        store.beginRun(run);
        QCOMPARE(listed(store)->size(), 1);
        QVERIFY(loaded(store, run.id));
        QCOMPARE(flushed(store).error(), none.error());
        QCOMPARE(store.waitUntilOpen().error(), none.error());
    }

    /// What could not be written comes into the new file, and the old one stays as it was.
    void setAsideBeginsAnew()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"l.db"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database") > 0);
        file.close();
        RandomCells random(5);
        const RunRecord run = someRun(u"kept in memory"_s);
        const RunRecord going = someRun(u"goes on"_s);
        {
            LedgerOrMemory store(path, clock);
            store.beginRun(run);
            store.saveCell(run.id, random.cell({0, 0, 0, 0}));
            store.finishRun(run.id, RunState::Stopped, run.started.addSecs(2));
            store.beginRun(going);
            QVERIFY(!flushed(store));
            const Result<QString> aside = store.setAside();
            QVERIFY2(aside, qPrintable(aside ? QString() : errorSentence(aside.error())));
            QFile old(*aside);
            QVERIFY(old.open(QIODevice::ReadOnly));
            QCOMPARE(old.readAll(), "no database"_ba);
            store.saveCell(going.id, random.cell({0, 0, 0, 0}));
            QVERIFY(flushed(store));
        }
        LedgerOrMemory again(path, clock);
        QCOMPARE(loaded(again, run.id)->run.state, RunState::Stopped);
        QCOMPARE(loaded(again, run.id)->cells.size(), 1u);
        QCOMPARE(loaded(again, going.id)->cells.size(), 1u);
        QCOMPARE(loaded(again, going.id)->run.state, RunState::Interrupted);
    }

    void whatCannotBeSetAsideStays()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"l.db"_s);
        LedgerOrMemory one(path, clock);
        QVERIFY(one.waitUntilOpen());
        LedgerOrMemory other(path, clock);
        QVERIFY(other.waitUntilOpen());
        const RunRecord run = someRun();
        one.beginRun(run);
        QVERIFY(flushed(one));
        const Result<QString> aside = other.setAside();
        QVERIFY(!aside);
        QCOMPARE(aside.error().place, path);
        QCOMPARE(listed(other)->size(), 1);
    }

    void nothingComesWithoutAGuard()
    {
        FakeClock clock;
        const QTemporaryDir folder;
        LedgerOrMemory store(folder.filePath(u"l.db"_s), clock);
        bool called = false;
        {
            QObject guard;
            store.listRuns(5, &guard, [&called](const auto &) { called = true; });
        }
        QVERIFY(flushed(store));
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(LedgerOrMemoryTest)
#include "tst_ledgerormemory.moc"
