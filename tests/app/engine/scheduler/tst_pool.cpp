// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/pool.h"

#include "app/engine/scheduler/attempts.h"
#include "app/engine/scheduler/limiter.h"
#include "tests/app/engine/scheduler/stagefixture.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace StageTesting;

namespace {

const QUrl poolAddress(u"http://10.0.0.9/v1"_s);
const QUrl firstServer(u"http://10.0.0.1/v1"_s);
const QUrl secondServer(u"http://10.0.0.2/v1"_s);

EngineSettings poolSettings(const QList<QUrl> &members)
{
    EndpointOptions options;
    options.members = members;
    EngineSettings settings;
    settings.endpoints.insert(poolAddress, options);
    return settings;
}

/// The limiter over the attempts over a pool over a backend that the test drives.
struct PoolBench {
    explicit PoolBench(const QList<QUrl> &members = {firstServer, secondServer}) : settings(poolSettings(members)) { }

    [[nodiscard]] static GenerationRequest request()
    {
        GenerationRequest request = requestTo(u"a"_s);
        request.endpoint.baseUrl = poolAddress;
        request.retry = {.maxRetries = 3, .base = 10s, .cap = 60s};
        return request;
    }
    Client start(const GenerationRequest &wanted = request())
    {
        Client client;
        client.startIn(limiter, wanted);
        return client;
    }
    /// Where an attempt went.
    [[nodiscard]] QUrl at(int job) const { return backend.at(job)->request.endpoint.baseUrl; }
    void tell(int job, GenerationEvent event)
    {
        backend.at(job)->sink(std::move(event));
        settle();
    }
    /// All that is posted, and retries that wait for nothing.
    void settle()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        clock.advance(0ms);
    }

    FakeClock clock;
    FakeBackend backend;
    EngineSettings settings;
    Pool pool{backend, clock, settings};
    Attempts attempts{pool, clock, settings, [] { return 0.5; }};
    Limiter limiter{attempts, clock, settings}; ///< Which begins what the attempts announce.
};

Event::Failed refusal(int status)
{
    Event::Failed event = failed(status >= 500 ? ErrorKind::ServerFault : ErrorKind::BadRequest);
    event.error.httpStatus = status;
    return event;
}

} // namespace

class PoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreSpread()
    {
        PoolBench bench;
        const Client one = bench.start();
        const Client two = bench.start();
        QCOMPARE(bench.at(0), firstServer);
        QCOMPARE(bench.at(1), secondServer);
        bench.tell(1, Event::Finished{});
        QCOMPARE(two.finished().notes, (Notes{{NoteKind::ServerOfPool, secondServer.toString()}}));
        const Client three = bench.start();
        QCOMPARE(bench.at(2), secondServer); // the first one is busy
        QVERIFY(!one.ended() && !three.ended());
    }

    /// What the file says is a pool by itself.
    void aRequestMayBringItsServers()
    {
        PoolBench bench({});
        GenerationRequest request = PoolBench::request();
        request.endpoint.members = {secondServer, firstServer};
        const Client one = bench.start(request);
        QCOMPARE(bench.at(0), secondServer);
        QVERIFY(bench.backend.at(0)->request.endpoint.members.isEmpty());
        const Client two = bench.start(request);
        QCOMPARE(bench.at(1), firstServer);
        bench.tell(0, Event::Finished{});
        QVERIFY(one.ended() && !two.ended());
    }

    void whatIsNoPoolPasses()
    {
        PoolBench bench;
        GenerationRequest remote = PoolBench::request();
        remote.endpoint.baseUrl = QUrl(u"http://10.0.0.8/v1"_s);
        GenerationRequest local = PoolBench::request();
        local.endpoint.kind = EndpointKind::Local;
        const Client one = bench.start(remote);
        const Client two = bench.start(local);
        QCOMPARE(bench.at(0), remote.endpoint.baseUrl);
        QCOMPARE(bench.at(1), poolAddress);
        bench.tell(0, Event::Finished{});
        bench.tell(1, Event::Finished{});
        QVERIFY(one.finished().notes.isEmpty() && two.finished().notes.isEmpty());
    }

    void aSlashAtTheEndIsNoOtherAddress()
    {
        PoolBench bench;
        GenerationRequest request = PoolBench::request();
        request.endpoint.baseUrl = QUrl(poolAddress.toString() + u'/');
        const Client client = bench.start(request);
        QCOMPARE(bench.at(0), firstServer);
        QVERIFY(!client.ended());
    }

    void newSettingsCount()
    {
        PoolBench bench;
        bench.pool.setSettings(poolSettings({secondServer}));
        const Client client = bench.start();
        QCOMPARE(bench.at(0), secondServer);
        QVERIFY(!client.ended());
    }

    void deaths_data()
    {
        QTest::addColumn<Event::Failed>("death");
        QTest::newRow("refused or reset") << failed(ErrorKind::Network);
        QTest::newRow("silent") << failed(ErrorKind::Timeout);
        QTest::newRow("500") << refusal(500);
        QTest::newRow("503") << refusal(503);
        Event::Failed unknownName = failed(ErrorKind::Network);
        unknownName.error.shouldRetry = false; // there: the other's name may be known
        QTest::newRow("unknown name") << unknownName;
        Event::Failed later = refusal(503);
        later.error.retryAfter = 30s; // there, not elsewhere
        QTest::newRow("asks to wait") << later;
    }

    void deaths()
    {
        QFETCH(Event::Failed, death);
        PoolBench bench;
        const Client client = bench.start();
        bench.tell(0, death);
        QCOMPARE(bench.backend.count(), 2); // at once, on a clock that stands still
        QCOMPARE(bench.at(1), secondServer);
        const auto &retrying = std::get<Event::Retrying>(client.heard->front());
        QCOMPARE(retrying.wait, 0ms);
        QVERIFY(retrying.cause.elsewhere);
        const Client next = bench.start();
        QCOMPARE(bench.at(2), secondServer); // the dead one is left out
        bench.tell(1, Event::TextDelta{u"good"_s});
        bench.tell(1, Event::Finished{});
        QVERIFY(client.ended() && !next.ended());
        QCOMPARE(client.finished().notes.value(0).detail, secondServer.toString());
    }

    /// Another server would say the same.
    void refusalsAreNoDeaths()
    {
        PoolBench bench;
        const Client client = bench.start();
        bench.tell(0, refusal(400));
        QVERIFY(client.ended());
        QVERIFY(!client.error().elsewhere);
        const Client next = bench.start();
        const Client after = bench.start();
        QCOMPARE(bench.at(1), secondServer);
        QCOMPARE(bench.at(2), firstServer);
        QVERIFY(!next.ended() && !after.ended());
    }

    void aServerThatForbidsItIsObeyed()
    {
        PoolBench bench;
        Event::Failed never = refusal(500);
        never.error.shouldRetry = false;
        const Client client = bench.start();
        bench.tell(0, never);
        QVERIFY(client.ended());
        QCOMPARE(bench.backend.count(), 1);
    }

    void itComesBack()
    {
        PoolBench bench;
        const Client first = bench.start();
        bench.tell(0, failed(ErrorKind::Network));
        bench.tell(1, Event::Finished{});
        bench.clock.advance(PoolHealth::FirstPause);
        const Client probe = bench.start();
        const Client beside = bench.start();
        QCOMPARE(bench.at(2), firstServer); // one is let through
        QCOMPARE(bench.at(3), secondServer);
        bench.tell(2, Event::TextDelta{u"good"_s}); // which says that it is back
        const Client next = bench.start();
        const Client after = bench.start();
        QCOMPARE(bench.at(4), firstServer);
        QCOMPARE(bench.at(5), secondServer);
        QVERIFY(first.ended() && !probe.ended() && !beside.ended() && !next.ended() && !after.ended());
    }

    /// A probe that fails costs its request nothing but the way.
    void aProbeThatFailsMovesOn()
    {
        PoolBench bench;
        const Client first = bench.start();
        bench.tell(0, failed(ErrorKind::Network));
        bench.clock.advance(PoolHealth::FirstPause);
        const Client probe = bench.start();
        QCOMPARE(bench.at(2), firstServer);
        bench.tell(2, failed(ErrorKind::Network));
        QCOMPARE(bench.at(3), secondServer);
        bench.clock.advance(PoolHealth::FirstPause); // not yet: the pause has grown
        const Client next = bench.start();
        QCOMPARE(bench.at(4), secondServer);
        QVERIFY(!first.ended() && !probe.ended() && !next.ended());
    }

    /// Where nobody is left, it is as with one server: the usual retries with their waits.
    void withoutAnotherTheRetryWaits()
    {
        PoolBench bench;
        const Client client = bench.start();
        bench.tell(0, failed(ErrorKind::Network));
        bench.tell(1, failed(ErrorKind::Network));
        QCOMPARE(bench.backend.count(), 2);
        const auto &second = std::get<Event::Retrying>(client.heard->back());
        QVERIFY(!second.cause.elsewhere);
        QCOMPARE(second.wait, 10s);
        bench.clock.advance(10s);
        QCOMPARE(bench.backend.count(), 3);
    }

    /// After the first text nothing is paid twice: what came is kept, as it is.
    void afterTheFirstTextNothingMovesThatIsPaid()
    {
        const QUrl hosted(u"https://llm.example/v1"_s);
        PoolBench bench({hosted, firstServer});
        GenerationRequest request = PoolBench::request();
        request.retry.startsOver = true;
        const Client client = bench.start(request);
        QCOMPARE(bench.at(0), hosted);
        bench.tell(0, Event::TextDelta{u"half"_s});
        bench.tell(0, failed(ErrorKind::Network));
        QVERIFY(client.ended());
        QCOMPARE(client.error().kind, ErrorKind::Interrupted);
        QVERIFY(!client.error().elsewhere);
        QCOMPARE(bench.backend.count(), 1);
    }

    void ownServersStartOver_data()
    {
        QTest::addColumn<bool>("startsOver");
        QTest::newRow("where the request lets them") << true;
        QTest::newRow("not where the text was given away") << false;
    }

    void ownServersStartOver()
    {
        QFETCH(bool, startsOver);
        PoolBench bench;
        GenerationRequest request = PoolBench::request();
        request.retry.startsOver = startsOver;
        const Client client = bench.start(request);
        bench.tell(0, Event::TextDelta{u"half"_s});
        bench.tell(0, failed(ErrorKind::Network));
        if (!startsOver) {
            QCOMPARE(client.lines(), (QStringList{u"text half"_s, u"failed interrupted: x"_s}));
            return;
        }
        QCOMPARE(bench.at(1), secondServer);
        bench.tell(1, Event::TextDelta{u"whole"_s});
        bench.tell(1, Event::Finished{});
        QCOMPARE(client.lines(), (QStringList{u"text half"_s, u"retrying 1 network: x"_s, u"text whole"_s, u"finished stop"_s}));
    }

    void stoppedSaysNothingOfTheServer()
    {
        PoolBench bench;
        Client client = bench.start();
        client.stop.request_stop();
        Event::Finished cancelled;
        cancelled.reason = FinishReason::Cancelled;
        bench.tell(0, cancelled);
        QCOMPARE(client.lines(), QStringList{u"finished cancelled"_s});
        QVERIFY(client.finished().notes.isEmpty());
    }

    /// A destroyed request is no longer outstanding.
    void destroyedMakesRoom()
    {
        PoolBench bench;
        Client one = bench.start();
        const Client two = bench.start();
        one.job->reset();
        QVERIFY(bench.backend.at(0)->destroyed);
        bench.backend.at(0)->sink(Event::Finished{}); // too late
        bench.settle();
        QVERIFY(one.heard->empty());
        const Client three = bench.start();
        QCOMPARE(bench.at(2), firstServer);
        QVERIFY(!two.ended() && !three.ended());
    }

    void aBackendOfAnotherThread()
    {
        PoolBench bench;
        const Client client = bench.start();
        std::thread([job = bench.backend.at(0)] {
            job->sink(Event::TextDelta{u"good"_s});
            job->sink(Event::Finished{});
        }).join();
        QCOMPARE(client.lines(), QStringList{u"text good"_s});
        bench.settle();
        QCOMPARE(client.lines(), (QStringList{u"text good"_s, u"finished stop"_s}));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::PoolTest)
#include "tst_pool.moc"
