// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchwatch.h"

#include "tests/models/session/batchworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

/// One batch that is under way, followed.
struct Watching : BatchWorld {
    Watching()
    {
        submit(experimentOf({u"openai:chat:m"_s}, {u"lamp"_s, u"whale"_s}));
        book = std::make_unique<BatchBook>(batchContext());
    }
    void begin()
    {
        watch = std::make_unique<BatchWatch>(*book);
        QSignalSpy loaded(book.get(), &BatchBook::loaded);
        book->reload();
        QVERIFY(loaded.wait());
    }
    /// Lets time pass; what it leads to is waited for.
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        QVERIFY(QTest::qWaitFor([this] { return !book->isAsking(); }));
    }
    [[nodiscard]] int asked() const { return static_cast<int>(service.refreshed.size()); }

    std::unique_ptr<BatchBook> book;
    std::unique_ptr<BatchWatch> watch;
};

} // namespace

class BatchWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesGrowWithTheAge()
    {
        QCOMPARE(batchPause(0s, 0), 1min);
        QCOMPARE(batchPause(8min, 0), 1min);
        QCOMPARE(batchPause(40min, 0), 5min);
        QCOMPARE(batchPause(24h, 0), 15min);
        QCOMPARE(batchPause(0s, 1), 2min);
        QCOMPARE(batchPause(0s, 3), 8min);
        QCOMPARE(batchPause(24h, 1), 30min);
        QCOMPARE(batchPause(24h, 100), 1h);
        QCOMPARE(batchPause(0s, 1, 2h), 2h); // what the provider asked for
        QCOMPARE(batchPause(0s, 0, 1s), 1min);
    }

    void itIsAskedForAgainNowAndThen()
    {
        Watching world;
        world.begin();
        world.pass(59s);
        QCOMPARE(world.asked(), 0); // it was sent just now
        world.pass(1s);
        QCOMPARE(world.asked(), 1);
        world.pass(59s);
        QCOMPARE(world.asked(), 1);
        world.pass(1s);
        QCOMPARE(world.asked(), 2);
        QCOMPARE(world.batches.batches.constFirst().checked, world.clock.now());
        for (int i = 0; i < 24 * 60; ++i)
            world.pass(1min);
        QVERIFY2(world.asked() > 96 && world.asked() < 130, qPrintable(QString::number(world.asked()))); // of a day
    }

    void theEndIsTold()
    {
        Watching world;
        QSignalSpy over(world.book.get(), &BatchBook::runIsOver);
        world.begin();
        world.service.tell(u"batch_1"_s, BatchState::Completed, {2, 2, 0});
        world.pass(1min);
        QCOMPARE(over.size(), 1);
        QCOMPARE(world.clock.runningTimers(), 0); // there is nothing to follow any more
        world.pass(24h);
        QCOMPARE(world.asked(), 1);
    }

    void trouble()
    {
        Watching world;
        world.begin();
        world.service.refreshFault = failure(ErrorKind::Network, u"no way"_s).error();
        world.pass(1min);
        QCOMPARE(world.asked(), 1);
        world.pass(119s);
        QCOMPARE(world.asked(), 1);
        world.pass(1s);
        QCOMPARE(world.asked(), 2);
        world.service.refreshFault->retryAfter = 30min;
        world.pass(4min);
        QCOMPARE(world.asked(), 3);
        world.service.refreshFault.reset();
        world.pass(29min);
        QCOMPARE(world.asked(), 3);
        world.pass(1min);
        QCOMPARE(world.asked(), 4);
        world.pass(5min); // as if nothing had been
        QCOMPARE(world.asked(), 5);
    }

    /// What the user would have to be asked about is not asked unbidden.
    void nobodyIsDisturbed()
    {
        Watching world;
        world.service.asksFirst = {u"batch_1"_s};
        world.begin();
        world.pass(24h);
        QCOMPARE(world.asked(), 0);
        QCOMPARE(world.clock.runningTimers(), 0);
    }

    /// After a restart: it was asked for long ago.
    void whatIsDueIsAskedSoon()
    {
        Watching world;
        world.clock.advance(3h);
        world.begin();
        world.pass(1s);
        QCOMPARE(world.asked(), 1);
    }

    void destroyedItIsSilent()
    {
        Watching world;
        world.begin();
        world.watch.reset();
        world.pass(24h);
        QCOMPARE(world.asked(), 0);
    }
};

QTEST_GUILESS_MAIN(BatchWatchTest)
#include "tst_batchwatch.moc"
