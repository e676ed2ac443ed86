// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/fairlock.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace Tempera;

class TestFairLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAtATimeAndEachGetsAll()
    {
        constexpr int Threads = 4;
        constexpr int Steps = 500;
        FairLock lock;
        std::atomic<int> inside{0};
        std::atomic<int> most{0};
        int steps = 0; // guarded by the lock alone
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < Threads; ++i) {
                threads.emplace_back([&] {
                    for (int step = 0; step < Steps; ++step) {
                        const FairLock::Guard guard(lock);
                        most = std::max(most.load(), ++inside);
                        ++steps;
                        --inside;
                    }
                });
            }
        }
        QCOMPARE(most.load(), 1);
        QCOMPARE(steps, Threads * Steps);
    }
};

QTEST_GUILESS_MAIN(TestFairLock)
#include "tst_fairlock.moc"
