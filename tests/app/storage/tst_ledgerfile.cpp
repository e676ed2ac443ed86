// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A file that cannot be used, or that others use too.

#include "app/storage/ledger.h"

#include "app/storage/database.h"
#include "tests/app/storage/ledgerfixture.h"

#include <QRegularExpression>

#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::LedgerTesting;

class LedgerFileTest final : public LedgerFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anUnknownRunIsAnError()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const Result<WholeRun> missing = loaded(*ledger, QUuid::createUuid());
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::Storage);

        const RunRecord run = someRun();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"There is no run"_s));
        ledger->saveCell(QUuid::createUuid(), doneCell(0));
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(1)); // is not held up by the other one
        const Result<void> first = flushed(*ledger);
        QVERIFY(!first);
        QCOMPARE(first.error().kind, ErrorKind::Storage);
        QVERIFY(flushed(*ledger)); // told once
        QCOMPARE(loaded(*ledger, run.id)->cells.size(), 1u);
    }

    void writesWaitForBetterTimes()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        QVERIFY(flushed(*ledger));
        const std::unique_ptr<Database> other = Database::open(path()).value();
        QVERIFY(other->run(u"ALTER TABLE cells RENAME TO hidden"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cells"_s));
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(0));
        const Result<void> result = flushed(*ledger);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Storage);
        QCOMPARE(result.error().place, path());
        QVERIFY(other->run(u"ALTER TABLE hidden RENAME TO cells"_s));
        QVERIFY(flushed(*ledger));
        QCOMPARE(loaded(*ledger, run.id)->cells.size(), 1u);
    }

    /// Tens of thousands of results while nothing can be written: not each tries to write all those before it, what is
    /// kept is bounded, and the loss is told. The run itself is not lost.
    void aFullDiskIsBounded()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        QVERIFY(flushed(*ledger));
        const std::unique_ptr<Database> other = Database::open(path()).value();
        QVERIFY(other->run(u"ALTER TABLE cells RENAME TO hidden"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cells"_s));
        ledger->beginRun(run);
        constexpr int many = 50'000;
        for (int i = 0; i < many; ++i)
            ledger->saveCell(run.id, doneCell(i));
        QVERIFY(!loaded(*ledger, run.id)); // behind all of them: none comes only when the disk is well again
        QVERIFY(other->run(u"ALTER TABLE hidden RENAME TO cells"_s));
        const Result<void> result = flushed(*ledger);
        QVERIFY(!result);
        QVERIFY2(result.error().detail.contains(u"could not be kept"_s), qPrintable(result.error().detail));
        const Result<WholeRun> back = loaded(*ledger, run.id);
        QVERIFY(back);
        QVERIFY(back->cells.size() >= 5'000 && back->cells.size() <= 20'000);
        QCOMPARE(back->cells.back().request.key.caseIndex, many - 1); // the newest are kept
    }

    void whatNobodyCarriesOutIsInterrupted()
    {
        const RunRecord run = someRun();
        const RunRecord other = someRun();
        std::unique_ptr<Ledger> gone = opened();
        gone->beginRun(run);
        QVERIFY(flushed(*gone));
        const std::unique_ptr<Ledger> stays = opened();
        QCOMPARE(loaded(*stays, run.id)->run.state, RunState::Running);
        stays->beginRun(other);
        QVERIFY(flushed(*stays));
        gone.reset();
        const std::unique_ptr<Ledger> third = opened();
        QCOMPARE(loaded(*third, run.id)->run.state, RunState::Interrupted);
        QVERIFY(!loaded(*third, run.id)->run.finished.isValid());
        QCOMPARE(loaded(*third, other.id)->run.state, RunState::Running);
        third->beginRun(run); // taken up again
        QVERIFY(flushed(*third));
        QCOMPARE(loaded(*opened(), run.id)->run.state, RunState::Running);
    }

    /// Nothing of a program that carries a run out is changed by another one that wants to go on with it.
    void aRunThatIsUnderWayIsNotTakenUp()
    {
        const std::unique_ptr<Ledger> one = opened();
        const RunRecord run = someRun();
        one->beginRun(run);
        one->saveCell(run.id, doneCell(0));
        QVERIFY(flushed(*one));
        const std::unique_ptr<Ledger> two = opened();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"under way in another program"_s));
        RunRecord again = run;
        again.plannedCells = 99;
        two->beginRun(again);
        two->saveCell(run.id, doneCell(1));
        two->finishRun(run.id, RunState::Stopped, run.started.addSecs(1));
        const Result<void> refused = flushed(*two);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(u"under way"_s), qPrintable(refused.error().detail));
        const Result<WholeRun> kept = loaded(*two, run.id);
        QCOMPARE(kept->run.state, RunState::Running);
        QCOMPARE(kept->run.plannedCells, run.plannedCells);
        QCOMPARE(kept->cells.size(), 1u);
        // It is free when it has ended there.
        one->finishRun(run.id, RunState::Stopped, run.started.addSecs(2));
        QVERIFY(flushed(*one));
        two->beginRun(again);
        two->saveCell(run.id, doneCell(1));
        QVERIFY(flushed(*two));
        QCOMPARE(loaded(*one, run.id)->cells.size(), 2u);
        QCOMPARE(loaded(*one, run.id)->run.state, RunState::Running);
    }

    /// A program that was killed while this one had the ledger open.
    void whatWasKilledMeanwhileIsInterrupted()
    {
        const RunRecord run = someRun();
        std::unique_ptr<Ledger> gone = opened();
        gone->beginRun(run);
        QVERIFY(flushed(*gone));
        const std::unique_ptr<Ledger> stays = opened();
        const RunRecord own = someRun();
        stays->beginRun(own);
        QCOMPARE(loaded(*stays, run.id)->run.state, RunState::Running);
        gone.reset();
        const QList<RunSummary> list = listed(*stays).value();
        for (const RunSummary &each : list)
            QCOMPARE(each.run.state, each.run.id == own.id ? RunState::Running : RunState::Interrupted);
        QCOMPARE(loaded(*stays, run.id)->run.state, RunState::Interrupted);
    }

    void aLockIsWaitedFor()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        const std::unique_ptr<Database> other = Database::open(path()).value();
        QVERIFY(other->run(u"BEGIN IMMEDIATE"_s));
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(0));
        QObject guard;
        std::optional<Result<void>> result;
        ledger->flush(&guard, [&result](const Result<void> &value) { result = value; });
        QVERIFY(other->run(u"COMMIT"_s));
        QTRY_VERIFY_WITH_TIMEOUT(result, 30'000);
        QVERIFY(*result);
        QCOMPARE(loaded(*ledger, run.id)->cells.size(), 1u);
    }

    void twoLedgersShareAFile()
    {
        const std::unique_ptr<Ledger> one = opened();
        const std::unique_ptr<Ledger> two = opened();
        const RunRecord first = someRun(u"first"_s);
        const RunRecord second = someRun(u"second"_s);
        one->beginRun(first);
        two->beginRun(second);
        for (int i = 0; i < 500; ++i) {
            one->saveCell(first.id, doneCell(i));
            two->saveCell(second.id, doneCell(i));
        }
        QVERIFY(flushed(*one));
        QVERIFY(flushed(*two));
        QCOMPARE(loaded(*one, second.id)->cells.size(), 500u);
        QCOMPARE(loaded(*two, first.id)->cells.size(), 500u);
        QCOMPARE(listed(*one)->size(), 2);
    }

    void nothingComesWithoutAGuard()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        auto guard = std::make_unique<QObject>();
        bool called = false;
        for (int i = 0; i < 50; ++i)
            ledger->listRuns(10, guard.get(), [&called](const auto &) { called = true; });
        guard.reset();
        QVERIFY(flushed(*ledger)); // all the others were answered before this
        QCoreApplication::sendPostedEvents();
        QVERIFY(!called);
    }

    void callbacksComeOnTheCallersThread()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        ledger->put("key", CachedAnswer{u"text"_s, {}, {}, {}, FinishReason::Stop});
        bool right = false;
        std::thread([&] {
            const Qt::HANDLE self = QThread::currentThreadId();
            QObject guard;
            QEventLoop loop;
            ledger->find("key", &guard, [&](const std::optional<CachedAnswer> &answer) {
                right = answer && QThread::currentThreadId() == self;
                loop.quit();
            });
            loop.exec();
        }).join();
        QVERIFY(right);
    }

    void aCallbackMayDestroyEverything()
    {
        std::unique_ptr<Ledger> ledger = opened();
        auto *guard = new QObject;
        ledger->flush(guard, [&ledger, guard](const Result<void> &) {
            delete guard;
            ledger.reset();
        });
        QTRY_VERIFY_WITH_TIMEOUT(!ledger, 30'000);
    }

    void garbageIsRefused()
    {
        writeFile(QByteArray(10'000, 'x'));
        const Error error = refusal(path());
        QCOMPARE(error.kind, ErrorKind::Storage);
        QCOMPARE(error.place, path());
        QVERIFY(error.detail.contains(u"not a database"_s));
        QCOMPARE(contentOf(folder()), QByteArray(10'000, 'x')); // it is not ours to mend
    }

    void aTornFileIsRefused()
    {
        const RunRecord run = someRun();
        {
            const std::unique_ptr<Ledger> ledger = opened();
            ledger->beginRun(run);
            for (int i = 0; i < 200; ++i)
                ledger->saveCell(run.id, doneCell(i));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 30'000);
        QVERIFY(file.seek(4096));
        QVERIFY(file.write(QByteArray(file.size() - 4096, '\xff')) > 0);
        file.close();
        const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(path(), m_clock);
        if (ledger) {
            const Result<WholeRun> back = loaded(**ledger, run.id);
            QVERIFY(!back);
            QCOMPARE(back.error().kind, ErrorKind::Storage);
            QVERIFY(!back.error().detail.isEmpty());
        } else {
            QCOMPARE(ledger.error().kind, ErrorKind::Storage);
            QCOMPARE(ledger.error().place, path());
        }
    }

    void newerIsRefused()
    {
        opened().reset();
        QVERIFY(Database::open(path()).value()->run(u"PRAGMA user_version = 999"_s));
        QVERIFY(refusal(path()).detail.contains(u"newer"_s));
    }

    void anotherProgramsDatabaseIsRefused()
    {
        opened().reset();
        QVERIFY(Database::open(path()).value()->run(u"PRAGMA application_id = 77"_s));
        QVERIFY(refusal(path()).detail.contains(u"another program"_s));
    }

    void noFolderNoLedger()
    {
        writeFile("I am a file");
        QVERIFY(refusal(path() + u"/ledger.db"_s).detail.contains(u"folder"_s));
        QVERIFY(refusal(folder()).detail.contains(u"not a file"_s));
    }

    void aReadOnlyFolderIsRefused()
    {
        if (geteuid() == 0)
            QSKIP("root may write everywhere; the folder that cannot be made is tried in noFolderNoLedger()");
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner));
        const Error error = refusal(path());
        QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(error.kind, ErrorKind::Storage);
        QCOMPARE(error.place, path());
    }
};

QTEST_GUILESS_MAIN(LedgerFileTest)
#include "tst_ledgerfile.moc"
