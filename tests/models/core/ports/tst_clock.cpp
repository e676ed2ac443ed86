// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ports/clock.h"

#include "tests/support/fakeclock.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemTime()
    {
        const SystemClock clock;
        QCOMPARE(clock.now().timeSpec(), Qt::UTC);
        const auto before = clock.monotonic();
        QVERIFY(clock.monotonic() >= before);
    }

    void systemTimersAreNeverEarly()
    {
        const SystemClock clock;
        int calls = 0;
        const auto before = clock.monotonic();
        const auto timer = clock.timer([&calls] { ++calls; });
        timer->start(-5ms);
        QCOMPARE(calls, 0); // not from inside the call
        QTRY_COMPARE(calls, 1);
        timer->start(20ms);
        QTRY_COMPARE(calls, 2);
        QVERIFY(clock.monotonic() - before >= 20ms);
    }

    void stoppedSystemTimersAreSilent()
    {
        const SystemClock clock;
        QStringList calls;
        const auto stopped = clock.timer([&calls] { calls += u"stopped"_s; });
        auto destroyed = clock.timer([&calls] { calls += u"destroyed"_s; });
        const auto again = clock.timer([&calls] { calls += u"again"_s; });
        std::unique_ptr<ClockTimer> itself;
        itself = clock.timer([&calls, &itself] {
            itself.reset();
            calls += u"itself"_s;
        });
        again->start(0ms);
        stopped->start(0ms);
        destroyed->start(0ms);
        stopped->stop();
        destroyed.reset();
        again->start(1ms); // once
        itself->start(30ms);
        QTRY_VERIFY(calls.contains(u"itself"_s));
        QCOMPARE(calls, (QStringList{u"again"_s, u"itself"_s}));
    }

    void fakeTime()
    {
        FakeClock fake;
        const QDateTime start = fake.now();
        fake.advance(1500ms);
        QCOMPARE(start.msecsTo(fake.now()), 1500);
        QCOMPARE(fake.monotonic(), 1'500'000us);
    }

    void fakeTimersInTheirOrder()
    {
        FakeClock fake;
        QStringList calls;
        const auto note = [&](const QString &name) { calls += name + u' ' + QString::number(fake.monotonic().count() / 1000); };
        std::unique_ptr<ClockTimer> each;
        each = fake.timer([&] {
            note(u"each"_s);
            each->start(10ms);
        });
        const auto once = fake.timer([&] { note(u"once"_s); });
        const auto stopped = fake.timer([&] { note(u"stopped"_s); });
        each->start(10ms);
        once->start(15ms);
        stopped->start(16ms);
        stopped->stop();
        QCOMPARE(fake.runningTimers(), 2);
        fake.advance(9ms);
        QCOMPARE(calls, QStringList());
        fake.advance(16ms);
        QCOMPARE(calls, (QStringList{u"each 10"_s, u"once 15"_s, u"each 20"_s}));
        QCOMPARE(fake.monotonic(), 25ms);
        QCOMPARE(fake.runningTimers(), 1);
    }

    void fakeTimersOfOtherThreads()
    {
        FakeClock fake;
        QThread thread;
        auto *worker = new QObject;
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.start();
        std::unique_ptr<ClockTimer> timer;
        std::atomic<QThread *> seen = nullptr;
        QMetaObject::invokeMethod(
            worker,
            [&] {
                timer = fake.timer([&seen] { seen = QThread::currentThread(); });
                timer->start(5s);
            },
            Qt::BlockingQueuedConnection);
        fake.advance(5s);
        QTRY_COMPARE(seen.load(), &thread);
        QMetaObject::invokeMethod(worker, [&timer] { timer.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        QVERIFY(thread.wait(10'000));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ClockTest)
#include "tst_clock.moc"
