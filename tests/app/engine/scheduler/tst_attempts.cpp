// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/attempts.h"

#include "tests/app/engine/scheduler/stagefixture.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace StageTesting;

namespace {

struct Bench {
    Client start(const GenerationRequest &request)
    {
        Client client;
        client.startIn(attempts, request);
        return client;
    }
    /// With waits of 5 s, 10 s, 20 s before the retries.
    [[nodiscard]] static GenerationRequest patient()
    {
        GenerationRequest request = requestTo(u"a"_s);
        request.retry = {.maxRetries = 3, .base = 10s, .cap = 60s};
        return request;
    }
    void tell(int job, GenerationEvent event)
    {
        backend.at(job)->sink(std::move(event));
        QCoreApplication::processEvents();
    }

    FakeClock clock;
    FakeBackend backend;
    Attempts attempts{backend, clock, {}, [] { return 0.5; }};
};

} // namespace

class AttemptsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Those between pieces of visible text, of the attempt that answered.
    void gapsAreThoseOfTheAnswer()
    {
        Bench bench;
        const Client client = bench.start(Bench::patient());
        bench.clock.advance(1s);
        bench.tell(0, Event::TextDelta{u"a"_s});
        for (const auto gap : {10ms, 10ms, 70ms}) {
            bench.clock.advance(gap);
            bench.tell(0, Event::TextDelta{u"b"_s});
        }
        bench.clock.advance(5s);
        bench.tell(0, Event::Finished{});
        const std::optional<TextGaps> gaps = client.finished().timings.gaps;
        QVERIFY(gaps);
        QVERIFY(*gaps == TextGaps(10ms, 70ms, 70ms));
    }

    /// Who let the request through says when the next attempt begins.
    void attemptsBeginWhenTheyMay()
    {
        Bench bench;
        const Client client = bench.start(Bench::patient());
        bench.clock.advance(1s);
        bench.tell(0, failed(ErrorKind::ServerFault));
        QVERIFY(bench.backend.at(0)->destroyed);
        QCOMPARE(std::get<Event::Retrying>(client.heard->back()).wait, 5s);
        bench.clock.advance(5s);
        QCOMPARE(bench.backend.count(), 1);
        (*client.job)->goOn();
        QCOMPARE(bench.backend.count(), 2);
        bench.tell(1, failed(ErrorKind::Network));
        QCOMPARE(std::get<Event::Retrying>(client.heard->back()).wait, 10s);
        bench.clock.advance(10s);
        (*client.job)->goOn();
        QCOMPARE(bench.backend.count(), 3);
        bench.clock.advance(30ms);
        bench.tell(2, Event::TextDelta{u"good"_s});
        bench.clock.advance(20ms);
        bench.tell(2, Event::Finished{});
        QCOMPARE(client.lines(),
                 (QStringList{u"retrying 1 server-fault: x"_s, u"retrying 2 network: x"_s, u"text good"_s, u"finished stop"_s}));
        QCOMPARE(client.finished().timings.queued, 16s); // to the start of the attempt that answered
        QCOMPARE(client.finished().timings.firstToken, 30ms);
        QCOMPARE(client.finished().timings.total, 50ms);
        QVERIFY(!client.finished().timings.gaps); // there was one piece
    }

    void theEndpointsOwnWaitCounts()
    {
        Bench bench;
        const Client client = bench.start(Bench::patient());
        Event::Failed slow = failed(ErrorKind::RateLimited);
        slow.error.retryAfter = 300s;
        bench.tell(0, slow);
        QCOMPARE(std::get<Event::Retrying>(client.heard->back()).wait, 300s);
    }

    void noRetryBeyondTheDeadline()
    {
        Bench bench;
        GenerationRequest request = Bench::patient();
        request.timeouts.total = 12s;
        const Client client = bench.start(request);
        bench.tell(0, failed(ErrorKind::ServerFault));
        bench.clock.advance(5s);
        (*client.job)->goOn();
        bench.tell(1, failed(ErrorKind::ServerFault)); // the next would be at 15 s
        QCOMPARE(client.lines(), (QStringList{u"retrying 1 server-fault: x"_s, u"failed server-fault: x"_s}));
    }

    void stoppedWhileItWaits()
    {
        Bench bench;
        Client client = bench.start(Bench::patient());
        bench.tell(0, failed(ErrorKind::ServerFault));
        client.stop.request_stop();
        QCoreApplication::processEvents();
        QCOMPARE(client.lines(), (QStringList{u"retrying 1 server-fault: x"_s, u"finished cancelled"_s}));
        QCOMPARE(bench.backend.count(), 1);
    }

    void aFailureAfterTheStopIsTheStop()
    {
        Bench bench;
        Client client = bench.start(Bench::patient());
        client.stop.request_stop();
        bench.tell(0, failed(ErrorKind::Network));
        QCOMPARE(client.lines(), QStringList{u"finished cancelled"_s});
    }

    /// The backend's threads are met here: the last event is on the engine thread, after a turn of its event loop.
    void theEndChangesTheThread()
    {
        Bench bench;
        const Client client = bench.start(requestTo(u"a"_s));
        std::thread([job = bench.backend.at(0)] {
            job->sink(Event::TextDelta{u"good"_s});
            job->sink(Event::Finished{});
        }).join();
        QCOMPARE(client.lines(), QStringList{u"text good"_s});
        QVERIFY(!bench.backend.at(0)->destroyed);
        QCoreApplication::processEvents();
        QCOMPARE(client.lines(), (QStringList{u"text good"_s, u"finished stop"_s}));
        QVERIFY(bench.backend.at(0)->destroyed);
    }

    void destroyedIsSilent()
    {
        Bench bench;
        const Client running = bench.start(Bench::patient());
        const Client waiting = bench.start(Bench::patient());
        bench.tell(1, failed(ErrorKind::ServerFault));
        running.job->reset();
        waiting.job->reset();
        QVERIFY(bench.backend.at(0)->destroyed);
        bench.tell(0, Event::Finished{});
        QVERIFY(running.heard->empty());
        QVERIFY(!waiting.ended());
        QCOMPARE(bench.backend.count(), 2);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::AttemptsTest)
#include "tst_attempts.moc"
