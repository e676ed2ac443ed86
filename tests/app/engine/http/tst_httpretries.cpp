// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What fails, and what is tried again.

#include "app/engine/http/httpbackend.h"

#include "tests/app/engine/http/httpfixture.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace HttpTesting;

class HttpRetriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedConnection()
    {
        House house;
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        GenerationRequest request = house.request(1);
        request.endpoint.baseUrl.setPort(closed.serverPort());
        closed.close();
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), (QStringList{u"retrying 1 network: the connection was refused"_s,
                                              u"failed network: the connection was refused"_s}));
        QCOMPARE(client.error().place, request.endpoint.baseUrl.toString());
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("failed");
        QTest::newRow("401") << 401 << R"({"error":{"message":"bad key"}})"_ba << u"auth 401: bad key"_s;
        QTest::newRow("404") << 404 << R"({"error":{"message":"model x not found"}})"_ba
                             << u"model-missing 404: model x not found"_s;
        QTest::newRow("quota") << 429 << R"({"error":{"message":"no money","code":"insufficient_quota"}})"_ba
                               << u"quota-exhausted 429: no money"_s;
        QTest::newRow("400") << 400 << R"({"error":{"message":"no","param":"top_k","code":"unknown_parameter"}})"_ba
                             << u"unsupported-parameter 400 parameter=top_k: no"_s;
    }

    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, failed);
        House house;
        house.server.enqueue(ScriptedAnswer::whole(status, body));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), QStringList{u"failed "_s + failed});
        QCOMPARE(client.error().place, house.server.baseUrl().toString());
        QCOMPARE(house.requests(), 1);
    }

    void retriesThatHelp_data()
    {
        QTest::addColumn<ScriptedAnswer>("first");
        QTest::addColumn<QString>("cause");
        const QList<QByteArray> wait{"Retry-After: 0.01"};
        const QList<QByteArray> waitMs{"Retry-After-Ms: 7", "Retry-After: 300"};
        const auto row = [](const char *name, const ScriptedAnswer &answer, const QString &cause) {
            QTest::newRow(name) << answer << cause;
        };
        row("429", ScriptedAnswer::whole(429, {}, wait), u"rate-limited 429 after=10: HTTP 429 without an explanation"_s);
        row("429 ms", ScriptedAnswer::whole(429, {}, waitMs), u"rate-limited 429 after=7: HTTP 429 without an explanation"_s);
        row("500", ScriptedAnswer::whole(500, R"({"error":"oh"})"), u"server-fault 500: oh"_s);
        row("503 page", ScriptedAnswer::whole(503, "<html>"),
            u"server-fault 503: HTTP 503 with a web page instead of an API's answer"_s);
        row("told to", ScriptedAnswer::whole(400, R"({"error":"again"})", {"x-should-retry: true"}), u"bad-request 400: again"_s);
        row("cut after the head", ScriptedAnswer::stream({}, Ending::Cut), u"network: the server closed the connection"_s);
        row("cut before text", ScriptedAnswer::stream({": wait\n\n"}, Ending::Cut),
            u"network: the server closed the connection"_s);
        row("error in the stream", ScriptedAnswer::stream({"data: {\"error\":{\"code\":503,\"message\":\"full\"}}\n\n"}),
            u"server-fault 503: full"_s);
    }

    void retriesThatHelp()
    {
        QFETCH(ScriptedAnswer, first);
        QFETCH(QString, cause);
        House house;
        house.server.enqueue(first);
        house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), QStringList{u"retrying 1 "_s + cause} + goodLines);
        QCOMPARE(house.requests(), 2);
    }

    /// What a response says of the key's limits holds for the next request.
    void limitsOfTheHead()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::whole(
            400, R"({"error":"no"})",
            {"x-ratelimit-limit-requests: 1", "x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: 6m0s"}));
        const Client first = house.start(house.request());
        QTRY_VERIFY(first.ended());
        QCOMPARE(first.lines(), QStringList{u"failed bad-request 400: no"_s});
        const Client second = house.start(house.request());
        QTRY_COMPARE(second.heard->size(), 1U);
        QVERIFY2(second.lines().constFirst().startsWith(u"queued rate-limit"_s), qPrintable(second.lines().constFirst()));
        QCOMPARE(house.requests(), 1);
    }

    void toldNotTo()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::whole(503, R"({"error":"no"})", {"x-should-retry: false"}));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), QStringList{u"failed server-fault 503: no"_s});
        QCOMPARE(house.requests(), 1);
    }

    void retriesThatDoNotHelp()
    {
        House house;
        house.server.handler = [](const ScriptedRequest &) { return ScriptedAnswer::whole(529, R"({"error":"busy"})"); };
        const Client client = house.start(house.request(2));
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines().constLast(), u"failed server-fault 529: busy"_s);
        QCOMPARE(house.requests(), 3);
    }

    void cutBeforeAnyByte()
    {
        House house;
        house.server.handler = [](const ScriptedRequest &) { return ScriptedAnswer::raw({}, Ending::Cut); };
        const Client client = house.start(house.request(0));
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.error().kind, ErrorKind::Network);
    }

    /// Each request that arrives is one that is told: what was read may have been carried out, and paid.
    void nothingIsSentTwiceUntold_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<bool>("onKeptConnection");
        QTest::newRow("closed") << Ending::Close << false;
        QTest::newRow("cut") << Ending::Cut << false;
        QTest::newRow("closed, on a connection that was kept") << Ending::Close << true;
        QTest::newRow("cut, on a connection that was kept") << Ending::Cut << true;
    }

    void nothingIsSentTwiceUntold()
    {
        QFETCH(Ending, ending);
        QFETCH(bool, onKeptConnection);
        House house;
        if (onKeptConnection) {
            house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
            const Client before = house.start(house.request());
            QTRY_VERIFY(before.ended());
            QTRY_COMPARE(house.server.open(), 1);
        }
        const int before = house.requests();
        house.server.handler = [ending](const ScriptedRequest &) { return ScriptedAnswer::raw({}, ending); };
        const Client client = house.start(house.request(3));
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines().filter(u"retrying"_s).size(), 3);
        QCOMPARE(client.error().kind, ErrorKind::Network);
        QCOMPARE(client.error().detail, u"the server closed the connection"_s);
        QCOMPARE(house.requests() - before, 4);
    }

    void aFaultThatPasses()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::raw({}, Ending::Close));
        house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), QStringList{u"retrying 1 network: the server closed the connection"_s} + goodLines);
        QCOMPARE(house.requests(), 2);
    }

    /// Nobody sends over a connection that has gone, so nothing is lost and nothing is to be told.
    void serversThatCloseBehindTheirAnswer_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<QStringList>("expected");
        const QByteArray json =
            R"({"model":"scripted-1","choices":[{"index":0,"message":{"content":"Hello"},"finish_reason":"stop"}],)"
            R"("usage":{"prompt_tokens":5,"completion_tokens":2}})";
        const QByteArray length = "Content-Length: " + QByteArray::number(json.size()) + "\r\n";
        ScriptedAnswer stream = ScriptedAnswer::chat({u"Hel"_s, u"lo"_s});
        stream.ending = Ending::Close;
        QTest::newRow("a length is told") << ScriptedAnswer::raw("HTTP/1.1 200 OK\r\n" + length + "\r\n" + json) << goodLines;
        QTest::newRow("no length") << ScriptedAnswer::raw("HTTP/1.1 200 OK\r\n\r\n" + json) << goodLines;
        QTest::newRow("a stream in chunks") << stream << goodLines;
        QTest::newRow("a stream without a length") << ScriptedAnswer::raw(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + chatPieces({u"Hel"_s, u"lo"_s}).join())
                                                   << goodLines;
        QTest::newRow("a refusal") << ScriptedAnswer::raw("HTTP/1.1 401 No\r\nContent-Length: 17\r\n\r\n{\"error\":\"words\"}")
                                   << QStringList{u"failed auth 401: words"_s};
    }

    void serversThatCloseBehindTheirAnswer()
    {
        QFETCH(ScriptedAnswer, answer);
        QFETCH(QStringList, expected);
        House house;
        house.server.handler = [&answer](const ScriptedRequest &) { return answer; };
        for (int i = 0; i < 100; ++i) {
            const Client client = house.start(house.request(0));
            QTRY_VERIFY(client.ended());
            QCOMPARE(client.lines(), expected);
            QCOMPARE(house.requests(), i + 1);
        }
    }

    void brokenAfterText_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<QString>("failed");
        const QByteArray text = chatPieces({u"half"_s}).constFirst();
        QTest::newRow("cut") << ScriptedAnswer::stream({text}, Ending::Cut) << u"the server closed the connection"_s;
        QTest::newRow("closed early") << ScriptedAnswer::stream({text}, Ending::Close)
                                      << u"the stream ended before the answer was complete"_s;
        QTest::newRow("garbage") << ScriptedAnswer::stream({text, "data: oops\n\n"}) << u"a piece of the stream is not JSON"_s;
        QTest::newRow("error") << ScriptedAnswer::stream({text, "data: {\"error\":\"gone\"}\n\n"}) << u"gone"_s;
    }

    void brokenAfterText()
    {
        QFETCH(ScriptedAnswer, answer);
        QFETCH(QString, failed);
        House house;
        house.server.enqueue(answer);
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), (QStringList{u"started scripted-1"_s, u"text half"_s, u"failed interrupted: "_s + failed}));
        QCOMPARE(house.requests(), 1);
        QTRY_COMPARE(house.server.open(), answer.ending == Ending::KeepAlive ? house.server.open() : 0);
    }

    void cancelWhileItWaitsForTheRetry()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::whole(429, "", {"Retry-After: 300"}));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.lines().join(u' ').contains(u"retrying 1"_s));
        client.generation->cancel();
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines().constLast(), u"finished cancelled"_s);
        QCOMPARE(house.requests(), 1);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::HttpRetriesTest)
#include "tst_httpretries.moc"
