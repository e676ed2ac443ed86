// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scriptprovider.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

ScriptQuestion asking(const QString &source, const QString &function = {})
{
    return {source, function,
            QJsonObject{{u"id"_s, u"file://p.js"_s}, {u"label"_s, u"mine"_s}, {u"config"_s, QJsonObject{{u"mark"_s, u"!"_s}}}},
            u"hello"_s, QJsonObject{{u"vars"_s, QJsonObject{{u"n"_s, 7}}}}};
}

QString answerOf(const QString &source, const QString &function = {})
{
    const Result<ScriptAnswer> answer = askScript(asking(source, function));
    return answer ? answer->text : u"error: "_s + answer.error().detail;
}

} // namespace

class TestScriptProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsOfProviders_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("answer");
        QTest::newRow("a class") << u"class P {\n  constructor(o) { this.c = o.config; }\n  id() { return 'p'; }\n"
                                    "  async callApi(p) { return { output: p + this.c.mark }; }\n}\nmodule.exports = P;"_s
                                 << QString() << u"hello!"_s;
        QTest::newRow("a class of an ES module")
            << u"export default class P {\n  #c;\n  constructor(o) { this.#c = o.config; }\n"
               "  async callApi(p, { vars }) { return { output: p + vars.n + this.#c.mark }; }\n}\n"_s
            << QString() << u"hello7!"_s;
        QTest::newRow("a class of old") << u"function P(o) { this.o = o; }\nP.prototype.callApi = function (p) {\n"
                                           "  return { output: p + this.o.label };\n};\nmodule.exports = P;"_s
                                        << QString() << u"hellomine"_s;
        QTest::newRow("an object") << u"module.exports = { mark: '?', callApi(p) { return { output: p + this.mark }; } };"_s
                                   << QString() << u"hello?"_s;
        QTest::newRow("an arrow") << u"module.exports = async (prompt, context) => ({ output: prompt + context.vars.n });"_s
                                  << QString() << u"hello7"_s;
        QTest::newRow("a function") << u"module.exports = function (prompt) { return prompt.toUpperCase(); };"_s << QString()
                                    << u"HELLO"_s;
        QTest::newRow("a function that makes one")
            << u"module.exports = function (o) { return { callApi: async (p) => ({ output: p + o.config.mark }) }; };"_s
            << QString() << u"hello!"_s;
        QTest::newRow("a name") << u"exports.one = () => 'first';\nexports.other = () => 'second';"_s << u"other"_s
                                << u"second"_s;
        QTest::newRow("an output that is data")
            << u"module.exports = () => ({ output: { z: 1, a: [2] } });"_s << QString() << u"{\"z\":1,\"a\":[2]}"_s;
        QTest::newRow("an output that is empty") << u"module.exports = () => ({ output: '' });"_s << QString() << QString(u""_s);
        QTest::newRow("metadata without an end")
            << u"module.exports = () => { const a = {}; a.a = a; return { output: 'x', metadata: a }; };"_s << QString()
            << u"x"_s;
        QTest::newRow("timers, the earlier one first")
            << u"module.exports = async () => { const seen = [];\n"
               "  const wait = (ms) => new Promise((go) => setTimeout(() => { seen.push(ms); go(); }, ms));\n"
               "  const off = setTimeout(() => seen.push('never'), 1); clearTimeout(off);\n"
               "  await Promise.all([wait(60000), wait(5)]); return seen.join(); };"_s
            << QString() << u"5,60000"_s;
    }
    void formsOfProviders()
    {
        QFETCH(QString, source);
        QFETCH(QString, name);
        QTEST(answerOf(source, name), "answer");
    }

    void whatIsNoTextIsToldSo()
    {
        const auto dataOf = [](const QString &output) {
            return askScript(asking(u"module.exports = () => ({ output: "_s + output + u" });"_s)).value_or(ScriptAnswer{}).data;
        };
        QCOMPARE(dataOf(u"{ a: 1 }"_s), u"object"_s);
        QCOMPARE(dataOf(u"5"_s), u"number"_s);
        QCOMPARE(dataOf(u"'{}'"_s), QString());
    }

    void whatIsWrong_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("told");
        const QString alone = u"no modules, files, network or processes"_s;
        QTest::newRow("no provider") << u"module.exports = { ask: 1 };"_s << u"exports no provider"_s;
        QTest::newRow("nothing") << u"module.exports = null;"_s << u"The provider's script failed"_s;
        QTest::newRow("a class without callApi") << u"module.exports = class { };"_s << u"exports no provider"_s;
        QTest::newRow("thrown") << u"module.exports = () => { throw new Error('no lamp'); };"_s << u"no lamp"_s;
        QTest::newRow("an error") << u"module.exports = () => ({ error: 'too dark' });"_s
                                  << u"answered with an error: too dark"_s;
        QTest::newRow("no output") << u"module.exports = () => ({});"_s << u"gave no output"_s;
        QTest::newRow("undefined") << u"module.exports = () => undefined;"_s << u"gave no output"_s;
        QTest::newRow("files") << u"const fs = require('fs');\nmodule.exports = () => 'x';"_s << alone;
        QTest::newRow("an import") << u"import fs from 'node:fs';\nexport default () => 'x';"_s << alone;
        QTest::newRow("the network") << u"module.exports = async (p) => (await fetch(p)).text();"_s << alone;
        QTest::newRow("a process") << u"module.exports = () => process.env.HOME;"_s << alone;
        QTest::newRow("a name of its own") << u"module.exports = () => lamp;"_s << u"lamp"_s;
        QTest::newRow("a wait without end") << u"module.exports = () => new Promise(() => {});"_s << u"never happens"_s;
    }
    void whatIsWrong()
    {
        QFETCH(QString, source);
        QFETCH(QString, told);
        const QString given = answerOf(source);
        QVERIFY2(given.startsWith("error: "_L1) && given.contains(told), qPrintable(given));
        if (source.contains("lamp;"_L1))
            QVERIFY2(!given.contains("no modules"_L1), qPrintable(given));
    }

    void anErrorHasItsLine()
    {
        const Result<ScriptAnswer> answer = askScript(asking(u"module.exports = async () => {\n\n  missing();\n};"_s));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Script);
        QCOMPARE(answer.error().line, 3);
    }

    void whatItUsedAndCost()
    {
        const auto usage = [](const QString &answer) {
            return askScript(asking(u"module.exports = () => ("_s + answer + u");"_s)).value_or(ScriptAnswer{}).usage;
        };
        const Usage told = usage(u"{ output: 'x', tokenUsage: { prompt: 12, completion: 3, total: 15 }, cost: 0.002 }"_s);
        QCOMPARE(told.inputTokens, 12);
        QCOMPARE(told.outputTokens, 3);
        QCOMPARE(told.toldCost, Money::fromNano(2'000'000));
        // What cannot be, or is not said, is unknown.
        const Usage odd = usage(u"{ output: 'x', tokenUsage: { prompt: -1, completion: 2.5 }, cost: NaN }"_s);
        QVERIFY(!odd.inputTokens && !odd.outputTokens && !odd.toldCost);
        QVERIFY(!usage(u"'x'"_s).toldCost);
        QVERIFY(!usage(u"{ output: 'x', cost: -1 }"_s).toldCost);
    }

    void endsWithItsLimits_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("a loop") << u"module.exports = async () => { for (;;); };"_s;
        QTest::newRow("a loop in the file") << u"for (;;);"_s;
        QTest::newRow("timers that set timers")
            << u"module.exports = () => new Promise(() => { const f = () => setTimeout(f, 1); f(); });"_s;
        QTest::newRow("promises") << u"module.exports = async () => { for (;;) await null; };"_s;
        QTest::newRow("memory")
            << u"module.exports = () => { const a = []; for (;;) a.push('x'.repeat(1000000) + a.length); };"_s;
    }
    void endsWithItsLimits()
    {
        QFETCH(QString, source);
        Limits limits;
        limits.time = std::chrono::milliseconds(200);
        const Result<ScriptAnswer> answer = askScript(asking(source), limits);
        QVERIFY(!answer);
        const QString told = answer.error().detail;
        QVERIFY2(told.contains("It was stopped after 200 ms."_L1) || told.contains("MiB of memory"_L1), qPrintable(told));
    }

    void stopEndsIt()
    {
        Limits limits;
        limits.time = std::chrono::minutes(10);
        int asked = 0;
        limits.stop = [&asked] { return ++asked > 3; };
        const Result<ScriptAnswer> answer = askScript(asking(u"module.exports = async () => { for (;;); };"_s), limits);
        QVERIFY(!answer);
        QVERIFY2(answer.error().detail.contains("It was stopped."_L1), qPrintable(answer.error().detail));
    }

    /// Nothing is left of it for the next question.
    void eachQuestionIsAlone()
    {
        const QString source = u"let n = 0;\nmodule.exports = () => String(++n);"_s;
        QCOMPARE(answerOf(source), u"1"_s);
        QCOMPARE(answerOf(source), u"1"_s);
    }
};

QTEST_GUILESS_MAIN(TestScriptProvider)
#include "tst_scriptprovider.moc"
