// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/threads/workteam.h"

#include <QTest>

#include <array>
#include <functional>
#include <set>

using namespace Tempera;

/// Threads that work together and meet.
class TestWorkTeam : public QObject
{
    Q_OBJECT

    /// For longer than others stay awake.
    static void beLate()
    {
        for (volatile int i = 0; i < 1'000'000;)
            i = i + 1;
    }

    using Body = std::function<void()>;
    static void run(WorkTeam &team, int wanted, Body body)
    {
        team.run([](void *data) { (*static_cast<Body *>(data))(); }, &body, wanted);
    }

private Q_SLOTS:
    void eachThreadHasItsNumber_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("wanted");
        QTest::newRow("alone") << 1 << 1;
        QTest::newRow("more wanted than there are") << 1 << 8;
        QTest::newRow("two") << 2 << 2;
        QTest::newRow("fewer wanted") << 6 << 3;
        QTest::newRow("more than cores") << 9 << 9;
    }
    void eachThreadHasItsNumber()
    {
        QFETCH(int, most);
        QFETCH(int, wanted);
        WorkTeam team(most);
        QVERIFY(!WorkTeam::current());
        for (int round = 0; round < 200; ++round) {
            std::array<std::atomic<int>, 9> times{};
            std::atomic<int> threads{0};
            run(team, wanted, [&] {
                ++times.at(static_cast<std::size_t>(WorkTeam::index()));
                threads = team.size();
                if (WorkTeam::current() != &team)
                    threads = -1;
            });
            QVERIFY(threads >= 1); // fewer than wanted while the machine is busy
            QVERIFY(threads <= std::min(most, wanted));
            for (int i = 0; i < 9; ++i)
                QCOMPARE(times.at(static_cast<std::size_t>(i)).load(), i < threads ? 1 : 0);
        }
        QVERIFY(!WorkTeam::current());
    }

    /// Nobody is past a meeting before all have come to it, also where some are late and others asleep by then.
    void theyWaitForEachOther()
    {
        constexpr int Meetings = 2'000;
        WorkTeam team(4);
        std::array<std::atomic<int>, 4> at{};
        std::atomic<int> early{0};
        run(team, 4, [&] {
            const auto me = static_cast<std::size_t>(WorkTeam::index());
            for (int meeting = 1; meeting <= Meetings; ++meeting) {
                if (static_cast<std::size_t>(meeting % 97) == me)
                    beLate();
                at.at(me) = meeting;
                team.meet();
                for (int i = 0; i < team.size(); ++i)
                    early += at.at(static_cast<std::size_t>(i)) < meeting ? 1 : 0;
                team.meet();
            }
        });
        QCOMPARE(early.load(), 0);
        QCOMPARE(at[0].load(), Meetings);
    }

    void usesOfTeamsAreTheThreadsOwn()
    {
        WorkTeam team(2);
        QVERIFY(!WorkTeam::inUse());
        {
            const WorkTeam::Use use(team);
            QCOMPARE(WorkTeam::inUse(), &team);
            const WorkTeam *elsewhere = &team;
            std::thread([&elsewhere] { elsewhere = WorkTeam::inUse(); }).join();
            QVERIFY(!elsewhere);
        }
        QVERIFY(!WorkTeam::inUse());
    }
};

QTEST_GUILESS_MAIN(TestWorkTeam)
#include "tst_workteam.moc"
