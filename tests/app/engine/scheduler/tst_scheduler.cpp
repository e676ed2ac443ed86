// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/scheduler.h"

#include "app/engine/echobackend.h"
#include "tests/app/engine/scheduler/stagefixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace StageTesting;

namespace {

/// A scheduler with two slots an endpoint over a backend that the test drives.
struct Desk {
    explicit Desk(const EngineSettings &settings = {.httpSlots = 2, .localSlots = 1})
        : scheduler({&backend, &echo}, clock, settings, [this] { return random; })
    {
    }

    Client submit(const GenerationRequest &request)
    {
        Client client;
        scheduler.submit(request, client.stop.get_token(),
                         [heard = client.heard](GenerationEvent event) { heard->push_back(std::move(event)); });
        return client;
    }
    void tell(int job, GenerationEvent event) { backend.at(job)->sink(std::move(event)); }
    void end(int job)
    {
        tell(job, Event::Finished{});
        QCoreApplication::processEvents();
    }
    void fail(int job, ErrorKind kind)
    {
        tell(job, failed(kind));
        QCoreApplication::processEvents();
        clock.advance(0ms); // a retry that waits for nothing begins
    }

    double random = 0;
    FakeClock clock;
    FakeBackend backend;
    EchoBackend echo;
    Scheduler scheduler;
};

} // namespace

class SchedulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotsAreFirstComeFirstServed()
    {
        Desk desk;
        std::vector<Client> clients;
        for (int i = 0; i < 5; ++i) {
            GenerationRequest request = requestTo(u"a"_s);
            request.key.caseIndex = i;
            clients.push_back(desk.submit(request));
        }
        QCOMPARE(desk.backend.count(), 2);
        QCOMPARE(clients[1].lines(), QStringList());
        QCOMPARE(clients[2].lines(), QStringList{u"queued"_s});

        desk.end(1); // the second is ready first
        QCOMPARE(desk.backend.count(), 3);
        desk.end(0);
        desk.end(2);
        QCOMPARE(desk.backend.count(), 5);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(desk.backend.at(i)->request.key.caseIndex, i);
        desk.end(3);
        desk.end(4);
        for (const Client &client : clients)
            QCOMPARE(client.lines().constLast(), u"finished stop"_s);
    }

    void endpointsDoNotWaitForEachOther()
    {
        Desk desk;
        (void)desk.submit(requestTo(u"a"_s));
        (void)desk.submit(requestTo(u"a"_s));
        (void)desk.submit(requestTo(u"a"_s));
        QCOMPARE(desk.backend.count(), 2);
        (void)desk.submit(requestTo(u"b"_s)); // another model
        QCOMPARE(desk.backend.count(), 3);
        GenerationRequest elsewhere = requestTo(u"a"_s);
        elsewhere.endpoint.baseUrl = QUrl(u"http://127.0.0.1:2/v1"_s);
        (void)desk.submit(elsewhere);
        QCOMPARE(desk.backend.count(), 4);
        GenerationRequest local;
        local.endpoint.modelPath = u"/m.gguf"_s;
        (void)desk.submit(local);
        (void)desk.submit(local); // one slot only
        QCOMPARE(desk.backend.count(), 5);
    }

    void whatOnlyLocalModelsCanDoFailsElsewhere()
    {
        Desk desk;
        GenerationRequest request = requestTo(u"a"_s);
        request.score = {{.text = u"yes"_s, .tokens = {}}};
        const Client scored = desk.submit(request);
        QVERIFY(scored.ended());
        QCOMPARE(scored.error().kind, ErrorKind::BadRequest);
        QVERIFY(!scored.error().detail.isEmpty());
        request.endpoint.kind = EndpointKind::Echo;
        request.score.clear();
        request.prefix = {std::make_shared<TokenTrace>()};
        const Client continued = desk.submit(request);
        QVERIFY(continued.ended());
        QCOMPARE(continued.error().kind, ErrorKind::BadRequest);
        QCOMPARE(desk.backend.count(), 0);
        request.endpoint = {};
        (void)desk.submit(request);
        QCOMPARE(desk.backend.count(), 1);
    }

    void moreSlotsStartWhatWaits()
    {
        Desk desk;
        for (int i = 0; i < 4; ++i)
            (void)desk.submit(requestTo(u"a"_s));
        QCOMPARE(desk.backend.count(), 2);
        desk.scheduler.setSettings({.httpSlots = 3});
        QCOMPARE(desk.backend.count(), 3);
    }

    void cancelRemovesFromTheQueue()
    {
        Desk desk({.httpSlots = 1});
        const Client running = desk.submit(requestTo(u"a"_s));
        Client waiting = desk.submit(requestTo(u"a"_s));
        const Client last = desk.submit(requestTo(u"a"_s));
        waiting.stop.request_stop();
        QCoreApplication::processEvents();
        QCOMPARE(waiting.lines(), (QStringList{u"queued"_s, u"finished cancelled"_s}));
        desk.end(0);
        QCOMPARE(desk.backend.count(), 2);
        desk.end(1);
        QVERIFY(last.ended());
        QCOMPARE(desk.backend.count(), 2); // the cancelled one was never started
    }

    void cancelledBeforeItCame()
    {
        Desk desk;
        Client client;
        client.stop.request_stop();
        desk.scheduler.submit(requestTo(u"a"_s), client.stop.get_token(),
                              [heard = client.heard](GenerationEvent event) { heard->push_back(std::move(event)); });
        QCoreApplication::processEvents();
        QCOMPARE(client.lines(), QStringList{u"finished cancelled"_s});
        QCOMPARE(desk.backend.count(), 0);
    }

    void cancelWhileRunningIsTheBackendsToEnd()
    {
        Desk desk;
        Client client = desk.submit(requestTo(u"a"_s));
        desk.tell(0, Event::TextDelta{u"half"_s});
        client.stop.request_stop();
        QVERIFY(desk.backend.at(0)->stop.stop_requested()); // at once
        QCoreApplication::processEvents();
        QVERIFY(!client.ended());
        desk.fail(0, ErrorKind::Network); // a backend that calls it a failure
        QCOMPARE(client.lines(), (QStringList{u"text half"_s, u"finished cancelled"_s}));
        QVERIFY(desk.backend.at(0)->destroyed);
    }

    void failureBeforeTextIsTriedAgain()
    {
        Desk desk({.httpSlots = 1});
        const Client client = desk.submit(requestTo(u"a"_s));
        const Client next = desk.submit(requestTo(u"a"_s));
        desk.tell(0, Event::Started{u"a"_s});
        desk.fail(0, ErrorKind::ServerFault);
        QCOMPARE(desk.backend.count(), 2);
        QVERIFY(desk.backend.at(0)->destroyed);
        QCOMPARE(next.lines(), QStringList{u"queued"_s}); // the slot was kept
        desk.tell(1, Event::TextDelta{u"good"_s});
        desk.end(1);
        QCOMPARE(client.lines(),
                 (QStringList{u"started a"_s, u"retrying 1 server-fault: x"_s, u"text good"_s, u"finished stop"_s}));
    }

    void retriesEnd()
    {
        Desk desk;
        const Client client = desk.submit(requestTo(u"a"_s));
        for (int attempt = 0; attempt < 3; ++attempt) {
            QCOMPARE(desk.backend.count(), attempt + 1);
            desk.fail(attempt, ErrorKind::RateLimited);
        }
        QCOMPARE(client.lines(),
                 (QStringList{u"retrying 1 rate-limited: x"_s, u"retrying 2 rate-limited: x"_s, u"failed rate-limited: x"_s}));
    }

    void failureAfterTextIsInterrupted()
    {
        Desk desk;
        const Client client = desk.submit(requestTo(u"a"_s));
        desk.tell(0, Event::TextDelta{u"half"_s});
        desk.fail(0, ErrorKind::Network);
        QCOMPARE(client.lines(), (QStringList{u"text half"_s, u"failed interrupted: x"_s}));
        QCOMPARE(desk.backend.count(), 1);
    }

    void quotaIsFinal()
    {
        Desk desk;
        const Client client = desk.submit(requestTo(u"a"_s));
        desk.fail(0, ErrorKind::QuotaExhausted);
        QCOMPARE(client.lines(), QStringList{u"failed quota-exhausted: x"_s});
    }

    void cancelWhileItWaitsForARetry()
    {
        Desk desk({.httpSlots = 1});
        desk.random = 0.9;
        GenerationRequest request = requestTo(u"a"_s);
        request.retry = {.maxRetries = 3, .base = 300s, .cap = 300s};
        Client client = desk.submit(request);
        const Client next = desk.submit(requestTo(u"a"_s));
        desk.fail(0, ErrorKind::ServerFault);
        QVERIFY(!client.ended());
        client.stop.request_stop();
        QCoreApplication::processEvents();
        QCOMPARE(client.lines().constLast(), u"finished cancelled"_s);
        QCOMPARE(desk.backend.count(), 2); // the slot went to the next
        QVERIFY(!next.ended());
    }

    void timesAreMeasured()
    {
        Desk desk({.httpSlots = 1});
        const Client first = desk.submit(requestTo(u"a"_s));
        const Client second = desk.submit(requestTo(u"a"_s));
        desk.clock.advance(40ms);
        desk.end(0);
        desk.clock.advance(10ms);
        desk.tell(1, Event::Started{});
        desk.tell(1, Event::TextDelta{}); // nothing to see yet
        desk.clock.advance(20ms);
        desk.tell(1, Event::TextDelta{u"a"_s});
        desk.clock.advance(100ms);
        Event::Finished finished;
        finished.usage.outputTokens = 11;
        desk.tell(1, finished);
        QCoreApplication::processEvents();
        const Timings timings = second.finished().timings;
        QCOMPARE(timings.queued, 40ms);
        QCOMPARE(timings.firstToken, 30ms);
        QCOMPARE(timings.total, 130ms);
        QCOMPARE(timings.tokensPerSecond, 100.0);
        QVERIFY(!first.finished().timings.firstToken);
        QVERIFY(!first.finished().timings.tokensPerSecond);
    }

    void aBackendsOwnTimesAreKept()
    {
        Desk desk;
        const Client client = desk.submit(requestTo(u"a"_s));
        Event::Finished finished;
        finished.timings.firstToken = 3ms;
        finished.timings.total = 5ms;
        finished.timings.tokensPerSecond = 7;
        desk.tell(0, finished);
        QCoreApplication::processEvents();
        QCOMPARE(client.finished().timings.firstToken, 3ms);
        QCOMPARE(client.finished().timings.total, 5ms);
        QCOMPARE(client.finished().timings.tokensPerSecond, 7.0);
    }

    void onlyTheFirstEndCounts()
    {
        Desk desk;
        const Client client = desk.submit(requestTo(u"a"_s));
        desk.tell(0, Event::Finished{});
        desk.tell(0, Event::TextDelta{u"late"_s});
        desk.tell(0, failed(ErrorKind::Network));
        QCoreApplication::processEvents();
        QCOMPARE(client.lines(), QStringList{u"finished stop"_s});
    }

    void unknownKindsSayWhich()
    {
        Desk desk;
        GenerationRequest request;
        request.endpoint = endpointFromId(u"python:script.py"_s);
        const Client client = desk.submit(request);
        QCOMPARE(client.heard->size(), 1U);
        QCOMPARE(client.error().place, u"python:script.py"_s);
        QVERIFY(client.error().detail.contains(u"python:script.py"_s));
    }

    void echoAnswersWithThePrompt()
    {
        Desk desk;
        GenerationRequest request;
        request.endpoint = endpointFromId(u"echo"_s);
        request.messages = {{Role::System, u"be brief"_s}, {Role::User, u"Grüße"_s}};
        const Client client = desk.submit(request);
        QTRY_VERIFY(client.ended());
        const QString chat = u"[\\n  {\\n    \"role\": \"system\",\\n    \"content\": \"be brief\"\\n  },\\n"
                             "  {\\n    \"role\": \"user\",\\n    \"content\": \"Grüße\"\\n  }\\n]"_s;
        QCOMPARE(client.lines(), (QStringList{u"started echo"_s, u"text "_s + chat, u"finished stop in=0 out=0"_s}));
    }

    void thousandsCanBeCancelled()
    {
        Desk desk({.httpSlots = 1});
        std::vector<Client> clients;
        for (int i = 0; i < 4000; ++i)
            clients.push_back(desk.submit(requestTo(u"a"_s)));
        for (Client &client : clients)
            client.stop.request_stop();
        QCoreApplication::processEvents();
        desk.fail(0, ErrorKind::Cancelled);
        for (const Client &client : clients)
            QCOMPARE(client.lines().constLast(), u"finished cancelled"_s);
        QCOMPARE(desk.backend.count(), 1);
    }

    void dropAllIsSilent()
    {
        Desk desk;
        const Client client = desk.submit(requestTo(u"a"_s));
        const auto job = desk.backend.at(0);
        desk.scheduler.dropAll();
        QVERIFY(job->destroyed);
        job->sink(Event::Finished{});
        QCoreApplication::processEvents();
        QVERIFY(!client.ended());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::SchedulerTest)
#include "tst_scheduler.moc"
