// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/httpbackend.h"

#include "tests/app/engine/http/httpfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace HttpTesting;

class HttpBackendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodAnswer()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), goodLines);
        const ScriptedRequest &seen = house.server.requests().front();
        QCOMPARE(seen.method, "POST"_ba);
        QCOMPARE(seen.path, "/v1/chat/completions"_ba);
        QCOMPARE(seen.headers.value("content-type"), "application/json"_ba);
        QVERIFY(!seen.headers.contains("authorization"));
        QVERIFY(!seen.headers.contains("cookie"));
        const auto &finished = std::get<Event::Finished>(client.heard->back());
        QVERIFY(finished.timings.queued && finished.timings.firstToken && finished.timings.total);
        QVERIFY(*finished.timings.firstToken <= *finished.timings.total);
        QVERIFY(finished.timings.bytes > 0);
    }

    void cutAnywhere_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 3, 7, 64})
            QTest::addRow("%d bytes", size) << size;
    }

    void cutAnywhere()
    {
        QFETCH(int, size);
        const QByteArray all = chatPieces({u"Grüße, "_s, u"你好 😀"_s}).join();
        QList<QByteArray> pieces;
        for (qsizetype at = 0; at < all.size(); at += size)
            pieces += all.sliced(at, std::min<qsizetype>(size, all.size() - at));
        House house;
        house.server.enqueue(ScriptedAnswer::stream(pieces));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.text(), u"Grüße, 你好 😀"_s);
        QCOMPARE(client.lines().constLast(), u"finished stop in=5 out=2"_s);
    }

    void firstTextComesBeforeTheRestIsSent()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::chat({u"a"_s, u"b"_s}).stepwise());
        const Client client = house.start(house.request());
        QTRY_COMPARE(house.requests(), 1);
        house.server.step(); // head
        house.server.step(); // "a"
        QTRY_COMPARE(client.text(), u"a"_s);
        QVERIFY(!client.ended());
        for (int i = 0; i < 5; ++i)
            house.server.step();
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.text(), u"ab"_s);
    }

    void emptyStreams_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("comments") << ": wait\n\n: wait\n\n"_ba;
        QTest::newRow("half an event") << "data: {\"id\":\"x\",\"cho"_ba;
        QTest::newRow("half a line") << "dat"_ba;
        QTest::newRow("the name of an event") << "event: message\n"_ba;
    }

    /// A gateway gave up: as good as a connection that broke.
    void emptyStreams()
    {
        QFETCH(QByteArray, body);
        House house;
        house.server.enqueue(
            ScriptedAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + body));
        house.server.enqueue(ScriptedAnswer::stream({body}));
        house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
        const Client client = house.start(house.request());
        QTRY_VERIFY(client.ended());
        const QString closed = u" network: the server closed the connection before it told anything"_s;
        QCOMPARE(client.lines(), (QStringList{u"retrying 1"_s + closed, u"retrying 2"_s + closed} + goodLines));
        QCOMPARE(house.requests(), 3);
    }

    void answersOfOtherKinds_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<QStringList>("expected");
        const QByteArray json =
            R"({"model":"scripted-1","choices":[{"index":0,"message":{"content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":2}})";
        const auto row = [](const char *name, const ScriptedAnswer &answer, const QStringList &expected) {
            QTest::newRow(name) << answer << expected;
        };
        row("JSON", ScriptedAnswer::whole(200, json), goodLines);
        row("JSON called text", ScriptedAnswer::whole(200, json, {"Content-Type: text/plain"}), goodLines);
        row("stream called text",
            ScriptedAnswer::whole(200, chatPieces({u"Hel"_s, u"lo"_s}).join(), {"Content-Type: text/plain"}), goodLines);
        row("stream without a type", ScriptedAnswer::whole(200, chatPieces({u"Hel"_s, u"lo"_s}).join(), {}), goodLines);
        row("until the connection ends",
            ScriptedAnswer::raw("HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                                + chatPieces({u"Hel"_s, u"lo"_s}).join()),
            goodLines);
        row("web page", ScriptedAnswer::whole(200, "<!DOCTYPE html><title>Hi</title>", {"Content-Type: text/html"}),
            {u"failed wrong-address: a web page came instead of an API's answer"_s});
        row("nothing", ScriptedAnswer::whole(200, ""), {u"failed protocol: the answer holds no event of a chat completion"_s});
        row("plain text", ScriptedAnswer::whole(200, "Welcome!", {"Content-Type: text/plain"}),
            {u"failed protocol: the answer holds no event of a chat completion: Welcome!"_s});
        row("other JSON", ScriptedAnswer::whole(200, R"({"status":"ok"})"),
            {u"failed protocol: the answer is JSON, but no chat completion: {\"status\":\"ok\"}"_s});
        row("half JSON", ScriptedAnswer::whole(200, R"({"choices")"),
            {u"failed protocol: the answer is not JSON: {\"choices\""_s});
        row("redirect", ScriptedAnswer::whole(307, "", {"Location: http://127.0.0.1:1/elsewhere"}),
            {u"failed wrong-address 307: HTTP 307: the address redirects to http://127.0.0.1:1/elsewhere"_s});
    }

    void answersOfOtherKinds()
    {
        QFETCH(ScriptedAnswer, answer);
        QFETCH(QStringList, expected);
        House house;
        house.server.enqueue(answer);
        const Client client = house.start(house.request(0));
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), expected);
        QCOMPARE(house.requests(), 1);
    }

    void notHttpAtAll()
    {
        House house;
        house.server.handler = [](const ScriptedRequest &) { return ScriptedAnswer::raw("\x16\x03\x01 garbage\r\n\r\n"); };
        const Client client = house.start(house.request(0));
        QTRY_VERIFY(client.ended());
        QVERIFY2(client.error().kind == ErrorKind::WrongAddress || client.error().kind == ErrorKind::Network,
                 qUtf8Printable(client.lines().constLast()));
        QVERIFY(client.text().isEmpty());
    }

    void cancelKeepsTheTextAndClosesTheConnection()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::stream({chatPieces({u"half"_s}).constFirst()}, Ending::Hang));
        const Client client = house.start(house.request());
        QTRY_COMPARE(client.text(), u"half"_s);
        QCOMPARE(house.server.open(), 1);
        client.generation->cancel();
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines().constLast(), u"finished cancelled estimate"_s);
        QTRY_COMPARE(house.server.open(), 0);
    }

    void destroyedClosesTheConnection()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::silence());
        Client client = house.start(house.request());
        QTRY_COMPARE(house.requests(), 1);
        client.generation.reset();
        QTRY_COMPARE(house.server.open(), 0);
        QVERIFY(!client.ended());
    }

    void connectionsAreUsedAgain()
    {
        House house;
        for (int i = 0; i < 20; ++i) {
            house.server.enqueue(ScriptedAnswer::chat({u"x"_s}));
            const Client client = house.start(house.request());
            QTRY_VERIFY(client.ended());
        }
        QCOMPARE(house.requests(), 20);
        QVERIFY2(house.server.connections() <= 2, qPrintable(QString::number(house.server.connections())));
    }

    void moreThanSixAtOnce()
    {
        House house({.httpSlots = 40});
        house.server.handler = [](const ScriptedRequest &) { return ScriptedAnswer::chat({u"x"_s}).stepwise(); };
        std::vector<Client> clients;
        for (int i = 0; i < 50; ++i)
            clients.push_back(house.start(house.request()));
        QTRY_COMPARE(house.requests(), 40); // none was answered yet, none waits inside Qt
        const auto allEnded = [&] { return std::ranges::all_of(clients, &Client::ended); };
        QTRY_VERIFY((house.server.step(), allEnded()));
        QCOMPARE(house.requests(), 50);
    }

    void unusableAddresses()
    {
        House house;
        GenerationRequest request = house.request();
        request.endpoint.baseUrl = QUrl(u"file:///etc/passwd"_s);
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.error().kind, ErrorKind::Usage);
    }

    void remoteEndpointsDoNotCount()
    {
        House house;
        QObject guard;
        std::optional<Result<TokenCount>> counted;
        house.engine.countTokens(house.request().endpoint, {}, PromptForm::Chat, &guard,
                                 [&](const Result<TokenCount> &count) { counted = count; });
        QTRY_VERIFY(counted.has_value());
        QVERIFY(!counted->has_value());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::HttpBackendTest)
#include "tst_httpbackend.moc"
