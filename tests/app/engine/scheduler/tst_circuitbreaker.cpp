// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/circuitbreaker.h"

#include <QTest>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

CircuitBreaker openedAt(CircuitBreaker::Time now)
{
    CircuitBreaker breaker;
    for (int i = 0; i < CircuitBreaker::Faults; ++i)
        breaker.faulted(false, now);
    return breaker;
}

} // namespace

class CircuitBreakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAfterFaultsInARow()
    {
        CircuitBreaker breaker;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(breaker.isClosed());
            breaker.faulted(false, 10s);
            if (i % 4 == 3)
                breaker.answered();
        }
        for (int i = 0; i < CircuitBreaker::Faults; ++i) {
            QVERIFY(breaker.isClosed());
            QVERIFY(!breaker.sent());
            QCOMPARE(breaker.waitFor(10s), CircuitBreaker::Time(0));
            breaker.faulted(false, 10s);
        }
        QVERIFY(!breaker.isClosed());
        QCOMPARE(breaker.waitFor(10s), 1s);
    }

    void oneTriesIt()
    {
        CircuitBreaker breaker = openedAt(0s);
        QCOMPARE(breaker.waitFor(400ms), 600ms);
        QCOMPARE(breaker.waitFor(1s), 0s);
        QVERIFY(breaker.sent());
        QVERIFY(!breaker.waitFor(2s)); // until it is heard
        breaker.answered();
        QVERIFY(breaker.isClosed());
        QCOMPARE(breaker.waitFor(2s), 0s);
        QVERIFY(!breaker.sent());
    }

    void pausesGrow()
    {
        CircuitBreaker breaker = openedAt(0s);
        std::chrono::microseconds now = 0s;
        for (const std::chrono::seconds pause : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
            breaker.faulted(false, now); // what was under way changes nothing
            QCOMPARE(breaker.waitFor(now), pause);
            now += pause;
            QVERIFY(breaker.sent());
            breaker.faulted(true, now);
        }
        breaker.answered();
        breaker = openedAt(now);
        QCOMPARE(breaker.waitFor(now), 1s); // nothing is remembered of it
    }

    void aProbeThatSaysNothing()
    {
        CircuitBreaker breaker = openedAt(0s);
        QVERIFY(breaker.sent());
        breaker.probeLeft();
        QCOMPARE(breaker.waitFor(1s), 0s);
        QVERIFY(!breaker.isClosed());
    }

    void patienceEnds()
    {
        CircuitBreaker breaker = openedAt(5s);
        QCOMPARE(breaker.givesUpAt(), 65s);
        QVERIFY(!breaker.hasGivenUp(64'999ms));
        QVERIFY(breaker.hasGivenUp(65s));
        QVERIFY(breaker.sent());
        QVERIFY(!breaker.hasGivenUp(65s)); // it may be there again
        breaker.faulted(true, 66s);
        QVERIFY(breaker.hasGivenUp(66s));
        breaker.answered();
        QVERIFY(!breaker.hasGivenUp(1h));
    }

    void whatIsAnOutage()
    {
        const auto error = [](ErrorKind kind, int status) {
            Error made;
            made.kind = kind;
            made.httpStatus = status;
            return made;
        };
        QVERIFY(isOutage(error(ErrorKind::Network, 0)));
        QVERIFY(isOutage(error(ErrorKind::ServerFault, 502)));
        QVERIFY(!isOutage(error(ErrorKind::ServerFault, 409)));
        QVERIFY(!isOutage(error(ErrorKind::RateLimited, 429)));
        QVERIFY(!isOutage(error(ErrorKind::Auth, 401)));
        QVERIFY(!isOutage(error(ErrorKind::Timeout, 0)));
        QVERIFY(!isOutage(error(ErrorKind::Interrupted, 0)));
    }
};

} // namespace Tempera

QTEST_APPLESS_MAIN(Tempera::CircuitBreakerTest)
#include "tst_circuitbreaker.moc"
