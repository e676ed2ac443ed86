// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/poolhealth.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

using Outcome = PoolHealth::Outcome;

const QUrl serverA(u"http://10.0.0.1/v1"_s);
const QUrl serverB(u"http://10.0.0.2/v1"_s);
const QUrl serverC(u"http://10.0.0.3/v1"_s);
const QList<QUrl> threeServers{serverA, serverB, serverC};

/// The servers that so many requests get one after the other, all of which stay under way.
QList<QUrl> nextTurns(PoolHealth &health, const QList<QUrl> &servers, int count)
{
    QList<QUrl> got;
    for (int i = 0; i < count; ++i)
        got += health.begin(servers, 0s).server;
    return got;
}

/// One server dies at `when`.
void die(PoolHealth &health, const QUrl &server, std::chrono::microseconds when)
{
    health.end(health.begin({server}, when), Outcome::Died, when);
}

} // namespace

class PoolHealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalOnesTakeTurns()
    {
        PoolHealth health;
        QCOMPARE(nextTurns(health, threeServers, 6), threeServers + threeServers);
        for (const QUrl &server : threeServers)
            QCOMPARE(health.outstanding(server), 2);
    }

    /// Also where each request ends before the next comes, so that none is ever the least busy.
    void equalOnesTakeTurnsOneByOne()
    {
        PoolHealth health;
        QList<QUrl> got;
        for (int i = 0; i < 4; ++i) {
            const PoolHealth::Turn turn = health.begin({serverA, serverB}, 0s);
            got += turn.server;
            health.end(turn, Outcome::Answered, 0s);
        }
        QCOMPARE(got, (QList<QUrl>{serverA, serverB, serverA, serverB}));
    }

    void theLeastBusyIsNext()
    {
        PoolHealth health;
        const PoolHealth::Turn first = health.begin(threeServers, 0s);
        const PoolHealth::Turn second = health.begin(threeServers, 0s);
        (void)health.begin(threeServers, 0s);
        (void)health.begin(threeServers, 0s);
        health.end(second, Outcome::Answered, 0s);
        QCOMPARE(first.server, serverA);
        QCOMPARE(health.begin(threeServers, 0s).server, serverB); // 2, 0, 1
        QCOMPARE(health.begin(threeServers, 0s).server, serverC); // 2, 1, 1: it waits the longest
    }

    void aDeadOneIsLeftOut()
    {
        PoolHealth health;
        die(health, serverA, 0s);
        QVERIFY(health.isOut(serverA));
        QCOMPARE(nextTurns(health, {serverA, serverB}, 3), QList<QUrl>(3, serverB));
        QVERIFY(health.hasReady({serverA, serverB}, 0s));
        QVERIFY(!health.hasReady({serverA}, 0s));
    }

    /// One request after the pause, and no second one until that has ended.
    void oneRequestIsLetThrough()
    {
        PoolHealth health;
        die(health, serverA, 0s);
        QVERIFY(!health.begin({serverA, serverB}, PoolHealth::FirstPause - 1ms).isProbe);
        QVERIFY(health.hasReady({serverA}, PoolHealth::FirstPause));
        const PoolHealth::Turn probe = health.begin({serverA, serverB}, PoolHealth::FirstPause);
        QVERIFY(probe.isProbe);
        QCOMPARE(probe.server, serverA);
        QVERIFY(!health.hasReady({serverA}, PoolHealth::FirstPause));
        QCOMPARE(health.begin({serverA, serverB}, PoolHealth::FirstPause).server, serverB);
        health.end(probe, Outcome::Answered, 2s);
        QVERIFY(!health.isOut(serverA));
        QCOMPARE(health.begin({serverA, serverB}, 2s).server, serverA);
    }

    /// A long answer proves with its first word that its server is back.
    void theFirstWordBringsItBack()
    {
        PoolHealth health;
        die(health, serverA, 0s);
        const PoolHealth::Turn probe = health.begin({serverA, serverB}, 1s);
        health.answered(probe);
        QVERIFY(!health.isOut(serverA));
        QCOMPARE(health.outstanding(serverA), 1);
        QCOMPARE(health.begin({serverA, serverB}, 1s).server, serverB);
        QCOMPARE(health.begin({serverA, serverB}, 1s).server, serverA);
    }

    void pausesGrowAndBeginAnew()
    {
        PoolHealth health;
        die(health, serverA, 0s);
        std::chrono::microseconds now = 0s;
        for (std::chrono::milliseconds pause = PoolHealth::FirstPause; now < 10min; pause = std::min(pause * 2, 60'000ms)) {
            QVERIFY(!health.hasReady({serverA}, now + pause - 1us));
            now += pause;
            QVERIFY(health.hasReady({serverA}, now));
            const PoolHealth::Turn probe = health.begin({serverA, serverB}, now);
            QVERIFY(probe.isProbe);
            health.end(probe, Outcome::Died, now);
        }
        now += PoolHealth::LongestPause;
        health.end(health.begin({serverA, serverB}, now), Outcome::Answered, now);
        die(health, serverA, now);
        QVERIFY(health.hasReady({serverA}, now + PoolHealth::FirstPause));
    }

    /// All that were under way when it died say so: that is one death.
    void oneDeathCountsOnce()
    {
        PoolHealth health;
        std::vector<PoolHealth::Turn> turns;
        for (int i = 0; i < 20; ++i)
            turns.push_back(health.begin({serverA}, 0s));
        for (const PoolHealth::Turn &turn : turns)
            health.end(turn, Outcome::Died, 500ms);
        QCOMPARE(health.outstanding(serverA), 0);
        QVERIFY(health.hasReady({serverA}, 1500ms));
    }

    void itsOwnWishToWaitCounts()
    {
        PoolHealth health;
        health.end(health.begin({serverA}, 0s), Outcome::Died, 0s, 5s);
        QVERIFY(!health.hasReady({serverA}, 4999ms));
        QVERIFY(health.hasReady({serverA}, 5s));
        health.end(health.begin({serverB}, 0s), Outcome::Died, 0s, 24h);
        QVERIFY(health.hasReady({serverB}, PoolHealth::LongestPause));
    }

    /// A probe that was stopped has proved nothing, and the next request is one again.
    void aStoppedProbeSaysNothing()
    {
        PoolHealth health;
        die(health, serverA, 0s);
        health.end(health.begin({serverA, serverB}, 1s), Outcome::Unknown, 1s);
        QVERIFY(health.isOut(serverA));
        QVERIFY(health.begin({serverA, serverB}, 1s).isProbe);
    }

    /// Nothing is refused because everybody is out: that is for the retries to say.
    void theLastResortIsWhoComesBackTheSoonest()
    {
        PoolHealth health;
        die(health, serverB, 0s);
        die(health, serverC, 100ms);
        die(health, serverA, 200ms);
        QVERIFY(!health.hasReady(threeServers, 300ms));
        const PoolHealth::Turn turn = health.begin(threeServers, 300ms);
        QCOMPARE(turn.server, serverB);
        QVERIFY(!turn.isProbe);
        health.end(turn, Outcome::Answered, 300ms); // though it was not asked whether it is back
        QVERIFY(!health.isOut(serverB));
    }

    /// A server is as busy and as dead as it is, in whatever pool.
    void poolsShareWhatIsKnown()
    {
        PoolHealth health;
        (void)health.begin({serverA}, 0s);
        QCOMPARE(health.begin({serverA, serverC}, 0s).server, serverC);
        die(health, serverB, 0s);
        QCOMPARE(nextTurns(health, {serverB, serverC}, 2), QList<QUrl>(2, serverC));
    }
};

} // namespace Tempera

QTEST_APPLESS_MAIN(Tempera::PoolHealthTest)
#include "tst_poolhealth.moc"
