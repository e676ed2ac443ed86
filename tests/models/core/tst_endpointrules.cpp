// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/endpointrules.h"

#include "models/core/endpointoptionsjson.h"
#include "models/core/serverreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

class EndpointRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proxies()
    {
        QCOMPARE(proxyFromText({}).value(), QUrl());
        QCOMPARE(proxyFromText(u" http://proxy.lan:3128/ "_s).value(), QUrl(u"http://proxy.lan:3128"_s));
        QCOMPARE(proxyFromText(u"socks5://127.0.0.1:1080"_s).value(), QUrl(u"socks5://127.0.0.1:1080"_s));
    }

    void whatIsNoProxy_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"proxy.lan:3128", "proxy.lan", "https://proxy.lan:443", "http://proxy.lan", "socks5://:1080",
                                 "http://proxy.lan:3128/path", "http://proxy.lan:3128?key=1", "ftp://proxy.lan:21"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatIsNoProxy()
    {
        QFETCH(QString, text);
        const Result<QUrl> proxy = proxyFromText(text);
        QVERIFY(!proxy);
        QCOMPARE(proxy.error().kind, ErrorKind::Usage);
        QVERIFY(proxy.error().detail.contains(u"socks5://host:port"_s));
    }

    void aProxyWithAPasswordIsRefused()
    {
        const Result<QUrl> proxy = proxyFromText(u"http://me:CANARY@proxy.lan:3128"_s);
        QVERIFY(!proxy);
        QVERIFY(proxy.error().detail.contains(u"password"_s));
        QVERIFY(!proxy.error().detail.contains(u"CANARY"_s));
    }

    void headers()
    {
        const QMap<QString, QString> expected{{u"HTTP-Referer"_s, u"https://tempera.example"_s}, {u"X-Team"_s, u"red: one"_s}};
        QCOMPARE(headersFromText(u"\n X-Team :red: one \n\nHTTP-Referer: https://tempera.example\n"_s).value(), expected);
        QCOMPARE(headersFromText(headersToText(expected)).value(), expected);
        QVERIFY(headersFromText({}).value().isEmpty());
    }

    void whatIsNoHeader_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const QString form = u"Name: value"_s;
        const QString secret = u"secret"_s;
        QTest::newRow("no colon") << u"X-Team"_s << form;
        QTest::newRow("no name") << u": red"_s << form;
        QTest::newRow("no value") << u"X-Team:"_s << form;
        QTest::newRow("a space in the name") << u"X Team: red"_s << form;
        QTest::newRow("frames the message") << u"content-length: 3"_s << u"Tempera itself"_s;
        QTest::newRow("another host") << u"Host: other"_s << u"Tempera itself"_s;
        QTest::newRow("a control character") << u"X-Team: re\td\u0001"_s << u"control character"_s;
        QTest::newRow("twice") << u"X-Team: red\nx-team: blue"_s << u"twice"_s;
        QTest::newRow("a key's name") << u"X-Api-Key: abc"_s << secret;
        QTest::newRow("authorization") << u"Authorization: Bearer abc"_s << secret;
        QTest::newRow("a cookie") << u"Cookie: a=b"_s << secret;
        QTest::newRow("a token") << u"X-Auth-Token: abc"_s << secret;
        QTest::newRow("a key's looks") << u"X-Team: sk-abcdefgh12345678"_s << secret;
        QTest::newRow("a key inside") << u"X-Team: red ghp_abcdefgh12345678"_s << secret;
        QTest::newRow("a parameter") << u"X-Team: token=abcdefgh"_s << secret;
        QTest::newRow("an address with a password") << u"X-Team: https://me:pw@host/"_s << secret;
    }
    void whatIsNoHeader()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const Result<QMap<QString, QString>> headers = headersFromText(text);
        QVERIFY(!headers);
        QVERIFY2(headers.error().detail.contains(reason), qPrintable(headers.error().detail));
        QVERIFY(!headers.error().detail.contains(u"abcdefgh"_s)); // the reason does not repeat it
    }

    void members()
    {
        const QList<QUrl> expected{QUrl(u"http://one:8000/v1"_s), QUrl(u"http://two:8000/v1"_s)};
        QCOMPARE(membersFromText(u"http://one:8000/v1/\n\nhttp://two:8000/v1\nhttp://one:8000/v1\n"_s).value(), expected);
        QCOMPARE(membersFromText(membersToText(expected)).value(), expected);
        QVERIFY(!membersFromText(u"http://one:8000/v1\ntwo"_s));
        QVERIFY(!membersFromText(u"http://one/v1?key=abc"_s));
    }

    void optionsComeBackFromJson()
    {
        EndpointOptions options;
        options.slots = 4;
        options.limits = {500, 30'000};
        options.members = {QUrl(u"http://one/v1"_s)};
        options.proxy = QUrl(u"socks5://proxy.lan:1080"_s);
        options.caFile = u"/etc/own ca.pem"_s;
        options.firstByteLimit = 1'500ms;
        options.totalLimit = 60s;
        options.headers = {{u"X-Team"_s, u"red"_s}};
        QCOMPARE(endpointOptionsFromJson(endpointOptionsToJson(options)), options);
        QVERIFY(endpointOptionsToJson({}).isEmpty());
        QCOMPARE(endpointOptionsFromJson({}), EndpointOptions());
    }

    /// One that cannot be does not take the others with it, and a secret is neither written nor read.
    void badOptionsAreLeftOutOneByOne()
    {
        const QJsonObject object{
            {u"slots"_s, u"many"_s},
            {u"requestsPerMinute"_s, -3},
            {u"tokensPerMinute"_s, 1e15},
            {u"firstByteMs"_s, 9e9},
            {u"totalMs"_s, 5'000},
            {u"proxy"_s, u"http://me:pw@proxy.lan:1"_s},
            {u"caFile"_s, 7},
            {u"members"_s, QJsonArray{u"http://one/v1"_s, 7, u"http://two/v1?key=x"_s}},
            {u"headers"_s, QJsonObject{{u"X-Api-Key"_s, u"CANARY"_s}, {u"X-Team"_s, u"red"_s}, {u"X-Number"_s, 3}}}};
        EndpointOptions expected;
        expected.totalLimit = 5s;
        expected.members = {QUrl(u"http://one/v1"_s)};
        expected.headers = {{u"X-Team"_s, u"red"_s}};
        QCOMPARE(endpointOptionsFromJson(object), expected);
        EndpointOptions careless;
        careless.headers = {{u"X-Api-Key"_s, u"CANARY"_s}};
        careless.proxy = QUrl(u"http://me:CANARY@proxy.lan:1"_s);
        careless.members = {QUrl(u"http://me:CANARY@one/v1"_s)};
        const QByteArray written = QJsonDocument(endpointOptionsToJson(careless)).toJson();
        QVERIFY2(!written.contains("CANARY"), written.constData());
    }

    void clocks()
    {
        const QDateTime asked(QDate(2026, 10, 21), QTime(7, 28, 0), QTimeZone::UTC);
        // Between 07:28:00 and 07:28:02 somewhere; the header says 07:28:00, which is any time until 07:28:01.
        const auto same = clockDifference(asked, asked, asked.addSecs(2));
        QVERIFY(same);
        QCOMPARE(same->ahead, -500ms);
        QCOMPARE(same->error, 1'500ms);
        QVERIFY(!same->isKnown());
        const auto behind = clockDifference(asked.addSecs(-60), asked, asked.addMSecs(200));
        QVERIFY(behind && behind->isKnown());
        QCOMPARE(behind->ahead, -59'600ms);
        QCOMPARE(behind->error, 600ms);
        QVERIFY(!clockDifference({}, asked, asked));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::EndpointRulesTest)
#include "tst_endpointrules.moc"
