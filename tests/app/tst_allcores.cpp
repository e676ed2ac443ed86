// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/allcores.h"

#include <QDeadlineTimer>
#include <QTest>
#include <QThread>

#include <atomic>
#include <vector>

using namespace Tempera;

class TestAllCores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsDoneOnce()
    {
        AllCores cores(4);
        QCOMPARE(cores.width(), 4);
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
            std::vector<int> done(count, 0); // each piece has its own
            cores.forEach(count, [&](std::size_t i) { ++done[i]; });
            QCOMPARE(done, std::vector<int>(count, 1));
        }
    }

    /// Two pieces that wait for each other end only if they run at once.
    void severalAreDoneAtOnce()
    {
        AllCores cores(2);
        std::atomic<int> arrived{0};
        std::atomic<bool> met{true};
        cores.forEach(2, [&](std::size_t) {
            ++arrived;
            const QDeadlineTimer patience(20'000);
            while (arrived < 2 && !patience.hasExpired())
                QThread::yieldCurrentThread();
            if (arrived < 2)
                met = false;
        });
        QVERIFY(met);
    }

    void oneThreadIsTheCallers()
    {
        AllCores cores(1);
        bool isHere = true;
        QThread *const here = QThread::currentThread();
        cores.forEach(1, [&](std::size_t) { isHere = QThread::currentThread() == here; });
        QVERIFY(isHere);
        QVERIFY(AllCores().width() >= 1);
    }
};

QTEST_GUILESS_MAIN(TestAllCores)
#include "tst_allcores.moc"
