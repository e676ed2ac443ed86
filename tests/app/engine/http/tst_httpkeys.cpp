// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys go where they may, and nowhere else.

#include "app/engine/http/httpbackend.h"

#include "tests/app/engine/http/httpfixture.h"

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace HttpTesting;

class HttpKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingKeysAreNamed()
    {
        House house;
        GenerationRequest request = house.request();
        request.endpoint.keyName = u"SCRIPTED_API_KEY"_s;
        request.endpoint.baseUrl = QUrl(u"https://llm.invalid/v1"_s);
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.error().kind, ErrorKind::Auth);
        QVERIFY(client.error().detail.contains(u"SCRIPTED_API_KEY"_s));
    }

    void aServerOnThisMachineNeedsNone()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::chat({u"Hi"_s}));
        GenerationRequest request = house.request();
        request.endpoint.keyName = u"SCRIPTED_API_KEY"_s;
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.text(), u"Hi"_s);
        QVERIFY(!house.server.requests().front().headers.contains("authorization"));
    }

    void keysStayOutOfErrorsAndLogs()
    {
        const LogKeeper log;
        const QByteArray key = "sk-fake-4711-abcdef";
        House house;
        KeyRing keys;
        keys.insert(u"SCRIPTED_API_KEY"_s, Secret(key));
        house.engine.setKeys(keys);
        const auto echo = [](const ScriptedRequest &request) {
            return ScriptedAnswer::whole(500,
                                         "{\"error\":{\"message\":\"you sent " + request.headers.value("authorization") + "\"}}");
        };
        house.server.handler = echo;
        GenerationRequest request = house.request(1);
        request.endpoint.keyName = u"SCRIPTED_API_KEY"_s;
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(house.server.requests().front().headers.value("authorization"), "Bearer " + key);
        QCOMPARE(client.error().detail, u"you sent Bearer [redacted]"_s);
        QVERIFY(!client.lines().join(u'\n').contains(QString::fromLatin1(key)));
        QVERIFY(!errorSentence(client.error()).contains(QString::fromLatin1(key)));

        house.server.enqueue(ScriptedAnswer::chat({u"x"_s}));
        const Client good = house.start(request);
        QTRY_VERIFY(good.ended());
        QVERIFY(LogKeeper::text().contains(u"tempera.http"_s)); // it did log
        QVERIFY(!LogKeeper::text().contains(QString::fromLatin1(key)));
        QVERIFY(!LogKeeper::text().contains(u"Bearer"_s));
        QVERIFY(!LogKeeper::text().contains(u"hello"_s)); // nor is the prompt there
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::HttpKeysTest)
#include "tst_httpkeys.moc"
