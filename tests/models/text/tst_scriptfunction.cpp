// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scriptfunction.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QStringList outputAndContext{u"output"_s, u"context"_s};

QString valueOf(const QString &function, const QJsonArray &arguments)
{
    const auto host = ScriptHost::create();
    const Result<QJsonValue> value = callFunction(**host, function, arguments);
    return value ? value->toVariant().toString() : u"error: "_s + scriptErrorText(value.error());
}

} // namespace

class TestScriptFunction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("value");
        QTest::newRow("an expression") << u"output.toUpperCase()"_s << u"LAMP"_s;
        QTest::newRow("with a semicolon") << u" output + '!'; "_s << u"lamp!"_s;
        QTest::newRow("a body of several lines") << u"const end = context.end;\nreturn output + end;"_s << u"lamps"_s;
        QTest::newRow("declared before") << u"const x = output.length; x + 1"_s << u"5"_s;
        QTest::newRow("a promise") << u"Promise.resolve(output)"_s << u"lamp"_s;
        QTest::newRow("behind a remark") << u"output // as it is"_s << u"lamp"_s;
        QTest::newRow("a fault in the second line") << u"const a = 1;\nreturn nothing.there;"_s << u"error: line 2: "_s;
    }
    void callsCode()
    {
        QFETCH(QString, code);
        QFETCH(QString, value);
        const QString given = valueOf(functionOfCode(code, outputAndContext), {u"lamp"_s, QJsonObject{{u"end"_s, u"s"_s}}});
        QVERIFY2(given == value || (value.startsWith("error"_L1) && given.startsWith(value)), qPrintable(given));
    }

    void callsFiles_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("the whole") << u"module.exports = (text) => text + '!';"_s << QString() << u"lamp!"_s;
        QTest::newRow("a name") << u"const add = (t) => t + 1;\nmodule.exports = { add };"_s << u"add"_s << u"lamp1"_s;
        QTest::newRow("exports") << u"exports.add = (t) => t + 2;"_s << u"add"_s << u"lamp2"_s;
        QTest::newRow("a default") << u"export default function (t) { return t + 3; }"_s << QString() << u"lamp3"_s;
        QTest::newRow("a default arrow") << u"export default (t) => t + 4;\n"_s << QString() << u"lamp4"_s;
        QTest::newRow("a declared name") << u"export function add(t) { return t + 5; }"_s << u"add"_s << u"lamp5"_s;
        QTest::newRow("a constant") << u"export const add = async (t) => t + 6;"_s << u"add"_s << u"lamp6"_s;
        QTest::newRow("a list") << u"function one(t) { return t + 7; }\nexport { one as add };"_s << u"add"_s << u"lamp7"_s;
        QTest::newRow("a name of the default") << u"module.exports.default = { add: (t) => t + 8 };"_s << u"add"_s << u"lamp8"_s;
    }
    void callsFiles()
    {
        QFETCH(QString, source);
        QFETCH(QString, name);
        QTEST(valueOf(functionOfFile(source, name), {u"lamp"_s}), "value");
    }

    void exportsAnyValue_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("a list") << u"module.exports = [1, 2];"_s << QString() << u"[1,2]"_s;
        QTest::newRow("a default") << u"export default { a: 1 };"_s << QString() << u"{\"a\":1}"_s;
        QTest::newRow("a name") << u"exports.list = [3];"_s << u"list"_s << u"[3]"_s;
        QTest::newRow("a class") << u"export default class Lamp {\n  #a = 1;\n}\n"_s << QString() << u"function"_s;
        QTest::newRow("no such name") << u"module.exports = {};"_s << u"list"_s << u"error: The file exports no list"_s;
    }
    void exportsAnyValue()
    {
        QFETCH(QString, source);
        QFETCH(QString, name);
        QFETCH(QString, value);
        const QString seen = u"((value) => () => typeof value === 'function' ? typeof value : JSON.stringify(value))("_s
                             + exportOfFile(source, name) + u')';
        const QString given = valueOf(seen, {});
        QVERIFY2(given == value || (value.startsWith("error"_L1) && given.contains(value.sliced(7))), qPrintable(given));
    }

    void saysWhatIsWrongWithAFile()
    {
        QVERIFY(valueOf(functionOfFile(u"module.exports = 5;"_s), {}).contains("exports no function"_L1));
        QVERIFY(valueOf(functionOfFile(u"module.exports = {};"_s, u"add"_s), {}).contains("exports no function add"_L1));
        QVERIFY(valueOf(functionOfFile(u"const fs = require('fs');"_s), {}).contains("There are no modules here: fs"_L1));
        QVERIFY(valueOf(functionOfFile(u"import fs from 'fs';\nexport default () => 1;"_s), {})
                    .contains("There are no modules here: fs"_L1));
        QVERIFY(valueOf(functionOfFile(u"const a = 1;\n\nmissing();"_s), {}).startsWith("error: line 3: "_L1));
    }

    void givesText()
    {
        const auto host = ScriptHost::create();
        const QString parse = functionOfCode(u"JSON.parse(output)"_s, outputAndContext);
        const Result<ScriptOutput> map = callForText(**host, parse, {u"{\"z\": 1, \"a\": [2]}"_s}, {});
        QVERIFY(map.has_value());
        QCOMPARE(map->text, u"{\"z\":1,\"a\":[2]}"_s); // in its own order
        QVERIFY(map->isData);
        const Result<ScriptOutput> part =
            callForText(**host, functionOfCode(u"output.z + output.a[0]"_s, outputAndContext), *map, {});
        QVERIFY(part.has_value());
        QCOMPARE(*part, (ScriptOutput{u"3"_s, true}));
        const Result<ScriptOutput> text =
            callForText(**host, functionOfCode(u"output.trim()"_s, outputAndContext), {u" x "_s}, {});
        QCOMPARE(*text, (ScriptOutput{u"x"_s, false}));
    }

    void nothingIsAnError()
    {
        const auto host = ScriptHost::create();
        const Result<ScriptOutput> nothing = callForText(**host, functionOfCode(u"undefined"_s, outputAndContext), {u"x"_s}, {});
        QVERIFY(!nothing.has_value());
        QCOMPARE(nothing.error().kind, ErrorKind::Script);
    }

    void endsWithItsLimits()
    {
        Limits limits;
        limits.time = std::chrono::milliseconds(50);
        const auto host = ScriptHost::create(limits);
        QVERIFY(!callFunction(**host, functionOfCode(u"while (true) {}\n"_s, {}), {}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestScriptFunction)
#include "tst_scriptfunction.moc"
