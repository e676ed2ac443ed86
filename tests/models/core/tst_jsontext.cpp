// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatQtWrites_data();
    void isWhatQtWrites();
    void writesAnObject();
};

void TestJsonText::isWhatQtWrites_data()
{
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const QJsonValue &value) { QTest::newRow(name) << value; };

    row("text", u"It is 42."_s);
    row("no text", QString());
    row("other scripts", u"\u00e4 \u6f22 \U0001F600"_s);
    row("quotes", u"a \"b\" c"_s);
    row("backslash", u"a\\b"_s);
    row("line feed", u"a\nb"_s);
    row("control characters", QString(u"a\u0001\u001f\u007f\u0080b"_s));
    row("null character", QString(u"a") + QChar(0) + u'b');
    row("half of a surrogate pair", QString(u"a") + QChar(0xd800) + u'b');
    row("byte order mark", QString(QChar(QChar::ByteOrderMark)) + u'a');
    row("true", true);
    row("false", false);
    row("null", QJsonValue::Null);
    row("undefined", QJsonValue::Undefined);
    row("one", 1);
    row("zero", 0);
    row("zero below zero", -0.0);
    row("negative", -42);
    row("a whole double", 3.0);
    row("a fraction", 0.1);
    row("a third", 1.0 / 3);
    row("a large number", 999'999'999'999'999.0);
    row("a larger one", 1e15);
    row("with an exponent", 1e300);
    row("small", 1e-7);
    row("the largest whole number", std::numeric_limits<qint64>::max());
    row("the least whole number", std::numeric_limits<qint64>::min());
    row("one that no double has", (1LL << 53) + 1);
    row("no number", std::numeric_limits<double>::quiet_NaN());
    row("infinite", std::numeric_limits<double>::infinity());
    row("list", QJsonArray{1, u"a"_s, QJsonValue::Null});
    row("object", QJsonObject{{u"b"_s, 1}, {u"a"_s, QJsonArray()}});
}

void TestJsonText::isWhatQtWrites()
{
    QFETCH(const QJsonValue, value);

    QCOMPARE(QByteArray('[' + jsonText(value) + ']'), QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    if (value.isString())
        QCOMPARE(jsonText(value.toString()), jsonText(value));
}

void TestJsonText::writesAnObject()
{
    JsonObjectText object;
    QCOMPARE(object.text(), "{}");
    object.add("zoo", u"a \"b\""_s);
    object.add("able", QJsonValue(0.5));
    object.addText("list", "[1,2]");

    QCOMPARE(object.text(), R"({"zoo":"a \"b\"","able":0.5,"list":[1,2]})");
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
