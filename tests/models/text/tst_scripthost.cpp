// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scripthost.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Limits tight()
{
    Limits limits;
    limits.time = std::chrono::milliseconds(100);
    limits.memoryBytes = 16 * 1024 * 1024;
    return limits;
}

} // namespace

class TestScriptHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void evaluatesToJson_data();
    void evaluatesToJson();
    void givesGlobals();
    void keepsNothingBetweenCalls();
    void callsABody();
    void awaitsPromises();
    void saysWhere_data();
    void saysWhere();
    void hasNoOutside_data();
    void hasNoOutside();
    void consoleSaysNothing();
    void stopsEndlessWork_data();
    void stopsEndlessWork();
    void stopsHungryWork_data();
    void stopsHungryWork();
    void saysWhatRanOut();
    void matchesAsJavaScript_data();
    void matchesAsJavaScript();
    void refusesABadPattern();
    void keepsEveryCharacter();

private:
    std::unique_ptr<ScriptHost> m_host;
};

void TestScriptHost::init()
{
    auto host = ScriptHost::create(tight());
    QVERIFY(host);
    m_host = std::move(*host);
}

void TestScriptHost::evaluatesToJson_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QJsonValue>("expected");
    QTest::newRow("number") << u"1 + 2 * 3"_s << QJsonValue(7);
    QTest::newRow("fraction") << u"1 / 4"_s << QJsonValue(0.25);
    QTest::newRow("text") << u"'a' + 1"_s << QJsonValue(u"a1"_s);
    QTest::newRow("bool") << u"[1].includes(1)"_s << QJsonValue(true);
    QTest::newRow("null") << u"null"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("undefined") << u"undefined"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("function") << u"(() => 1)"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("nan") << u"0 / 0"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("infinity") << u"1 / 0"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("array") << u"[1, 'x', [true]]"_s << QJsonValue(QJsonArray{1, u"x"_s, QJsonArray{true}});
    QTest::newRow("object") << u"({pass: true, score: 0.5, reason: 'ok', f() {}})"_s
                            << QJsonValue(QJsonObject{{u"pass"_s, true}, {u"score"_s, 0.5}, {u"reason"_s, u"ok"_s}});
    QTest::newRow("last statement") << u"let a = 1; a += 4; a"_s << QJsonValue(5);
    QTest::newRow("modern") << u"'aXbX'.replaceAll('X', '') + [3, 1].toSorted()[0] + (/(?<y>\\d+)/.exec('n42')?.groups.y ?? '')"_s
                            << QJsonValue(u"ab142"_s);
    QTest::newRow("empty") << QString() << QJsonValue(QJsonValue::Null);
}

void TestScriptHost::evaluatesToJson()
{
    QFETCH(QString, code);
    QFETCH(QJsonValue, expected);
    const auto value = m_host->evaluate(code);
    QVERIFY2(value, qPrintable(value ? QString() : value.error().detail));
    QCOMPARE(*value, expected);
}

void TestScriptHost::givesGlobals()
{
    const QJsonObject globals{{u"output"_s, u"two words"_s},
                              {u"context"_s, QJsonObject{{u"vars"_s, QJsonObject{{u"n"_s, 2}, {u"__proto__"_s, u"data"_s}}}}}};
    const auto value = m_host->evaluate(u"output.split(' ').length === context.vars.n"_s, globals);
    QVERIFY(value);
    QCOMPARE(*value, QJsonValue(true));
    QCOMPARE(m_host->evaluate(u"context.vars['__proto__']"_s, globals).value(), QJsonValue(u"data"_s));
}

void TestScriptHost::keepsNothingBetweenCalls()
{
    QVERIFY(m_host->evaluate(u"globalThis.leak = 1; String.prototype.trim = () => 'broken'; 0"_s));
    QCOMPARE(m_host->evaluate(u"typeof leak"_s).value(), QJsonValue(u"undefined"_s));
    QCOMPARE(m_host->evaluate(u"' x '.trim()"_s).value(), QJsonValue(u"x"_s));
    // Jobs that nobody waits for end with their script.
    QCOMPARE(m_host->evaluate(u"Promise.resolve().then(() => { throw 1; }); 5"_s).value(), QJsonValue(5));
    QCOMPARE(m_host->call(u"return Promise.resolve(6)"_s).value(), QJsonValue(6));
}

void TestScriptHost::callsABody()
{
    const QJsonObject arguments{{u"output"_s, u"abc"_s}, {u"context"_s, QJsonObject{{u"max"_s, 2}}}};
    const auto value = m_host->call(u"const n = output.length;\nreturn n > context.max; // done"_s, arguments);
    QVERIFY(value);
    QCOMPARE(*value, QJsonValue(true));
    QCOMPARE(m_host->call(u"1 + 1"_s).value(), QJsonValue(QJsonValue::Null));
    const auto bad = m_host->call(u"return 1"_s, {{u"not a name"_s, 1}});
    QVERIFY(!bad);
    QCOMPARE(bad.error().kind, ErrorKind::Script);
}

void TestScriptHost::awaitsPromises()
{
    QCOMPARE(m_host->call(u"return (async () => { await null; return 'later'; })()"_s).value(), QJsonValue(u"later"_s));
    const auto rejected = m_host->call(u"return Promise.reject(new Error('no'))"_s);
    QVERIFY(!rejected);
    QCOMPARE(rejected.error().detail, u"Error: no"_s);
    const auto never = m_host->evaluate(u"new Promise(() => {})"_s);
    QVERIFY(!never);
    QCOMPARE(never.error().kind, ErrorKind::Script);
}

void TestScriptHost::saysWhere_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("line");
    QTest::newRow("unknown name") << u"1;\n  nosuch + 1"_s << u"ReferenceError: 'nosuch' is not defined"_s << 2;
    QTest::newRow("thrown") << u"\n\nthrow new RangeError('too far')"_s << u"RangeError: too far"_s << 3;
    QTest::newRow("thrown text") << u"throw 'plain'"_s << u"plain"_s << 0;
    QTest::newRow("cycle") << u"let a = {}; a.a = a; a"_s << u"TypeError: circular reference"_s << 0;
    QTest::newRow("bigint") << u"({n: 1n})"_s << u"TypeError: Do not know how to serialize a BigInt"_s << 0;
}

void TestScriptHost::saysWhere()
{
    QFETCH(QString, code);
    QFETCH(QString, detail);
    QFETCH(int, line);
    const auto value = m_host->evaluate(code);
    QVERIFY(!value);
    QCOMPARE(value.error().kind, ErrorKind::Script);
    QCOMPARE(value.error().detail, detail);
    QCOMPARE(value.error().line, line);
    const auto called = m_host->call(u"return 1;\n}("_s);
    QVERIFY(!called);
    QVERIFY(called.error().detail.startsWith(u"SyntaxError"_s));
    const auto deep = m_host->call(u"let a = 1;\nlet b = 2;\nreturn nosuch;"_s);
    QVERIFY(!deep);
    QCOMPARE(deep.error().line, 3);
    QVERIFY(deep.error().column > 0);
}

void TestScriptHost::hasNoOutside_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"require", "process", "fetch", "XMLHttpRequest", "std", "os", "scriptArgs", "print", "setTimeout", "load", "Worker"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestScriptHost::hasNoOutside()
{
    QFETCH(QString, name);
    QCOMPARE(m_host->evaluate(u"typeof "_s + name).value(), QJsonValue(u"undefined"_s));
    const auto imported = m_host->evaluate(u"import('os')"_s);
    QVERIFY(!imported);
}

void TestScriptHost::consoleSaysNothing()
{
    QCOMPARE(
        m_host->call(u"console.log('a', {b: 1}); console.error(output); console.table([1]); return 3;"_s, {{u"output"_s, u"x"_s}})
            .value(),
        QJsonValue(3));
    QCOMPARE(m_host->evaluate(u"console.log('a')"_s).value(), QJsonValue());
    QCOMPARE(m_host->evaluate(u"Object.keys(globalThis).includes('console')"_s).value(), QJsonValue(false));
}

void TestScriptHost::stopsEndlessWork_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("loop") << u"while (true) {}"_s;
    QTest::newRow("caught") << u"while (true) { try { while (true) {} } catch (e) {} }"_s;
    QTest::newRow("jobs") << u"(function again() { return Promise.resolve().then(again); })()"_s;
    QTest::newRow("pattern") << u"/^(a+)+$/.test('a'.repeat(40) + '!')"_s;
}

void TestScriptHost::stopsEndlessWork()
{
    QFETCH(QString, code);
    const auto value = m_host->evaluate(code);
    QVERIFY(!value);
    QCOMPARE(value.error().kind, ErrorKind::Script);
    // Endless jobs fill the memory too; either limit may come first.
    QVERIFY2(value.error().detail.contains(u"100 ms"_s)
                 || (code.contains(u"Promise"_s) && value.error().detail.contains(u"16 MiB"_s)),
             qPrintable(value.error().detail));
    // The host lives on.
    QCOMPARE(m_host->evaluate(u"1"_s).value(), QJsonValue(1));
}

void TestScriptHost::stopsHungryWork_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("many texts") << u"let a = []; while (true) a.push('x'.repeat(1000) + a.length)"_s;
    QTest::newRow("one text") << u"'x'.repeat(500000000)"_s;
    QTest::newRow("growing text") << u"let s = 'x'; while (true) s += s"_s;
    QTest::newRow("growing text, caught") << u"let s = 'x'; while (true) { try { s += s + s.length; } catch (e) { } }"_s;
    QTest::newRow("many objects") << u"let o = null; while (true) o = {o, n: 1.5, f() { return o; }}"_s;
    QTest::newRow("long array") << u"new Array(100000000).fill({})"_s;
    QTest::newRow("array from") << u"Array.from({length: 100000000})"_s;
    QTest::newRow("split") << u"'x'.repeat(8000000).split('')"_s;
    QTest::newRow("json") << u"JSON.parse('[' + '{},'.repeat(2000000) + '0]')"_s;
    QTest::newRow("map") << u"const m = new Map(); for (let i = 0;; ++i) m.set('k' + i, [i])"_s;
    QTest::newRow("buffers") << u"let a = []; while (true) a.push(new Uint8Array(1000000))"_s;
    QTest::newRow("bigint") << u"let b = 2n; while (true) b = b * b"_s;
    QTest::newRow("pattern") << u"new RegExp('(x)'.repeat(200000) + '{1,1000}').test('x')"_s;
}

void TestScriptHost::stopsHungryWork()
{
    QFETCH(QString, code);
    const auto memory = m_host->evaluate(code);
    QVERIFY(!memory);
    QCOMPARE(memory.error().kind, ErrorKind::Script);
    QVERIFY(!memory.error().detail.isEmpty());
    QCOMPARE(m_host->evaluate(u"2"_s).value(), QJsonValue(2));
}

void TestScriptHost::saysWhatRanOut()
{
    // Memory has to run out first, however slow the machine is.
    Limits limits = tight();
    limits.time = std::chrono::minutes(1);
    const auto patient = ScriptHost::create(limits);
    QVERIFY(patient);
    const auto memory = (*patient)->evaluate(u"let a = []; while (true) a.push('x'.repeat(1000) + a.length)"_s);
    QVERIFY(!memory);
    QVERIFY2(memory.error().detail.contains(u"16 MiB"_s), qPrintable(memory.error().detail));
    const auto stack = m_host->evaluate(u"(function f() { return f() + 1; })()"_s);
    QVERIFY(!stack);
    QVERIFY2(stack.error().detail.contains(u"stack"_s), qPrintable(stack.error().detail));
    QCOMPARE(m_host->evaluate(u"2"_s).value(), QJsonValue(2));
}

void TestScriptHost::matchesAsJavaScript_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("flags");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("plain") << u"b+"_s << QString() << u"abbc"_s << true;
    QTest::newRow("anchors are of the text") << u"^b$"_s << QString() << u"a\nb\nc"_s << false;
    QTest::newRow("multi-line flag") << u"^b$"_s << u"m"_s << u"a\nb\nc"_s << true;
    QTest::newRow("no case") << u"HELLO"_s << u"i"_s << u"say hello"_s << true;
    QTest::newRow("dollar before last newline is not the end") << u"x$"_s << QString() << u"x\n"_s << false;
    QTest::newRow("digits are ASCII") << u"^\\d$"_s << QString() << u"\u0663"_s << false;
    QTest::newRow("blank has the byte order mark") << u"^\\s$"_s << QString() << u"\ufeff"_s << true;
    QTest::newRow("look behind") << u"(?<=\\$)\\d+"_s << QString() << u"$42"_s << true;
    QTest::newRow("backslash Z is a Z") << u"a\\Z"_s << QString() << u"aZ"_s << true;
    QTest::newRow("property") << u"^\\p{Lu}$"_s << u"u"_s << u"Ä"_s << true;
    QTest::newRow("units without u flag") << u"^.$"_s << QString() << u"😀"_s << false;
    QTest::newRow("characters with u flag") << u"^.$"_s << u"u"_s << u"😀"_s << true;
    QTest::newRow("a global pattern starts anew") << u"a"_s << u"g"_s << u"a"_s << true;
    QTest::newRow("empty") << QString() << QString() << QString() << true;
}

void TestScriptHost::matchesAsJavaScript()
{
    QFETCH(QString, pattern);
    QFETCH(QString, flags);
    QFETCH(QString, text);
    QFETCH(bool, expected);
    for (int i = 0; i < 3; ++i) {
        const auto found = m_host->matches(pattern, text, flags);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QCOMPARE(*found, expected);
    }
}

void TestScriptHost::refusesABadPattern()
{
    const auto found = m_host->matches(u"(unclosed"_s, u"x"_s);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Script);
    QVERIFY2(found.error().detail.startsWith(u"SyntaxError"_s), qPrintable(found.error().detail));
    QVERIFY(m_host->matches(u"x"_s, u"x"_s).value());
    const auto endless = m_host->matches(u"^(a+)+$"_s, QString(40, u'a') + u'!');
    QVERIFY(!endless);
    QVERIFY(m_host->matches(u"x"_s, u"x"_s).value());
    for (int i = 0; i < 200; ++i)
        QVERIFY(m_host->matches(u"^%1$"_s.arg(i), QString::number(i)).value());
}

void TestScriptHost::keepsEveryCharacter()
{
    const QString text = u"\ufeffa\u0000b 世界 😀 \u2028"_s;
    QCOMPARE(m_host->evaluate(u"t"_s, {{u"t"_s, text}}).value(), QJsonValue(text));
    QCOMPARE(m_host->evaluate(u"t.length"_s, {{u"t"_s, text}}).value(), QJsonValue(text.size()));
}

QTEST_GUILESS_MAIN(TestScriptHost)
#include "tst_scripthost.moc"
