// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/fairqueue.h"

#include <QTest>

#include <algorithm>

namespace Tempera {
namespace {

QUuid runNamed(const char *name)
{
    return QUuid::createUuidV5(QUuid(), QByteArrayView(name));
}

QList<quint64> takenFrom(FairQueue &queue)
{
    QList<quint64> order;
    while (!queue.isEmpty()) {
        const quint64 next = queue.next();
        order.append(queue.take());
        if (order.constLast() != next)
            return {};
    }
    return order;
}

} // namespace

class FairQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byNumberInOneRun()
    {
        FairQueue queue;
        for (const quint64 id : {3, 1, 2, 9, 4})
            queue.add({}, id);
        QCOMPARE(takenFrom(queue), (QList<quint64>{1, 2, 3, 4, 9}));
    }

    void runsByTurns()
    {
        FairQueue queue;
        const QUuid one = std::min(runNamed("one"), runNamed("two"));
        const QUuid two = std::max(runNamed("one"), runNamed("two"));
        for (quint64 id = 1; id <= 4; ++id)
            queue.add(one, id);
        queue.add(two, 5);
        queue.add({}, 6); // of no run
        queue.add(two, 7);
        QCOMPARE(takenFrom(queue), (QList<quint64>{1, 5, 6, 2, 7, 3, 4}));
    }

    /// However many one run has, another one's is at most the second.
    void aSmallRunDoesNotWait()
    {
        FairQueue queue;
        for (quint64 id = 0; id < 1000; ++id)
            queue.add(runNamed("large"), id);
        for (int i = 0; i < 10; ++i)
            (void)queue.take();
        queue.add(runNamed("small"), 1000);
        const QList<quint64> next{queue.take(), queue.take()};
        QVERIFY(next.contains(1000));
    }

    void removing()
    {
        FairQueue queue;
        queue.add(runNamed("one"), 1);
        queue.add(runNamed("one"), 2);
        queue.add(runNamed("two"), 3);
        queue.remove(runNamed("one"), 1);
        queue.remove(runNamed("one"), 1);
        queue.remove(runNamed("three"), 3);
        std::vector<quint64> all = queue.all();
        std::ranges::sort(all);
        QCOMPARE(all, (std::vector<quint64>{2, 3}));
        queue.remove(runNamed("two"), 3);
        QCOMPARE(queue.next(), 2U);
        queue.remove(runNamed("one"), 2);
        QVERIFY(queue.isEmpty());
    }
};

} // namespace Tempera

QTEST_APPLESS_MAIN(Tempera::FairQueueTest)
#include "tst_fairqueue.moc"
