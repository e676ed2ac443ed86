// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backgroundthread.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace Tempera;

class TestBackgroundThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOther();
    void whatIsHeldWaitsInItsOrder();
    void whatNobodyWaitsForIsDropped();
    void itsEndDropsWhatIsHeld();
};

void TestBackgroundThread::oneAfterTheOther()
{
    BackgroundThread background;
    auto order = std::make_shared<QList<int>>(); // of the background alone until all is done
    int done = 0;
    QThread *const here = QThread::currentThread();
    std::atomic<bool> isElsewhere = true;
    for (int i = 0; i < 5; ++i) {
        background.run(
            [&, order, i] {
                isElsewhere = isElsewhere && QThread::currentThread() != here;
                order->append(i);
            },
            this, [&] { ++done; });
    }
    QTRY_COMPARE(done, 5);
    QCOMPARE(*order, QList<int>({0, 1, 2, 3, 4}));
    QVERIFY(isElsewhere);
}

void TestBackgroundThread::whatIsHeldWaitsInItsOrder()
{
    BackgroundThread background(BackgroundThread::Begins::WhenReleased);
    auto order = std::make_shared<QList<int>>();
    std::atomic<bool> isReleased = false;
    std::atomic<bool> wasEarly = false;
    int done = 0;
    const auto give = [&](int number) {
        background.run(
            [&, order, number] {
                wasEarly = wasEarly || !isReleased;
                order->append(number);
            },
            this, [&] { ++done; });
    };
    give(0);
    give(1);
    QCoreApplication::processEvents();
    QCOMPARE(done, 0);
    isReleased = true;
    background.release();
    give(2);
    QTRY_COMPARE(done, 3);
    QCOMPARE(*order, QList<int>({0, 1, 2}));
    QVERIFY(!wasEarly);
}

void TestBackgroundThread::whatNobodyWaitsForIsDropped()
{
    BackgroundThread background(BackgroundThread::Begins::WhenReleased);
    auto guard = std::make_unique<QObject>();
    auto order = std::make_shared<QList<int>>();
    bool isDone = false;
    background.run([order] { order->append(0); }, guard.get(), [order] { order->append(-1); });
    guard.reset();
    background.release();
    background.run([order] { order->append(1); }, this, [&] { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(*order, QList<int>({1}));
}

void TestBackgroundThread::itsEndDropsWhatIsHeld()
{
    auto order = std::make_shared<QList<int>>();
    {
        BackgroundThread background(BackgroundThread::Begins::WhenReleased);
        background.run([order] { order->append(0); }, this, [order] { order->append(-1); });
    }
    QCoreApplication::processEvents();
    QVERIFY(order->isEmpty());
}

QTEST_GUILESS_MAIN(TestBackgroundThread)
#include "tst_backgroundthread.moc"
