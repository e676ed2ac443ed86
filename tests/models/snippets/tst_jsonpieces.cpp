// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/snippets/jsonpieces.h"

#include "models/snippets/quoting.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QString laidOut(const QByteArray &json, int level = 0)
{
    const auto pieces = jsonPieces(json);
    return pieces ? writtenPieces(*pieces, {.text = jsonQuoted, .name = jsonQuoted}, level) : u"no JSON"_s;
}

} // namespace

class TestJsonPieces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layout_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("the order stays") << "{\"b\":1,\"a\":[true,null]}"_ba
                                         << u"{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null\n  ]\n}"_s;
        QTest::newRow("nothing inside") << "{\"a\":{},\"b\":[ ],\"c\":\"\"}"_ba
                                        << u"{\n  \"a\": {},\n  \"b\": [],\n  \"c\": \"\"\n}"_s;
        QTest::newRow("numbers as they are")
            << "[9007199254740993,1.0,-0,1E+2]"_ba << u"[\n  9007199254740993,\n  1.0,\n  -0,\n  1E+2\n]"_s;
        QTest::newRow("signs inside strings")
            << "[\"a,b:{}[]\\\"\\\\\\/\\u0041\\b\\f\"]"_ba << u"[\n  \"a,b:{}[]\\\"\\\\/A\\u0008\\u000c\"\n]"_s;
        QTest::newRow("pairs of UTF-16") << "[\"\\ud83d\\ude00\"]"_ba << u"[\n  \"😀\"\n]"_s;
        QTest::newRow("room between") << " { \"a\" : 1 , \"b\" : \"x\" } "_ba << u"{\n  \"a\": 1,\n  \"b\": \"x\"\n}"_s;
        QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
        QTest::newRow("cut") << "{\"a\":"_ba << u"no JSON"_s;
        QTest::newRow("two") << "{}{}"_ba << u"no JSON"_s;
    }
    void layout()
    {
        QFETCH(QByteArray, json);
        QTEST(laidOut(json), "text");
    }

    void insideOfAnother() { QCOMPARE(laidOut("{\"a\":1}", 2), u"{\n      \"a\": 1\n    }"_s); }

    void theSameIsSaid()
    {
        const QByteArray json = "{\"a\":[{\"b\":[[],{}]},\"\\u0000\\u2028\\n\",1e-7,-2.50,false],\"\":{\"c\\n\":null}}";
        QCOMPARE(QJsonDocument::fromJson(laidOut(json).toUtf8()), QJsonDocument::fromJson(json));
        QVERIFY(!QJsonDocument::fromJson(json).isNull());
    }

    void doubles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("all");
        QTest::addColumn<bool>("withFraction");
        QTest::newRow("usual") << "[0,-0,1.50,0.1,1e-7,9007199254740992,\"9007199254740993\",true]"_ba << true << true;
        QTest::newRow("whole") << "[9007199254740993]"_ba << false << true;
        QTest::newRow("long") << "[0.12345678901234567890123]"_ba << false << false;
    }
    void doubles()
    {
        QFETCH(QByteArray, json);
        const auto pieces = jsonPieces(json);
        QVERIFY(pieces);
        QTEST(areKeptAsDoubles(*pieces, DoubleNumbers::All), "all");
        QTEST(areKeptAsDoubles(*pieces, DoubleNumbers::WithFraction), "withFraction");
    }
};

QTEST_GUILESS_MAIN(TestJsonPieces)
#include "tst_jsonpieces.moc"
