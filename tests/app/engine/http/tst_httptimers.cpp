// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/httpjob.h"

#include "app/engine/http/modellisting.h"
#include "tests/app/engine/http/httpfixture.h"
#include "tests/support/fakeclock.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace HttpTesting;

namespace {

/// The remote engine on a clock that only the test moves: however slow the machine is, no time passes by itself.
struct SlowHouse : HouseOn<FakeClock> {
    /// Some time passes; for what is awaited, as nobody outside sees when a job begins to wait for something. True.
    bool pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        return true;
    }
};

} // namespace

class HttpTimersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deadlines_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<QString>("before"); // text that came before
        QTest::addColumn<QStringList>("expected");
        const QByteArray text = chatPieces({u"half"_s}).constFirst();
        const QByteArray usage = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}\n\n";
        const QString late = u"not finished within 100 s, the limit for a whole request"_s;
        QTest::newRow("no answer") << ScriptedAnswer::silence() << QString() << QStringList{u"failed timeout: "_s + late};
        QTest::newRow("comments") << ScriptedAnswer::stream({": hi\n\n"}, Ending::Hang) << QString()
                                  << QStringList{u"failed timeout: "_s + late};
        QTest::newRow("half an answer") << ScriptedAnswer::stream({text}, Ending::Hang) << u"half"_s
                                        << QStringList{u"started scripted-1"_s, u"text half"_s, u"failed interrupted: "_s + late};
        QTest::newRow("what was told of the usage is kept")
            << ScriptedAnswer::stream({text + usage}, Ending::Hang) << u"half"_s
            << QStringList{u"started scripted-1"_s, u"text half"_s, u"usage in=5 out=2 estimate"_s,
                           u"failed interrupted: "_s + late};
    }

    void deadlines()
    {
        QFETCH(ScriptedAnswer, answer);
        QFETCH(QString, before);
        QFETCH(QStringList, expected);
        SlowHouse house;
        house.server.handler = [&answer](const ScriptedRequest &) { return answer; };
        GenerationRequest request = house.request();
        request.timeouts = {0ms, 0ms, 0ms, 100s};
        const Client client = house.start(request);
        QTRY_COMPARE(house.requests(), 1);
        QTRY_COMPARE(client.text(), before);
        house.pass(99'999ms);
        QVERIFY(!client.ended());
        house.pass(1ms);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), expected);
        QCOMPARE(house.requests(), 1);
    }

    void aWaitBeyondTheDeadline()
    {
        SlowHouse house;
        house.server.enqueue(ScriptedAnswer::whole(429, R"({"error":"slow down"})", {"Retry-After: 300"}));
        GenerationRequest request = house.request();
        request.timeouts = {0ms, 0ms, 0ms, 100s};
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), QStringList{u"failed rate-limited 429 after=300000: slow down"_s});
    }

    void retryAfterIsWaitedFor()
    {
        SlowHouse house;
        house.server.enqueue(ScriptedAnswer::whole(429, R"({"error":"slow down"})", {"Retry-After: 300"}));
        house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
        GenerationRequest request = house.request();
        request.timeouts = {0ms, 0ms, 0ms};
        const Client client = house.start(request);
        QTRY_VERIFY(client.lines().join(u' ').contains(u"retrying 1"_s));
        house.pass(299'999ms);
        QCOMPARE(house.requests(), 1);
        house.pass(1ms);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines().mid(1), goodLines);
        QCOMPARE(std::get<Event::Finished>(client.heard->back()).timings.queued, 300s);
    }

    void timeLimits_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<int>("firstByte"); // seconds; 0 = no limit
        QTest::addColumn<QStringList>("expected");
        const QByteArray text = chatPieces({u"half"_s}).constFirst();
        const QStringList first{u"failed timeout: no answer within 30 s"_s};
        const QStringList next{u"failed timeout: no byte more for 40 s"_s};
        QTest::newRow("no answer") << ScriptedAnswer::silence() << 30 << first;
        QTest::newRow("head only") << ScriptedAnswer::stream({}, Ending::Hang) << 30 << first;
        QTest::newRow("comment only") << ScriptedAnswer::stream({": hi\n\n"}, Ending::Hang) << 30 << first;
        QTest::newRow("blank lines only") << ScriptedAnswer::stream({"\n\n"}, Ending::Hang) << 30 << first;
        QTest::newRow("half an event") << ScriptedAnswer::stream({"data: {"}, Ending::Hang) << 0 << next;
        QTest::newRow("after some text") << ScriptedAnswer::stream({text}, Ending::Hang) << 0
                                         << QStringList{u"started scripted-1"_s, u"text half"_s,
                                                        u"failed interrupted: no byte more for 40 s"_s};
    }

    void timeLimits()
    {
        QFETCH(ScriptedAnswer, answer);
        QFETCH(int, firstByte);
        QFETCH(QStringList, expected);
        SlowHouse house;
        house.server.enqueue(answer);
        GenerationRequest request = house.request(0);
        request.timeouts = {0ms, std::chrono::seconds(firstByte), 40s, 0ms};
        const Client client = house.start(request);
        QTRY_VERIFY(house.pass(1s) && client.ended());
        QCOMPARE(client.lines(), expected);
        QTRY_COMPARE(house.server.open(), 0);
    }

    /// An error's body that does not end.
    void endlessRefusal()
    {
        SlowHouse house;
        house.server.enqueue(ScriptedAnswer::raw("HTTP/1.1 500 X\r\nContent-Type: text/plain\r\n\r\nno", Ending::Hang));
        GenerationRequest request = house.request(0);
        request.timeouts = {0ms, 0ms, 0ms, 0ms};
        const Client client = house.start(request);
        QTRY_VERIFY(house.pass(1s) && client.ended());
        QCOMPARE(client.lines(), QStringList{u"failed server-fault 500: HTTP 500: no"_s});
        QTRY_COMPARE(house.server.open(), 0);
    }

    /// A finished answer whose connection does not come to rest.
    void theRestOfAnAnswer()
    {
        SlowHouse house;
        QByteArray all = chatPieces({u"Hel"_s, u"lo"_s}).join();
        house.server.enqueue(ScriptedAnswer::stream({all}, Ending::Hang));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), goodLines);
        QCOMPARE(house.server.open(), 1);
        QTRY_VERIFY(house.pass(1s) && house.server.open() == 0);
    }

    void aListOfModelsThatDoesNotCome()
    {
        SlowHouse house;
        house.server.enqueue(ScriptedAnswer::silence());
        ModelListing listing(house.clock);
        std::optional<Result<QStringList>> names;
        QObject guard;
        listing.ask(house.request().endpoint, {}, &guard, [&names](const Result<QStringList> &told) { names = told; });
        QTRY_VERIFY(house.pass(1s) && names);
        QVERIFY(!*names);
        QCOMPARE(names->error().kind, ErrorKind::Timeout);
        QCOMPARE(names->error().detail, u"no answer within 20 s"_s);
    }

    void noConnection()
    {
        // A listener whose queue is full leaves further connections without an answer.
        QTcpServer full;
        full.setListenBacklogSize(1);
        QVERIFY(full.listen(QHostAddress::LocalHost));
        full.pauseAccepting();
        std::vector<std::unique_ptr<QTcpSocket>> waiting;
        bool isFull = false;
        while (!isFull && waiting.size() < 100) {
            waiting.push_back(std::make_unique<QTcpSocket>());
            waiting.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), full.serverPort());
            isFull = !waiting.back()->waitForConnected(100);
        }
        if (!isFull)
            QSKIP("NOT TESTED: this system takes connections beyond the backlog");
        SlowHouse house;
        GenerationRequest request = house.request(0);
        request.endpoint.baseUrl.setPort(full.serverPort());
        request.timeouts = {.connect = 10s, .firstByte = 0ms, .idle = 0ms};
        const Client client = house.start(request);
        QTRY_VERIFY(house.pass(1s) && client.ended());
        QCOMPARE(client.lines(), QStringList{u"failed timeout: no connection within 10 s"_s});
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::HttpTimersTest)
#include "tst_httptimers.moc"
