// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/limiter.h"

#include "tests/app/engine/scheduler/stagefixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace StageTesting;

namespace {

/// A stage that takes one request and refuses all others, from inside start().
class RefusingStage final : public Stage
{
public:
    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &, std::stop_token, BackendSink sink) override
    {
        if (!taken)
            taken = std::move(sink);
        else
            sink(failed(ErrorKind::Usage));
        return {};
    }

    BackendSink taken;
};

struct Gate {
    explicit Gate(const EngineSettings &settings = {.httpSlots = 1, .localSlots = 2}) : limiter(next, clock, settings) { }

    Client start(const GenerationRequest &request)
    {
        Client client;
        client.startIn(limiter, request);
        return client;
    }
    void end(int job) { next.at(job)->sink(Event::Finished{}); }

    FakeClock clock;
    FakeBackend next;
    Limiter limiter;
};

/// A clock that is a little later each time that it is looked at, as those of machines are.
class RunningClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_clock.now(); }
    [[nodiscard]] std::chrono::microseconds monotonic() const override { return m_clock.monotonic() + ++m_looks * 7us; }
    [[nodiscard]] std::unique_ptr<ClockTimer> timer(std::function<void()> expired) const override
    {
        return m_clock.timer(std::move(expired));
    }
    void advance(std::chrono::microseconds time) { m_clock.advance(time); }

private:
    FakeClock m_clock;
    mutable int m_looks = 0;
};

EngineSettings settingsWith(const RateLimits &limits, int slots = 10)
{
    EndpointOptions options;
    options.limits = limits;
    options.slots = slots;
    EngineSettings settings{.httpSlots = 1};
    settings.endpoints.insert(requestTo({}).endpoint.baseUrl, options);
    return settings;
}

Event::Retrying retryingIn(std::chrono::milliseconds wait, ErrorKind kind, int status = 0)
{
    Event::Retrying event{1, wait, {}};
    event.cause.kind = kind;
    event.cause.httpStatus = status;
    return event;
}

/// A lane of one slot whose endpoint has just failed five times; two wait for it.
struct DeadEndpoint {
    DeadEndpoint()
    {
        for (int i = 0; i < CircuitBreaker::Faults; ++i)
            lost.push_back(gate.start(requestTo(u"a"_s)));
        first = gate.start(requestTo(u"a"_s));
        second = gate.start(requestTo(u"a"_s));
        for (int i = 0; i < CircuitBreaker::Faults; ++i)
            gate.next.at(i)->sink(failed(ErrorKind::Network));
    }

    Gate gate;
    std::vector<Client> lost;
    Client first;
    Client second;
};

} // namespace

class LimiterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOther()
    {
        Gate gate;
        const Client first = gate.start(requestTo(u"a"_s));
        const Client second = gate.start(requestTo(u"a"_s));
        const Client third = gate.start(requestTo(u"a"_s));
        const Client elsewhere = gate.start(requestTo(u"b"_s));
        QCOMPARE(gate.next.count(), 2);
        QCOMPARE(second.lines(), QStringList{u"queued"_s});
        gate.clock.advance(5s);
        gate.end(0);
        QCOMPARE(gate.next.count(), 3); // at once, without a turn of the event loop
        QVERIFY(first.ended() && !second.ended() && !elsewhere.ended());
        gate.clock.advance(2s);
        Event::Finished late;
        late.timings.queued = 100ms; // waited for a retry behind the limiter
        gate.next.at(2)->sink(late);
        QCOMPARE(first.finished().timings.queued, 0us);
        QCOMPARE(second.finished().timings.queued, 5100ms);
        QCOMPARE(gate.next.count(), 4);
        QVERIFY(!third.ended());
    }

    void stoppedWhileItWaits()
    {
        Gate gate;
        const Client running = gate.start(requestTo(u"a"_s));
        Client waiting = gate.start(requestTo(u"a"_s));
        const Client last = gate.start(requestTo(u"a"_s));
        gate.clock.advance(3s);
        waiting.stop.request_stop();
        QVERIFY(!waiting.ended()); // whoever asked may hold a lock
        QCoreApplication::processEvents();
        QCOMPARE(waiting.lines(), (QStringList{u"queued"_s, u"finished cancelled"_s}));
        QCOMPARE(waiting.finished().timings.queued, 3s);
        gate.end(0);
        QCOMPARE(gate.next.count(), 2);
        QVERIFY(!last.ended());
    }

    /// The next stage ends what it has: the limiter only hands the token on.
    void stoppedWhileItRuns()
    {
        Gate gate;
        Client running = gate.start(requestTo(u"a"_s));
        running.stop.request_stop();
        QVERIFY(gate.next.at(0)->stop.stop_requested());
        QCoreApplication::processEvents();
        QVERIFY(!running.ended());
        gate.end(0);
        QVERIFY(running.ended());
    }

    void whatIsDestroyedGivesItsSlotBack()
    {
        Gate gate;
        const Client running = gate.start(requestTo(u"a"_s));
        const Client waiting = gate.start(requestTo(u"a"_s));
        const Client last = gate.start(requestTo(u"a"_s));
        waiting.job->reset();
        running.job->reset();
        QVERIFY(gate.next.at(0)->destroyed);
        QCOMPARE(gate.next.count(), 1); // not from inside the destructor
        QCoreApplication::processEvents();
        QCOMPARE(gate.next.count(), 2);
        gate.end(0); // too late
        QCOMPARE(running.lines(), QStringList());
        QCOMPARE(waiting.lines(), QStringList{u"queued"_s});
        gate.end(1);
        QVERIFY(last.ended());
    }

    void moreSlotsLetMoreThrough()
    {
        Gate gate;
        std::vector<Client> clients;
        for (int i = 0; i < 5; ++i)
            clients.push_back(gate.start(requestTo(u"a"_s)));
        gate.limiter.setSettings({.httpSlots = 3});
        QCOMPARE(gate.next.count(), 3);
        gate.limiter.setSettings({.httpSlots = 0}); // at least one
        gate.end(0);
        gate.end(1);
        QCOMPARE(gate.next.count(), 3);
        gate.end(2);
        QCOMPARE(gate.next.count(), 4);
    }

    /// Half as many at once, until it has answered as often as it has slots.
    void anOverloadedEndpointGetsFewer()
    {
        FakeClock clock;
        FakeBackend next;
        Limiter limiter(next, clock, {.httpSlots = 4});
        std::vector<Client> clients(12);
        for (Client &client : clients)
            client.startIn(limiter, requestTo(u"a"_s));
        QCOMPARE(next.count(), 4);
        Event::Retrying retrying;
        retrying.cause.kind = ErrorKind::RateLimited;
        next.at(0)->sink(retrying);
        next.at(1)->sink(retrying); // of the same moment
        for (const int job : {0, 1})
            next.at(job)->sink(failed(ErrorKind::BadRequest));
        QCOMPARE(next.count(), 4); // two are under way, which is all now
        next.at(2)->sink(Event::Finished{});
        QCOMPARE(next.count(), 5);
        next.at(3)->sink(Event::Finished{});
        QCOMPARE(next.count(), 6);
        next.at(4)->sink(Event::Finished{});
        QCOMPARE(next.count(), 8); // three slots again
    }

    void slotsOfOneEndpoint()
    {
        Gate gate(settingsWith({}, 3));
        GenerationRequest request = requestTo(u"a"_s);
        std::vector<Client> clients;
        for (int i = 0; i < 5; ++i)
            clients.push_back(gate.start(request));
        QCOMPARE(gate.next.count(), 3);
        request.endpoint.baseUrl = QUrl(request.endpoint.baseUrl.toString() + u'/'); // the same server
        for (int i = 0; i < 5; ++i)
            clients.push_back(gate.start(request));
        QCOMPARE(gate.next.count(), 6);
    }

    void keysDoNotWaitForEachOther()
    {
        Gate gate;
        GenerationRequest request = requestTo(u"a"_s);
        const Client first = gate.start(request);
        request.endpoint.keyName = u"OTHER_KEY"_s;
        const Client second = gate.start(request);
        QCOMPARE(gate.next.count(), 2);
    }

    void aWaitingRetryHoldsNoSlot()
    {
        Gate gate;
        const Client first = gate.start(requestTo(u"a"_s));
        const Client second = gate.start(requestTo(u"a"_s));
        const Client third = gate.start(requestTo(u"a"_s));
        gate.next.at(0)->sink(retryingIn(10s, ErrorKind::Timeout));
        QCOMPARE(gate.next.count(), 2);
        gate.clock.advance(9'999ms);
        QCOMPARE(first.lines(), QStringList{u"retrying 1 timeout: "_s});
        gate.clock.advance(1ms);
        QCOMPARE(first.lines(), (QStringList{u"retrying 1 timeout: "_s, u"queued"_s}));
        QCOMPARE(gate.next.at(0)->wentOn.load(), 0);
        gate.end(1);
        QCOMPARE(gate.next.at(0)->wentOn.load(), 1); // it came before the third
        QCOMPARE(gate.next.count(), 2);
        gate.end(0);
        QVERIFY(first.ended() && second.ended() && !third.ended());
        QCOMPARE(gate.next.count(), 3);
    }

    void destroyedWhileItWaitsForItsRetry()
    {
        Gate gate;
        const Client first = gate.start(requestTo(u"a"_s));
        gate.next.at(0)->sink(retryingIn(10s, ErrorKind::Timeout));
        first.job->reset();
        QCOMPARE(gate.clock.runningTimers(), 0);
        const Client second = gate.start(requestTo(u"a"_s));
        QCOMPARE(gate.next.count(), 2);
        gate.clock.advance(10s);
        QCOMPARE(gate.next.at(0)->wentOn.load(), 0);
    }

    void runsTakeTurns()
    {
        Gate gate;
        const QUuid busy = QUuid::createUuidV5(QUuid(), u"busy"_s);
        const QUuid late = QUuid::createUuidV5(QUuid(), u"late"_s);
        std::vector<Client> clients;
        const auto add = [&](const QUuid &run, int number) {
            GenerationRequest request = requestTo(u"a"_s);
            request.run = run;
            request.key.caseIndex = number;
            clients.push_back(gate.start(request));
        };
        for (int i = 0; i < 5; ++i)
            add(busy, i);
        for (int i = 10; i < 12; ++i)
            add(late, i);
        QList<int> order;
        for (int i = 0; i < 7; ++i) {
            order.append(gate.next.at(i)->request.key.caseIndex);
            gate.end(i);
        }
        QCOMPARE(order, (QList<int>{0, 10, 1, 11, 2, 3, 4}));
    }

    void requestsPerMinute()
    {
        Gate gate(settingsWith({.requestsPerMinute = 2}));
        const Client first = gate.start(requestTo(u"a"_s));
        gate.clock.advance(10s);
        const Client second = gate.start(requestTo(u"a"_s));
        const Client third = gate.start(requestTo(u"a"_s));
        const Client elsewhere = gate.start(requestTo(u"b"_s));
        QCOMPARE(gate.next.count(), 3);
        QCOMPARE(third.lines(), QStringList{u"queued rate-limit 50250"_s});
        gate.end(0); // gives nothing back
        gate.clock.advance(50'249ms);
        QCOMPARE(gate.next.count(), 3);
        gate.clock.advance(1ms);
        QCOMPARE(gate.next.count(), 4);
        QCOMPARE(third.lines(), QStringList{u"queued rate-limit 50250"_s}); // told once
    }

    /// Each reason once, however often it is looked at: the clock goes on meanwhile.
    void aReasonIsToldOnce_data()
    {
        QTest::addColumn<RateLimits>("limits");
        QTest::addColumn<GenerationEvent>("answer"); // to the first
        QTest::addColumn<QString>("reason");
        QTest::newRow("a limit of a minute")
            << RateLimits{.requestsPerMinute = 1} << GenerationEvent(Event::Started{}) << u"queued rate-limit 60250"_s;
        Event::Retrying refused = retryingIn(8s, ErrorKind::RateLimited, 429);
        refused.cause.retryAfter = 8s;
        QTest::newRow("a refusal") << RateLimits{} << GenerationEvent(refused) << u"queued rate-limit 8000"_s;
        QTest::newRow("others are under way") << RateLimits{} << GenerationEvent(Event::Started{}) << u"queued"_s;
    }

    void aReasonIsToldOnce()
    {
        QFETCH(const RateLimits, limits);
        QFETCH(const GenerationEvent, answer);
        QFETCH(const QString, reason);
        const bool isOfSlots = reason == "queued"_L1;
        RunningClock clock;
        FakeBackend next;
        Limiter limiter(next, clock, settingsWith(limits, isOfSlots ? 1 : 10));
        Client first;
        first.startIn(limiter, requestTo(u"a"_s));
        next.at(0)->sink(answer);
        Client second;
        second.startIn(limiter, requestTo(u"a"_s));
        QCOMPARE(second.lines(), QStringList{reason});
        Client third; // each makes the lane look again
        third.startIn(limiter, requestTo(u"a"_s));
        clock.advance(1s);
        limiter.setSettings(settingsWith(limits, isOfSlots ? 1 : 10));
        QCOMPARE(second.lines(), QStringList{reason});
        QCOMPARE(third.lines(), QStringList{reason});
    }

    void anOutageIsToldOnce()
    {
        RunningClock clock;
        FakeBackend next;
        Limiter limiter(next, clock, {.httpSlots = 1});
        std::vector<Client> lost(CircuitBreaker::Faults);
        for (Client &client : lost)
            client.startIn(limiter, requestTo(u"a"_s));
        for (int i = 0; i < CircuitBreaker::Faults; ++i)
            next.at(i)->sink(failed(ErrorKind::Network));
        Client first;
        first.startIn(limiter, requestTo(u"a"_s));
        Client second;
        second.startIn(limiter, requestTo(u"a"_s));
        limiter.setSettings({.httpSlots = 1});
        QCOMPARE(first.lines(), QStringList{u"queued outage 1000"_s});
        QCOMPARE(second.lines(), QStringList{u"queued outage 1000"_s});
    }

    /// The same cause for longer is another reason.
    void aLongerWaitIsTold()
    {
        Gate gate({.httpSlots = 2});
        const Client first = gate.start(requestTo(u"a"_s));
        const Client other = gate.start(requestTo(u"a"_s));
        Event::Retrying refused = retryingIn(8s, ErrorKind::RateLimited, 429);
        refused.cause.retryAfter = 8s;
        gate.next.at(0)->sink(refused);
        const Client waiting = gate.start(requestTo(u"a"_s));
        gate.clock.advance(1s);
        refused.cause.retryAfter = 10s;
        gate.next.at(1)->sink(refused);
        QCOMPARE(waiting.lines().constLast(), u"queued rate-limit 10000"_s);
    }

    /// What was expected and not used is given back at the end.
    void tokensPerMinute()
    {
        Gate gate(settingsWith({.tokensPerMinute = 1'000}));
        GenerationRequest request = requestTo(u"a"_s);
        request.sampling.maxTokens = 600;
        const Client first = gate.start(request);
        const Client second = gate.start(request);
        QCOMPARE(gate.next.count(), 1);
        Event::Finished finished;
        finished.usage.inputTokens = 5;
        finished.usage.outputTokens = 100;
        gate.next.at(0)->sink(finished);
        QCOMPARE(gate.next.count(), 2);
        gate.next.at(1)->sink(Event::Finished{}); // tells nothing
        request.sampling.maxTokens = 400;
        const Client third = gate.start(request);
        QCOMPARE(gate.next.count(), 2);
        gate.clock.advance(RateMeter::Window);
        QCOMPARE(gate.next.count(), 3);
    }

    /// The head of a response says what the user did not; nobody else hears of it.
    void limitsFromTheHead()
    {
        Gate gate({.httpSlots = 10});
        const Client first = gate.start(requestTo(u"a"_s));
        gate.next.at(0)->sink(Event::LimitsTold{{.requests = {.limit = 3, .remaining = 2, .reset = 20s}}});
        std::vector<Client> clients;
        for (int i = 0; i < 4; ++i)
            clients.push_back(gate.start(requestTo(u"a"_s)));
        QCOMPARE(gate.next.count(), 3);
        QCOMPARE(first.lines(), QStringList());
        gate.clock.advance(RateMeter::Window);
        QCOMPARE(gate.next.count(), 5);
    }

    /// Retry-After holds for all that wait.
    void aRefusalHoldsTheLane()
    {
        Gate gate({.httpSlots = 2});
        const Client first = gate.start(requestTo(u"a"_s));
        Event::Retrying refused = retryingIn(8s, ErrorKind::RateLimited, 429);
        refused.cause.retryAfter = 8s;
        gate.next.at(0)->sink(refused);
        const Client second = gate.start(requestTo(u"a"_s));
        QCOMPARE(second.lines(), QStringList{u"queued rate-limit 8000"_s});
        gate.clock.advance(8s);
        QCOMPARE(gate.next.at(0)->wentOn.load(), 1);
        gate.end(0);
        QCOMPARE(gate.next.count(), 2);
        QVERIFY(!second.ended());
    }

    /// One request tries an endpoint that is down, after longer and longer pauses.
    void anEndpointThatIsDown()
    {
        DeadEndpoint dead;
        Gate &gate = dead.gate;
        QCOMPARE(gate.next.count(), 5);
        QCOMPARE(dead.first.lines(), (QStringList{u"queued"_s, u"queued outage 1000"_s}));
        QCOMPARE(dead.second.lines(), (QStringList{u"queued"_s, u"queued outage 1000"_s}));
        gate.limiter.setSettings({.httpSlots = 10});
        gate.clock.advance(1s);
        QCOMPARE(gate.next.count(), 6); // one
        gate.next.at(5)->sink(retryingIn(100ms, ErrorKind::ServerFault, 500));
        gate.clock.advance(1'999ms);
        QCOMPARE(gate.next.at(5)->wentOn.load(), 0);
        gate.clock.advance(1ms);
        QCOMPARE(gate.next.at(5)->wentOn.load(), 1);
        QCOMPARE(gate.next.count(), 6);
        gate.next.at(5)->sink(Event::TextDelta{u"here"_s});
        QCOMPARE(gate.next.count(), 7); // at once, not at its end
        gate.end(6);
        QVERIFY(dead.second.ended() && !dead.first.ended());
        gate.end(5);
        QCOMPARE(dead.first.lines().constLast(), u"finished stop"_s);
    }

    void aProbeThatIsStopped()
    {
        DeadEndpoint dead;
        dead.gate.clock.advance(1s);
        QCOMPARE(dead.gate.next.count(), 6);
        dead.first.job->reset();
        QCoreApplication::processEvents();
        QCOMPARE(dead.gate.next.count(), 7); // the next one tries
    }

    /// What waits does not wait for ever: the second one tries it at 3, 7, 15 and 31 s, and would again at 61 s.
    void anEndpointThatStaysDown()
    {
        DeadEndpoint dead;
        Gate &gate = dead.gate;
        gate.clock.advance(1s);
        gate.next.at(5)->sink(failed(ErrorKind::Network)); // had no more retries
        QVERIFY(dead.first.ended());
        gate.clock.advance(2s);
        QCOMPARE(gate.next.count(), 7);
        int tries = 0;
        for (int second = 3; second < 60; ++second) {
            QVERIFY(!dead.second.ended());
            if (tries <= gate.next.at(6)->wentOn.load()) {
                ++tries;
                gate.next.at(6)->sink(retryingIn(0s, ErrorKind::Network));
            }
            gate.clock.advance(1s);
        }
        QCOMPARE(tries, 4);
        QVERIFY(dead.second.ended());
        QCOMPARE(dead.second.error().kind, ErrorKind::Network);
        QVERIFY(dead.second.error().detail.contains(u"not sent"_s));
        const Client late = gate.start(requestTo(u"a"_s));
        QVERIFY(late.ended());
        gate.clock.advance(1s);
        const Client later = gate.start(requestTo(u"a"_s)); // tries it
        QCOMPARE(gate.next.count(), 8);
    }

    /// Many that end from inside their start are not called one inside the other.
    void refusedFromInsideTheStart()
    {
        FakeClock clock;
        RefusingStage next;
        Limiter limiter(next, clock, {.httpSlots = 1});
        std::vector<Client> clients(100'000);
        for (Client &client : clients)
            client.startIn(limiter, requestTo(u"a"_s));
        QCOMPARE(clients.back().lines(), QStringList{u"queued"_s});
        next.taken(Event::Finished{});
        QCOMPARE(clients.front().lines(), QStringList{u"finished stop"_s});
        for (std::size_t i = 1; i < clients.size(); ++i)
            QCOMPARE(clients[i].lines(), (QStringList{u"queued"_s, u"failed usage: x"_s}));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::LimiterTest)
#include "tst_limiter.moc"
