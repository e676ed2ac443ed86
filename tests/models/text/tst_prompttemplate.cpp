// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/prompttemplate.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QJsonObject golden()
{
    QFile file(testDataPath(u"templates/nunjucks.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString detailOf(const Result<QString> &result)
{
    return result ? *result : u"FAILED: "_s + result.error().detail;
}

} // namespace

class TestPromptTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rendersAsNunjucks_data();
    void rendersAsNunjucks();
    void placesFaults_data();
    void placesFaults();
    void allowsPresentVariables_data();
    void allowsPresentVariables();
    void namesMissingVariables_data();
    void namesMissingVariables();
    void rendersPrompts_data();
    void rendersPrompts();
    void resolvesVariables();
    void refusesBrokenPrompts();
    void keepsTheOrderOfKeys();
    void listsVariables_data();
    void listsVariables();
    void refusesToListABrokenTemplate();
    void hasAnEnvironment();
    void theLimitIsForTemplates();
    void staysWithinLimits();
    void keepsManyTemplates();
    void findsNoOtherTemplates();

private:
    std::unique_ptr<TemplateEngine> m_engine;
};

void TestPromptTemplate::initTestCase()
{
    auto engine = TemplateEngine::create();
    QVERIFY2(engine, qPrintable(engine ? QString() : engine.error().detail));
    m_engine = std::move(*engine);
    m_engine->setEnvironment({{u"HOME_TOWN"_s, u"Ulm"_s}});
}

void TestPromptTemplate::rendersAsNunjucks_data()
{
    QTest::addColumn<QJsonObject>("item");
    const QJsonArray cases = golden()[u"cases"_s].toArray();
    QVERIFY(cases.size() > 100);
    for (const auto &item : cases)
        QTest::newRow(qPrintable(item[u"source"_s].toString())) << item.toObject();
}

void TestPromptTemplate::rendersAsNunjucks()
{
    static const QJsonObject vars = golden()[u"vars"_s].toObject();
    QFETCH(QJsonObject, item);
    const auto text = m_engine->render(item[u"source"_s].toString(), vars);
    if (item.contains(u"expected"_s)) {
        QCOMPARE(detailOf(text), item[u"expected"_s].toString());
        return;
    }
    QVERIFY2(!text, qPrintable(detailOf(text)));
    QCOMPARE(text.error().kind, ErrorKind::Template);
    // What JSON.parse says is the engine's own wording.
    if (!item[u"error"_s].toString().startsWith(u"SyntaxError"_s))
        QCOMPARE(text.error().detail, item[u"error"_s].toString());
}

void TestPromptTemplate::placesFaults_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("unexpected token") << u"a\nb {{ 1 + }}"_s << 2 << 10;
    QTest::newRow("unknown tag") << u"one\n\n{% unknown %}"_s << 3 << 4;
    QTest::newRow("unknown filter") << u"x\n  {{ name | nofilter }}"_s << 2 << 13;
    QTest::newRow("unknown test") << u"\n{% if n is nosuchtest %}{% endif %}"_s << 2 << 7;
    QTest::newRow("call of nothing") << u"one\ntwo\n  {{ foo.bar() }}"_s << 3 << 13;
    QTest::newRow("open variable") << u"one\n two {{ name"_s << 2 << 6;
    QTest::newRow("open comment") << u"{# a #}\n{# open"_s << 2 << 1;
    QTest::newRow("open if") << u"{% for x in l %}{% endfor %}\n {% if x %}open"_s << 2 << 2;
    QTest::newRow("open inner block") << u"{% if x %}\n{% for y in x %}\n{% if z %}{% endif %}"_s << 2 << 1;
}

void TestPromptTemplate::placesFaults()
{
    QFETCH(QString, source);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto text = m_engine->render(source, {{u"name"_s, u"x"_s}});
    QVERIFY2(!text, qPrintable(detailOf(text)));
    QCOMPARE(text.error().line, line);
    QCOMPARE(text.error().column, column);
    QVERIFY(!text.error().detail.contains(u"unknown path"_s));
}

void TestPromptTemplate::allowsPresentVariables_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    QTest::newRow("present") << u"{{ a }} {{ o.x }} {{ l[0] }}"_s << u"A X first"_s;
    QTest::newRow("null is a value") << u"[{{ nothing }}]"_s << u"[]"_s;
    QTest::newRow("default") << u"{{ z | default('d') }} {{ z.y | d('e') }} {{ (z | default({})).q | default(1) }}"_s
                             << u"d e 1"_s;
    QTest::newRow("default after filter") << u"{{ z | upper | default('d', true) }}"_s << u"d"_s;
    QTest::newRow("if") << u"{% if z %}{{ z }}{% elif z.y %}{{ z.y }}{% else %}no{% endif %}"_s << u"no"_s;
    QTest::newRow("not") << u"{% if not z %}none{% endif %}"_s << u"none"_s;
    QTest::newRow("inline if") << u"{{ z if z else a }}"_s << u"A"_s;
    QTest::newRow("or, and") << u"{{ z or a }}{% if z and z.y %}x{% endif %}"_s << u"A"_s;
    QTest::newRow("is defined") << u"{{ z is defined }} {{ a is defined }}"_s << u"false true"_s;
    QTest::newRow("own names") << u"{% set s = a %}{{ s }}{% for x in l %}{{ x }}{{ loop.index }}{% endfor %}"_s << u"Afirst1"_s;
    QTest::newRow("macro") << u"{% macro m(p, q='Q') %}{{ p }}{{ q }}{% endmacro %}{{ m(a) }}{{ m() }}"_s << u"AQQ"_s;
    QTest::newRow("caller") << u"{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}{{ a }}{% endcall %}"_s << u"<A>"_s;
    QTest::newRow("key word arguments") << u"{% macro m(p) %}{{ p }}{% endmacro %}{{ m(p=a) }}{{ {k: a}.k }}"_s << u"AA"_s;
    QTest::newRow("methods and globals") << u"{{ a.toLowerCase() }}{% for i in range(2) %}{{ i }}{% endfor %}"_s << u"a01"_s;
    QTest::newRow("unused branch") << u"{% if a %}x{% else %}{{ z }}{% endif %}"_s << u"x"_s;
    QTest::newRow("captured") << u"{% set b %}{{ a }}{% endset %}{{ b }}{% filter lower %}{{ a }}{% endfilter %}"_s << u"Aa"_s;
    QTest::newRow("switch") << u"{% switch a %}{% case 'A' %}yes{% default %}no{% endswitch %}"_s << u"yes"_s;
    QTest::newRow("block") << u"{% block b %}{{ a }}{% endblock %}"_s << u"A"_s;
}

void TestPromptTemplate::allowsPresentVariables()
{
    QFETCH(QString, source);
    QFETCH(QString, expected);
    const QJsonObject vars{{u"a"_s, u"A"_s},
                           {u"o"_s, QJsonObject{{u"x"_s, u"X"_s}}},
                           {u"l"_s, QJsonArray{u"first"_s}},
                           {u"nothing"_s, QJsonValue::Null}};
    QCOMPARE(detailOf(m_engine->render(source, vars, MissingVariables::Error)), expected);
    // What the strict way lets pass it must not change.
    QCOMPARE(detailOf(m_engine->render(source, vars)), expected);
}

void TestPromptTemplate::namesMissingVariables_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("line");
    QTest::newRow("plain") << u"one\ntwo {{ z }}"_s << u"z"_s << 2;
    QTest::newRow("first of two") << u"{{ y }}{{ z }}"_s << u"y"_s << 1;
    QTest::newRow("member") << u"\n\n{{ o.missing }}"_s << u"o.missing"_s << 3;
    QTest::newRow("whole before member") << u"{{ z.y.x }}"_s << u"z"_s << 1;
    QTest::newRow("deep member") << u"{{ o.y.x }}"_s << u"o.y"_s << 1;
    QTest::newRow("index") << u"{{ l[5] }}"_s << u"l[5]"_s << 1;
    QTest::newRow("through a filter") << u"a\n{{ z | upper }}"_s << u"z"_s << 2;
    QTest::newRow("argument of a filter") << u"{{ a | replace('A', z) }}"_s << u"z"_s << 1;
    QTest::newRow("loop") << u"{% for x in z %}{% endfor %}"_s << u"z"_s << 1;
    QTest::newRow("comparison") << u"{% if z == 'x' %}{% endif %}"_s << u"z"_s << 1;
    QTest::newRow("in a branch") << u"{% if a %}\n{{ z }}{% endif %}"_s << u"z"_s << 2;
    QTest::newRow("joined") << u"{{ a ~ z }}"_s << u"z"_s << 1;
    QTest::newRow("set") << u"{% set s = z %}"_s << u"z"_s << 1;
    QTest::newRow("in a loop") << u"{% for x in l %}\n{{ x.y }}{% endfor %}"_s << u"x.y"_s << 2;
    QTest::newRow("in a macro") << u"{% macro m(p) %}{{ z }}{% endmacro %}{{ m(1) }}"_s << u"z"_s << 1;
}

void TestPromptTemplate::namesMissingVariables()
{
    QFETCH(QString, source);
    QFETCH(QString, name);
    QFETCH(int, line);
    const QJsonObject vars{{u"a"_s, u"A"_s}, {u"o"_s, QJsonObject{{u"x"_s, u"X"_s}}}, {u"l"_s, QJsonArray{u"first"_s}}};
    for (const auto &text : {m_engine->render(source, vars, MissingVariables::Error),
                             m_engine->renderPrompt(source, vars, MissingVariables::Error)}) {
        QVERIFY2(!text, qPrintable(detailOf(text)));
        QCOMPARE(text.error().kind, ErrorKind::Template);
        QCOMPARE(text.error().parameter, name);
        QCOMPARE(text.error().line, line);
        QVERIFY(text.error().column > 0);
        QVERIFY(text.error().detail.contains(name));
    }
    QVERIFY(m_engine->render(source, vars));
}

void TestPromptTemplate::rendersPrompts_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("vars");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &source, const QString &vars, const QString &expected) {
        QTest::newRow(name) << source << vars << expected;
    };
    row("plain", u"Hi {{ n }}"_s, u"{\"n\": \"A\"}"_s, u"Hi A"_s);
    row("one trailing newline goes", u"[{{ n }}]"_s, u"{\"n\": \"A\\n\\n\"}"_s, u"[A\n]"_s);
    row("variables in variables", u"{{ greeting }}"_s,
        u"{\"greeting\": \"Hi {{ who }}!\", \"who\": \"{{ first }} B\", \"first\": \"A\"}"_s, u"Hi A B!"_s);
    row("filters in variables", u"{{ g }}"_s, u"{\"g\": \"{{ n | upper }}\", \"n\": \"a\"}"_s, u"A"_s);
    row("unknown name in a variable stays", u"{{ g }}"_s, u"{\"g\": \"{{ nowhere }} x\"}"_s, u"{{ nowhere }} x"_s);
    row("a variable of itself", u"{{ g }}"_s, u"{\"g\": \"x\"}"_s, u"x"_s);
    row("half a tag in a variable", u"{{ g }}"_s, u"{\"g\": \"if (a) {{ b\"}"_s, u"if (a) {{ b"_s);
    row("half a tag in the prompt", u"text {{ open"_s, u"{}"_s, u"text {{ open"_s);
    row("raw by hand", u"{% raw %}{{ open{% endraw %}"_s, u"{}"_s, u"{{ open"_s);
    row("json is rendered in its leaves", u"[{\"role\": \"user\", \"content\": \"Say {{ q }}\"}]"_s,
        u"{\"q\": \"a \\\"quote\\\"\\nand more\"}"_s,
        u"[\n  {\n    \"role\": \"user\",\n    \"content\": \"Say a \\\"quote\\\"\\nand more\"\n  }\n]"_s);
    row("json keeps its order and its other values", u"{\"z\": 1, \"a\": [true, null, 2.5, \"{{ x }}\"], \"{{ x }}\": {}}"_s,
        u"{\"x\": \"v\"}"_s,
        u"{\n  \"z\": 1,\n  \"a\": [\n    true,\n    null,\n    2.5,\n    \"v\"\n  ],\n  \"{{ x }}\": {}\n}"_s);
    row("a json text", u"\"Hi {{ x }}\""_s, u"{\"x\": \"v\"}"_s, u"\"Hi v\""_s);
    row("a json number", u"42"_s, u"{}"_s, u"42"_s);
    row("json with logic is a text", u"[{% for x in l %}\"{{ x }}\"{% if not loop.last %},{% endif %}{% endfor %}]"_s,
        u"{\"l\": [\"a\", \"b\"]}"_s, u"[\"a\",\"b\"]"_s);
    row("objects stay objects", u"{{ o.k }} {{ o | dump }}"_s, u"{\"o\": {\"k\": \"v\"}}"_s, u"v {\"k\":\"v\"}"_s);
    row("whole numbers beyond 2^53", u"{{ n }} {{ o.n }} {{ o | dump }} {{ l | join('/') }} {% if n > 7 %}yes{% endif %}"_s,
        u"{\"n\": 50000000014435121, \"o\": {\"n\": -50000000014435123, \"r\": 2.5}, \"l\": [9007199254740993]}"_s,
        u"50000000014435121 -50000000014435123 {\"n\":-50000000014435123,\"r\":2.5} 9007199254740993 yes"_s);
    row("what looks like a comment in a value", u"{{ t }}"_s, u"{\"t\": \"a {# 3.1 #} b\"}"_s, u"a {# 3.1 #} b"_s);
    row("the same beside a template", u"{{ t }}"_s, u"{\"t\": \"{# 3.1 #} {{ n }}\", \"n\": \"x\"}"_s, u"{# 3.1 #} x"_s);
    row("the same beside a filter", u"{{ t }}"_s, u"{\"t\": \"{# 3.1 #} {{ n | upper }}\", \"n\": \"x\"}"_s, u"{# 3.1 #} X"_s);
    row("numbers", u"{{ n + 1 }}"_s, u"{\"n\": 1}"_s, u"2"_s);
    row("missing is empty", u"[{{ missing }}]"_s, u"{}"_s, u"[]"_s);
    row("dollars in a value", u"{{ g }}"_s, u"{\"g\": \"{{ p }} only\", \"p\": \"5\"}"_s, u"5 only"_s);
}

void TestPromptTemplate::rendersPrompts()
{
    QFETCH(QString, source);
    QFETCH(QString, vars);
    QFETCH(QString, expected);
    QCOMPARE(detailOf(m_engine->renderPrompt(source, QJsonDocument::fromJson(vars.toUtf8()).object())), expected);
    QCOMPARE(detailOf(m_engine->renderPromptJson(source, vars.toUtf8())), expected);
}

void TestPromptTemplate::resolvesVariables()
{
    const auto engine = TemplateEngine::create();
    const QJsonObject said{{u"a"_s, u"x\n\n"_s},    {u"b"_s, u"{{ a }}{{c}}"_s},          {u"c"_s, qint64(9'007'199'254'740'993)},
                           {u"d"_s, u"{{ no }}"_s}, {u"e"_s, QJsonArray{u"{{ a }}\n"_s}}, {u"f"_s, u"{{ a | upper }}"_s}};
    const QJsonObject resolved{
        {u"a"_s, u"x\n"_s},      {u"b"_s, u"x\n9007199254740993"_s},   {u"c"_s, qint64(9'007'199'254'740'993)},
        {u"d"_s, u"{{ no }}"_s}, {u"e"_s, QJsonArray{u"{{ a }}\n"_s}}, {u"f"_s, u"{{ a | upper }}"_s}};
    QCOMPARE(*(*engine)->resolved(said), resolved);
    QCOMPARE(*(*engine)->resolved({{u"a"_s, u"x"_s}}), (QJsonObject{{u"a"_s, u"x"_s}}));
}

void TestPromptTemplate::refusesBrokenPrompts()
{
    const auto text = m_engine->renderPrompt(u"one\n{{ a | nofilter }}"_s, {});
    QVERIFY(!text);
    QCOMPARE(text.error().line, 2);
    const auto variable = m_engine->renderPrompt(u"{{ a }}"_s, {{u"a"_s, u"{{ 1 | nofilter }}"_s}});
    QVERIFY(!variable);
    QCOMPARE(variable.error().detail, u"a: filter not found: nofilter"_s);
    const auto asText =
        m_engine->renderAs(TemplateForm::PromptOfText, u"{{ a }}"_s, {{u"a"_s, u"{{ 1 | nofilter }} {# 2 #}\n"_s}});
    QCOMPARE(detailOf(asText), u"{{ 1 | nofilter }} {# 2 #}\n"_s);
    QVERIFY(!m_engine->renderAs(TemplateForm::PromptOfText, u"{{ b }}"_s, {{u"a"_s, u"{{ b }}"_s}}, MissingVariables::Error));
    for (const QByteArray &json : {QByteArray("[1]"), QByteArray("{"), QByteArray("null"), QByteArray()}) {
        const auto bad = m_engine->renderPromptJson(u"x"_s, json);
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::Template);
    }
}

void TestPromptTemplate::keepsTheOrderOfKeys()
{
    const QByteArray vars = R"({"o": {"z": 1, "a": {"y": 2, "b": 3}}})";
    QCOMPARE(detailOf(m_engine->renderPromptJson(u"{{ o | dump }}"_s, vars)), u"{\"z\":1,\"a\":{\"y\":2,\"b\":3}}"_s);
    QCOMPARE(detailOf(m_engine->renderPromptJson(u"{% for k, v in o %}{{ k }}{% endfor %}"_s, vars)), u"za"_s);
}

void TestPromptTemplate::listsVariables_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << u"text"_s << QStringList();
    QTest::newRow("order of use, once") << u"{{ b }}{{ a }}{{ b }}"_s << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("members") << u"{{ user.name }} {{ user['x'] }} {{ list[index] }}"_s
                             << QStringList{u"user"_s, u"list"_s, u"index"_s};
    QTest::newRow("filters") << u"{{ a | default(b) | join(', ') }}"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("conditions") << u"{% if a > b %}{{ c }}{% elif d is defined %}{{ e }}{% else %}{{ f }}{% endif %}"_s
                                << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
    QTest::newRow("inline if reads left to right") << u"{{ a if b else c }}"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("loop") << u"{% for x in xs %}{{ x }}{{ loop.index }}{{ y }}{% else %}{{ x }}{% endfor %}"_s
                          << QStringList{u"xs"_s, u"y"_s, u"x"_s};
    QTest::newRow("pairs") << u"{% for k, v in o %}{{ k }}{{ v }}{% endfor %}"_s << QStringList{u"o"_s};
    QTest::newRow("set") << u"{% set a = b %}{{ a }}{% set c %}{{ d }}{% endset %}{{ c }}"_s << QStringList{u"b"_s, u"d"_s};
    QTest::newRow("used before set") << u"{{ a }}{% set a = 1 %}{{ a }}"_s << QStringList{u"a"_s};
    QTest::newRow("macro") << u"{% macro m(p, q=r) %}{{ p }}{{ q }}{{ s }}{% endmacro %}{{ m(t) }}"_s
                           << QStringList{u"r"_s, u"s"_s, u"t"_s};
    QTest::newRow("call block") << u"{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(x) m() %}{{ x }}{{ y }}{% endcall %}"_s
                                << QStringList{u"y"_s};
    QTest::newRow("globals") << u"{{ range(n) }}{{ cycler(1) }}{{ env.HOME }}"_s << QStringList{u"n"_s};
    QTest::newRow("literals") << u"{{ true }}{{ none }}{{ 'a' }}{{ {k: v} }}{{ [w] }}"_s << QStringList{u"v"_s, u"w"_s};
    QTest::newRow("raw and comment") << u"{% raw %}{{ a }}{% endraw %}{# {{ b }} #}{{ c }}"_s << QStringList{u"c"_s};
    QTest::newRow("switch") << u"{% switch a %}{% case b %}{{ c }}{% default %}{{ d }}{% endswitch %}"_s
                            << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    QTest::newRow("import") << u"{% import f as lib %}{% from g import h as i %}{{ lib.x }}{{ i() }}"_s
                            << QStringList{u"f"_s, u"g"_s};
    QTest::newRow("operators") << u"{{ a + b ~ c in d and not e or -f }}"_s
                               << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
    QTest::newRow("block, filter, include")
        << u"{% block b %}{{ x }}{{ super() }}{% endblock %}{% filter upper %}{{ y }}{% endfilter %}{% include z %}"_s
        << QStringList{u"x"_s, u"y"_s, u"z"_s};
    QTest::newRow("conversation") << u"{{ _conversation[0].input }}"_s << QStringList{u"_conversation"_s};
    QTest::newRow("json") << u"[{\"role\": \"user\", \"content\": \"{{ a | default(\\\"x\\\") }}\"}, \"{{ b }}{{ a }}\"]"_s
                          << QStringList{u"a"_s, u"b"_s};
}

void TestPromptTemplate::listsVariables()
{
    QFETCH(QString, source);
    QFETCH(QStringList, expected);
    const auto names = m_engine->variables(source);
    QVERIFY2(names, qPrintable(names ? QString() : names.error().detail));
    QCOMPARE(*names, expected);
}

void TestPromptTemplate::refusesToListABrokenTemplate()
{
    const auto names = m_engine->variables(u"one\n{{ a + }}"_s);
    QVERIFY(!names);
    QCOMPARE(names.error().kind, ErrorKind::Template);
    QCOMPARE(names.error().line, 2);
}

void TestPromptTemplate::hasAnEnvironment()
{
    auto engine = TemplateEngine::create();
    QVERIFY(engine);
    QCOMPARE(detailOf((*engine)->render(u"[{{ env.X }}]"_s, {})), u"[]"_s);
    (*engine)->setEnvironment({{u"X"_s, u"y"_s}});
    QCOMPARE(detailOf((*engine)->render(u"[{{ env.X }}]"_s, {})), u"[y]"_s);
    QCOMPARE(detailOf((*engine)->render(u"[{{ env.X }}]"_s, {{u"env"_s, QJsonObject{{u"X"_s, u"own"_s}}}})), u"[own]"_s);
}

/// A limit is for what others wrote: the template language itself is read however busy the machine is.
void TestPromptTemplate::theLimitIsForTemplates()
{
    const auto engine = TemplateEngine::create({.time = std::chrono::milliseconds(0)});
    QVERIFY2(engine, qPrintable(engine ? QString() : engine.error().detail));
    const auto stopped =
        (*engine)->render(u"{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}"_s, {});
    QVERIFY(!stopped);
    QVERIFY2(stopped.error().detail.contains(u" ms"_s), qPrintable(stopped.error().detail));
}

void TestPromptTemplate::staysWithinLimits()
{
    Limits limits;
    limits.time = std::chrono::milliseconds(150);
    limits.memoryBytes = 24 * 1024 * 1024;
    auto engine = TemplateEngine::create(limits);
    QVERIFY2(engine, qPrintable(engine ? QString() : engine.error().detail));
    const auto endless =
        (*engine)->render(u"{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}"_s, {});
    QVERIFY(!endless);
    QCOMPARE(endless.error().kind, ErrorKind::Template);
    QVERIFY2(endless.error().detail.contains(u"150 ms"_s) || endless.error().detail.contains(u"24 MiB"_s),
             qPrintable(endless.error().detail));
    const auto hungry = (*engine)->render(u"{{ 'x'.repeat(100000000) }}"_s, {});
    QVERIFY(!hungry);
    QVERIFY2(hungry.error().detail.contains(u"24 MiB"_s), qPrintable(hungry.error().detail));
    QCOMPARE(detailOf((*engine)->render(u"{{ a }}"_s, {{u"a"_s, 1}})), u"1"_s);
    const QString long_(200000, u'x');
    QCOMPARE(detailOf((*engine)->render(u"{{ a }}"_s, {{u"a"_s, long_}})), long_);
}

void TestPromptTemplate::keepsManyTemplates()
{
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 700; ++i)
            QCOMPARE(detailOf(m_engine->render(u"%1 {{ a }}"_s.arg(i), {{u"a"_s, i}})), u"%1 %1"_s.arg(i));
    }
}

void TestPromptTemplate::findsNoOtherTemplates()
{
    for (const QString &source : {u"{% include '/etc/passwd' %}"_s, u"{% import 'x' as y %}"_s, u"{% extends 'x' %}"_s}) {
        const auto text = m_engine->render(source, {});
        QVERIFY(!text);
        QVERIFY2(text.error().detail.startsWith(u"template not found"_s), qPrintable(text.error().detail));
    }
}

QTEST_GUILESS_MAIN(TestPromptTemplate)
#include "tst_prompttemplate.moc"
