// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchbook.h"

#include "tests/models/session/batchworld.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

/// The book of a run with two batches.
struct Reading : BatchWorld {
    Reading()
    {
        run = submit(experimentOf({u"openai:chat:m"_s, u"openai:chat:other"_s}, {u"lamp"_s, u"whale"_s}));
        book = std::make_unique<BatchBook>(batchContext());
    }
    void read()
    {
        QSignalSpy loaded(book.get(), &BatchBook::loaded);
        book->reload();
        QVERIFY(loaded.wait());
    }

    QUuid run;
    std::unique_ptr<BatchBook> book;
};

} // namespace

class BatchBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itHasTheBatchesWithTheirRuns()
    {
        Reading world;
        QVERIFY(!world.book->isLoaded());
        world.read();
        QVERIFY(world.book->isLoaded());
        QCOMPARE(world.book->batches().size(), 2);
        QCOMPARE(world.book->batches().constFirst().id, u"batch_2"_s); // the newest
        QCOMPARE(world.book->run(world.run)->run.title, u"A test"_s);
        QVERIFY(!world.book->isMerged(world.run));
        QVERIFY(!world.book->run(QUuid::createUuid()));
        world.store.finishRun(world.run, RunState::Finished, world.clock.now());
        world.read();
        QVERIFY(world.book->isMerged(world.run));
    }

    void whatIsToldIsKeptAndShown()
    {
        Reading world;
        world.read();
        QSignalSpy changed(world.book.get(), &BatchBook::changed);
        QSignalSpy asking(world.book.get(), &BatchBook::askingChanged);
        QSignalSpy over(world.book.get(), &BatchBook::runIsOver);
        world.service.tell(u"batch_1"_s, BatchState::Expired, {2, 1, 1, 1});
        world.book->ask(BatchRound::Errand::Refresh, world.book->batches());
        QVERIFY(world.book->isAsking());
        QTRY_COMPARE(asking.size(), 2);
        QVERIFY(!world.book->isAsking());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(world.book->batches().at(1).state, BatchState::Expired);
        QCOMPARE(world.batches.batches.at(1).state, BatchState::Expired);
        QVERIFY(over.isEmpty()); // the other one is under way
        world.service.tell(u"batch_2"_s, BatchState::Completed, {2, 2, 0});
        world.book->ask(BatchRound::Errand::Refresh, world.book->batches());
        QTRY_COMPARE(over.size(), 1);
        QCOMPARE(over.at(0).at(0).toUuid(), world.run);
        QCOMPARE(world.service.refreshed,
                 (QStringList{u"batch_2"_s, u"batch_1"_s, u"batch_2"_s})); // what is over is not asked for
        QTRY_COMPARE(asking.size(), 4);
        world.book->ask(BatchRound::Errand::Refresh, world.book->batches());
        QTRY_COMPARE(asking.size(), 6);
        QCOMPARE(over.size(), 1); // told once
    }

    void errandsWaitForEachOther()
    {
        Reading world;
        world.read();
        world.service.isHeld = true;
        QSignalSpy asking(world.book.get(), &BatchBook::askingChanged);
        world.book->ask(BatchRound::Errand::Refresh, {world.book->batches().at(0)});
        world.book->ask(BatchRound::Errand::Cancel, {world.book->batches().at(0)});
        QVERIFY(world.service.cancelled.isEmpty());
        world.service.release();
        QTRY_COMPARE(asking.size(), 2);
        QCOMPARE(world.service.cancelled, QStringList{u"batch_2"_s});
        QCOMPARE(world.book->batches().at(0).state, BatchState::Cancelling);
    }

    void faultsAreTold()
    {
        Reading world;
        world.read();
        QSignalSpy notTold(world.book.get(), &BatchBook::notTold);
        QSignalSpy failed(world.book.get(), &BatchBook::failed);
        world.service.refreshFault = failure(ErrorKind::Network, u"no way"_s).error();
        world.book->ask(BatchRound::Errand::Refresh, world.book->batches());
        QTRY_COMPARE(notTold.size(), 2);
        world.service.refreshFault.reset();
        world.batches.refuse(0, failure(ErrorKind::Storage, u"full"_s).error());
        QTRY_VERIFY(!world.book->isAsking());
        world.book->ask(BatchRound::Errand::Refresh, {world.book->batches().at(0)});
        QTRY_COMPARE(failed.size(), 1);
        world.batches.listFault = failure(ErrorKind::Storage, u"locked"_s).error();
        world.book->reload();
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(world.book->batches().size(), 2); // what was known stays
    }

    /// What somebody else has sent meanwhile is read.
    void whatIsNotKnownIsReadAgain()
    {
        Reading world;
        BatchRecord other = world.batches.batches.constFirst();
        world.read();
        other.number = 7;
        world.batches.batches.prepend(other);
        world.book->take(other);
        QTRY_COMPARE(world.book->batches().size(), 3);
    }
};

QTEST_GUILESS_MAIN(BatchBookTest)
#include "tst_batchbook.moc"
