// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/ratemeter.h"

#include <QTest>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr MeteredAmounts oneRequest{1, 0, 0, 0};

constexpr MeteredAmounts tokens(qint64 input, qint64 output)
{
    return {1, input + output, input, output};
}

RateMeter meterOf(const RateLimits &limits)
{
    RateMeter meter;
    meter.setLimits(limits);
    return meter;
}

} // namespace

class RateMeterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutLimits()
    {
        RateMeter meter;
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(meter.waitFor(tokens(1'000'000, 1), 0s), 0s);
            (void)meter.take(tokens(1'000'000, 1), 0s);
        }
        QVERIFY(!meter.limitOf(Metered::Requests));
        QVERIFY(!meter.isIdle(1min));
        QVERIFY(meter.isIdle(RateMeter::Window));
    }

    void requestsOfAMinute()
    {
        RateMeter meter = meterOf({.requestsPerMinute = 3});
        for (const auto at : {0s, 10s, 20s}) {
            QCOMPARE(meter.waitFor(oneRequest, at), 0s);
            (void)meter.take(oneRequest, at);
        }
        QCOMPARE(meter.waitFor(oneRequest, 30s), RateMeter::Window - 30s);
        QCOMPARE(meter.waitFor(oneRequest, RateMeter::Window), 0s);
        (void)meter.take(oneRequest, RateMeter::Window);
        QCOMPARE(meter.waitFor(oneRequest, RateMeter::Window), 10s);
    }

    void tokensOfAMinute()
    {
        RateMeter meter = meterOf({.tokensPerMinute = 1'000});
        (void)meter.take(tokens(100, 300), 0s);
        const RateMeter::Id second = meter.take(tokens(100, 400), 5s);
        QCOMPARE(meter.waitFor(tokens(50, 50), 6s), 0s);
        QCOMPARE(meter.waitFor(tokens(100, 100), 6s), RateMeter::Window - 6s);
        QCOMPARE(meter.waitFor(tokens(100, 500), 6s), RateMeter::Window + 5s - 6s); // both have to go
        meter.settle(second, tokens(100, 100));
        QCOMPARE(meter.waitFor(tokens(100, 100), 6s), 0s);
        meter.settle(second, tokens(100, 900)); // more than was thought
        QCOMPARE(meter.waitFor(oneRequest, 6s), 0s);
        QCOMPARE(meter.waitFor(tokens(0, 1), 6s), RateMeter::Window + 5s - 6s);
        meter.settle(second, {});
        (void)meter.waitFor(oneRequest, RateMeter::Window + 5s);
        meter.settle(second, tokens(1, 1'000'000)); // its minute is over
        QCOMPARE(meter.waitFor(tokens(500, 500), RateMeter::Window + 5s), 0s);
    }

    /// What can never fit waits for an empty minute, not for ever.
    void moreThanTheLimit()
    {
        RateMeter meter = meterOf({.tokensPerMinute = 100});
        QCOMPARE(meter.waitFor(tokens(500, 500), 0s), 0s);
        (void)meter.take(tokens(500, 500), 0s);
        QCOMPARE(meter.waitFor(tokens(1, 0), 1s), RateMeter::Window - 1s);
        QCOMPARE(meter.waitFor(tokens(500, 500), RateMeter::Window), 0s);
    }

    void theLowerLimitCounts()
    {
        RateMeter meter = meterOf({.requestsPerMinute = 10});
        const RateMeter::Id first = meter.take(oneRequest, 0s);
        meter.told(first, {.requests = {.limit = 500}, .outputTokens = {.limit = 80}}, 0s);
        QCOMPARE(meter.limitOf(Metered::Requests), 10);
        QCOMPARE(meter.limitOf(Metered::OutputTokens), 80);
        meter.told(first, {.requests = {.limit = 4}}, 0s);
        QCOMPARE(meter.limitOf(Metered::Requests), 4);
        QVERIFY(!meter.isIdle(1h));
        QCOMPARE(meter.waitFor(tokens(0, 70), 0s), 0s);
        (void)meter.take(tokens(0, 70), 0s);
        QCOMPARE(meter.waitFor(tokens(1000, 10), 0s), 0s); // no limit for input is known
        QCOMPARE(meter.waitFor(tokens(0, 11), 0s), RateMeter::Window);
    }

    /// Another program with the same key.
    void othersUseIt()
    {
        RateMeter meter = meterOf({.requestsPerMinute = 100});
        const RateMeter::Id first = meter.take(oneRequest, 0s);
        meter.told(first, {.requests = {.limit = 100, .remaining = 2, .reset = 20s}}, 1s);
        (void)meter.take(oneRequest, 2s);
        QCOMPARE(meter.waitFor(oneRequest, 2s), 0s);
        const RateMeter::Id third = meter.take(oneRequest, 2s);
        QCOMPARE(meter.waitFor(oneRequest, 2s), 19s); // when it resets
        QCOMPARE(meter.waitFor(oneRequest, 21s), 0s);
        meter.told(third, {.requests = {.remaining = 0, .reset = 24h}}, 3s); // a day's limit
        QCOMPARE(meter.waitFor(oneRequest, 3s), RateMeter::Window - 3s);     // until one of ours has gone
        meter.told(first, {.requests = {.remaining = 90}}, 4s);              // an older one, late
        QVERIFY(meter.waitFor(oneRequest, 4s) > 0s);
        meter.told(third, {.requests = {.remaining = 96}}, 5s);
        QCOMPARE(meter.waitFor(oneRequest, 5s), 0s);
    }

    /// Requests that cross on the way make what is left a little less.
    void noiseIsNoUse()
    {
        RateMeter meter = meterOf({.tokensPerMinute = 1'000});
        const RateMeter::Id first = meter.take(tokens(100, 100), 0s);
        meter.told(first, {.tokens = {.remaining = 700, .reset = 1min}}, 0s);
        QCOMPARE(meter.waitFor(tokens(400, 400), 0s), 0s);
        meter.told(first, {.tokens = {.remaining = 699, .reset = 1min}}, 0s);
        QVERIFY(meter.waitFor(tokens(400, 400), 0s) > 0s);
    }

    void pauses()
    {
        RateMeter meter;
        meter.pauseUntil(10s);
        meter.pauseUntil(5s);
        QCOMPARE(meter.waitFor(oneRequest, 2s), 8s);
        QVERIFY(!meter.isIdle(2s));
        QCOMPARE(meter.waitFor(oneRequest, 10s), 0s);
        QVERIFY(meter.isIdle(10s));
    }
};

} // namespace Tempera

QTEST_APPLESS_MAIN(Tempera::RateMeterTest)
#include "tst_ratemeter.moc"
