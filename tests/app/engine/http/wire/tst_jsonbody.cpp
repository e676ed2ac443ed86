// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wire/jsonbody.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class JsonBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The order inside of a value stays, which QJsonObject would lose.
    void membersAsTheyAre()
    {
        const auto body = bodyFromText(
            " { \"z\" : {\"b\": [1, {\"a\": \",\"}], \"a\": \"}\\\"\" } , \"a\\u0062,\": \"x, \\\\\", \"n\": 1.50 } ");
        QVERIFY(body.has_value());
        QCOMPARE(body->member(u"z"_s), "{\"b\": [1, {\"a\": \",\"}], \"a\": \"}\\\"\" }"_ba);
        QCOMPARE(body->member(u"ab,"_s), "\"x, \\\\\""_ba);
        QCOMPARE(body->member(u"n"_s), "1.50"_ba);
        QCOMPARE(body->member(u"b"_s), QByteArray());
        QVERIFY(bodyFromText("{}")->isEmpty());
    }

    void whatIsNoObject()
    {
        for (const QByteArray &text : {"[]"_ba, "1"_ba, ""_ba, "{\"a\":"_ba, "{\"a\":1} x"_ba})
            QVERIFY2(!bodyFromText(text), text.constData());
    }

    void itemsAsTheyAre()
    {
        QCOMPARE(*itemsFromText("[ {\"b\":1, \"a\":[2,3]} , \"x,]\" ,4]"),
                 (QList<QByteArray>{"{\"b\":1, \"a\":[2,3]}"_ba, "\"x,]\""_ba, "4"_ba}));
        QVERIFY(itemsFromText(" [ ] ")->isEmpty());
        QVERIFY(!itemsFromText("{}"));
        QVERIFY(!itemsFromText("[1"));
    }
};

QTEST_GUILESS_MAIN(JsonBodyTest)
#include "tst_jsonbody.moc"
