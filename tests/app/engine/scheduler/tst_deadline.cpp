// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/deadline.h"

#include "tests/app/engine/scheduler/stagefixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace StageTesting;

namespace {

struct Timekeeper {
    Client start(std::optional<std::chrono::milliseconds> total)
    {
        GenerationRequest request = requestTo(u"a"_s);
        request.timeouts.total = total;
        Client client;
        client.startIn(deadline, request);
        return client;
    }
    void tell(GenerationEvent event) { next.at(next.count() - 1)->sink(std::move(event)); }
    void cancelled(std::optional<std::int64_t> outputTokens = {})
    {
        Event::Finished finished;
        finished.reason = FinishReason::Cancelled;
        finished.usage.outputTokens = outputTokens;
        tell(finished);
    }

    FakeClock clock;
    FakeBackend next;
    Deadline deadline{next, clock, {.remoteDeadline = 60s}};
};

} // namespace

class DeadlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whichItIs()
    {
        GenerationRequest request = requestTo(u"a"_s);
        const EngineSettings settings{.remoteDeadline = 60s};
        QCOMPARE(deadlineOf(request, settings), 60s);
        request.timeouts.total = 5s;
        QCOMPARE(deadlineOf(request, settings), 5s);
        request.timeouts.total = 0s;
        QCOMPARE(deadlineOf(request, settings), 0s);
        request.timeouts.total.reset();
        EngineSettings own = settings; // what is set for its server
        own.endpoints[request.endpoint.baseUrl].totalLimit = 7s;
        QCOMPARE(deadlineOf(request, own), 7s);
        own.endpoints[request.endpoint.baseUrl].totalLimit = 0s;
        QCOMPARE(deadlineOf(request, own), 60s);
        request.endpoint.kind = EndpointKind::Local;
        QCOMPARE(deadlineOf(request, settings), 0s);
    }

    void stoppedAtTheDeadline()
    {
        Timekeeper keeper;
        const Client client = keeper.start(std::nullopt);
        keeper.clock.advance(59'999ms);
        QVERIFY(!keeper.next.at(0)->stop.stop_requested());
        keeper.clock.advance(1ms);
        QVERIFY(keeper.next.at(0)->stop.stop_requested());
        QVERIFY(!client.ended()); // what it has so far comes first
        keeper.cancelled();
        QCOMPARE(client.lines(), QStringList{u"failed timeout: not finished within 60 s, the limit for a whole request"_s});
        QCOMPARE(client.error().place, u"openai:a"_s);
    }

    void whatCameIsKept()
    {
        Timekeeper keeper;
        const Client client = keeper.start(100ms);
        keeper.tell(Event::TextDelta{u"half"_s});
        keeper.clock.advance(100ms);
        keeper.cancelled(7);
        QCOMPARE(client.lines().size(), 3);
        QCOMPARE(client.lines().at(0), u"text half"_s);
        QCOMPARE(std::get<Event::UsageUpdate>(client.heard->at(1)).usage.outputTokens, 7);
        QCOMPARE(client.error().kind, ErrorKind::Interrupted);
    }

    void finishedAtTheLastMoment()
    {
        Timekeeper keeper;
        const Client client = keeper.start(100ms);
        keeper.clock.advance(100ms);
        keeper.tell(Event::Finished{});
        QCOMPARE(client.lines(), QStringList{u"finished stop"_s});
        QCOMPARE(keeper.clock.runningTimers(), 0);
    }

    void failedForAnotherReason()
    {
        Timekeeper keeper;
        const Client client = keeper.start(100ms);
        keeper.tell(failed(ErrorKind::Auth));
        keeper.clock.advance(1h);
        QCOMPARE(client.error().kind, ErrorKind::Auth);
    }

    /// Also when that is after the deadline.
    void stoppedByTheUser_data()
    {
        QTest::addColumn<int>("after");
        QTest::newRow("before") << 0;
        QTest::newRow("after") << 200;
    }
    void stoppedByTheUser()
    {
        QFETCH(int, after);
        Timekeeper keeper;
        Client client = keeper.start(100ms);
        keeper.clock.advance(std::chrono::milliseconds(after));
        client.stop.request_stop();
        QVERIFY(keeper.next.at(0)->stop.stop_requested());
        keeper.cancelled();
        QCOMPARE(client.lines(), QStringList{u"finished cancelled"_s});
    }

    void noLimit()
    {
        Timekeeper keeper;
        const Client client = keeper.start(0ms);
        QCOMPARE(keeper.clock.runningTimers(), 0);
        keeper.clock.advance(1000h);
        QVERIFY(!keeper.next.at(0)->stop.stop_requested());
    }

    void destroyedIsSilent()
    {
        Timekeeper keeper;
        const Client client = keeper.start(100ms);
        client.job->reset();
        QVERIFY(keeper.next.at(0)->destroyed);
        QCOMPARE(keeper.clock.runningTimers(), 0);
        keeper.clock.advance(1h);
        QVERIFY(client.heard->empty());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::DeadlineTest)
#include "tst_deadline.moc"
