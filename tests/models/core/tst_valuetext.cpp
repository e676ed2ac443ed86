// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/valuetext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestValueText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void texts_data();
    void texts();
};

/// The numbers are those that node prints for String(value).
void TestValueText::texts_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << QJsonValue(u"a \"b\""_s) << u"a \"b\""_s;
    QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined) << QString();
    QTest::newRow("null") << QJsonValue() << u"null"_s;
    QTest::newRow("Boolean") << QJsonValue(true) << u"true"_s;
    QTest::newRow("list") << QJsonValue(QJsonArray{1, u"a"_s}) << u"[1,\"a\"]"_s;
    QTest::newRow("map") << QJsonValue(QJsonObject{{u"a"_s, true}}) << u"{\"a\":true}"_s;
    QTest::newRow("whole") << QJsonValue(3.0) << u"3"_s;
    QTest::newRow("negative zero") << QJsonValue(-0.0) << u"0"_s;
    QTest::newRow("fraction") << QJsonValue(0.1) << u"0.1"_s;
    QTest::newRow("small") << QJsonValue(0.00001) << u"0.00001"_s;
    QTest::newRow("smallest without exponent") << QJsonValue(1e-6) << u"0.000001"_s;
    QTest::newRow("largest with exponent") << QJsonValue(1.5e-7) << u"1.5e-7"_s;
    QTest::newRow("large") << QJsonValue(1e20) << u"100000000000000000000"_s;
    QTest::newRow("larger") << QJsonValue(1e21) << u"1e+21"_s;
    QTest::newRow("more than a double holds") << QJsonValue(qint64{9'007'199'254'740'993}) << u"9007199254740993"_s;
}

void TestValueText::texts()
{
    QFETCH(QJsonValue, value);
    QTEST(valueText(value), "text");
}

QTEST_GUILESS_MAIN(TestValueText)
#include "tst_valuetext.moc"
