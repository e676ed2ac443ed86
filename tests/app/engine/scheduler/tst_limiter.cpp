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
    Client start(const GenerationRequest &request)
    {
        Client client;
        client.startIn(limiter, request);
        return client;
    }
    void end(int job) { next.at(job)->sink(Event::Finished{}); }

    FakeClock clock;
    FakeBackend next;
    Limiter limiter{next, clock, {.httpSlots = 1, .localSlots = 2}};
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
