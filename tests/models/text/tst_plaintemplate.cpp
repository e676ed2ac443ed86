// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/plaintemplate.h"

#include "models/text/prompttemplate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// What nunjucks says: this way of rendering never goes without the script engine.
QString byScript(TemplateEngine &engine, const QString &source, const QJsonObject &vars)
{
    const Result<QString> text = engine.renderPromptJson(source, QJsonDocument(vars).toJson(QJsonDocument::Compact));
    return text ? *text : u"FAILED: "_s + text.error().detail;
}

/// One that has a filter of its own goes by the script in all that it does.
std::unique_ptr<TemplateEngine> scriptEngine()
{
    Result<std::unique_ptr<TemplateEngine>> engine = TemplateEngine::create();
    if (!engine)
        return nullptr;
    (*engine)->setFilters({{u"same"_s, u"(value) => value"_s}});
    return *std::move(engine);
}

const QJsonObject &variables()
{
    static const QJsonObject vars{{u"name"_s, u"Ada"_s},
                                  {u"line"_s, u"one\n\n"_s},
                                  {u"json"_s, u"{\"a\": [1]}"_s},
                                  {u"markup"_s, u"<b>&amp; 'x' \u00e4\u6f22"_s},
                                  {u"empty"_s, QString()},
                                  {u"number"_s, 42},
                                  {u"zero"_s, 0},
                                  {u"negative"_s, -7},
                                  {u"large"_s, 123456789012345.0},
                                  {u"yes"_s, true},
                                  {u"no"_s, false},
                                  {u"braces"_s, u"a } b { c"_s}};
    return vars;
}

} // namespace

class TestPlainTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersAsTheScriptDoes_data();
    void rendersAsTheScriptDoes();
    void reviewsAsTheScriptDoes_data();
    void reviewsAsTheScriptDoes();
    void leavesTheRest_data();
    void leavesTheRest();
    void namesVariablesWithoutValues();
    void keepsValuesThatAreText();
    void isWhatTheEngineGives();
};

void TestPlainTemplate::rendersAsTheScriptDoes_data()
{
    QTest::addColumn<QString>("source");

    QTest::newRow("one") << u"Hello {{ name }}!"_s;
    QTest::newRow("tight") << u"Hello {{name}}!"_s;
    QTest::newRow("wide") << u"Hello {{\t name   }}!"_s;
    QTest::newRow("first") << u"{{ name }}, hello"_s;
    QTest::newRow("last") << u"hello {{ name }}"_s;
    QTest::newRow("alone") << u"{{ name }}"_s;
    QTest::newRow("twice") << u"{{ name }}{{ name }} and {{ number }}"_s;
    QTest::newRow("line breaks stay") << u"{{ name }}\n\n{{ number }}\n"_s;
    QTest::newRow("one line break of a value goes") << u"<{{ line }}>"_s;
    QTest::newRow("JSON in a value") << u"Read {{ json }}"_s;
    QTest::newRow("markup") << u"Say {{ markup }}"_s;
    QTest::newRow("nothing") << u"<{{ empty }}>"_s;
    QTest::newRow("numbers") << u"{{ number }} {{ zero }} {{ negative }} {{ large }}"_s;
    QTest::newRow("truth values") << u"{{ yes }} {{ no }}"_s;
    QTest::newRow("single braces") << u"f(x) { return {{ number }}; }"_s;
    QTest::newRow("braces in a value") << u"{{ braces }}"_s;
    QTest::newRow("a closing tag alone") << u"{{ name }} }} {{ number }}"_s;
    QTest::newRow("a percent sign") << u"100% of {{ name }} %}"_s;
}

void TestPlainTemplate::rendersAsTheScriptDoes()
{
    QFETCH(const QString, source);
    const Result<std::unique_ptr<TemplateEngine>> engine = TemplateEngine::create();
    QVERIFY(engine);

    const std::optional<QString> plain = renderedPlainly(TemplateForm::Prompt, source, variables());

    QVERIFY(plain);
    QCOMPARE(*plain, byScript(**engine, source, variables()));
}

void TestPlainTemplate::reviewsAsTheScriptDoes_data()
{
    rendersAsTheScriptDoes_data();
}

void TestPlainTemplate::reviewsAsTheScriptDoes()
{
    QFETCH(const QString, source);
    const std::unique_ptr<TemplateEngine> script = scriptEngine();
    QVERIFY(script);

    for (const TemplateForm form : {TemplateForm::Prompt, TemplateForm::PromptOfText, TemplateForm::Plain}) {
        const std::optional<TemplateReview> plain = reviewedPlainly(form, source, variables());
        const Result<TemplateReview> scripts = script->review(source, variables(), form);
        QVERIFY(plain && scripts);
        QCOMPARE(plain->text, scripts->text);
        QCOMPARE(plain->filled, scripts->filled);
        QCOMPARE(plain->missing, scripts->missing);
    }
    QCOMPARE(plainVariables(source), script->variables(source).value_or(QStringList(u"FAILED"_s)));
    QCOMPARE(script->unknownNames(source).value_or(QList<UnknownName>(1)), QList<UnknownName>());
}

void TestPlainTemplate::leavesTheRest_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QJsonObject>("vars");
    const QJsonObject usual = variables();

    QTest::newRow("a filter") << u"{{ name | upper }}"_s << usual;
    QTest::newRow("a member") << u"{{ name.length }}"_s << usual;
    QTest::newRow("an index") << u"{{ name[0] }}"_s << usual;
    QTest::newRow("a call") << u"{{ range(3) }}"_s << usual;
    QTest::newRow("a string") << u"{{ 'name' }}"_s << usual;
    QTest::newRow("a number") << u"{{ 1 }}"_s << usual;
    QTest::newRow("a sum") << u"{{ number + 1 }}"_s << usual;
    QTest::newRow("blanks that are taken away") << u"a {{- name -}} b"_s << usual;
    QTest::newRow("a condition") << u"{% if name %}x{% endif %}"_s << usual;
    QTest::newRow("a comment") << u"{# no #}{{ name }}"_s << usual;
    QTest::newRow("three braces") << u"{{{ name }}}"_s << usual;
    QTest::newRow("not closed") << u"{{ name"_s << usual;
    QTest::newRow("over two lines") << u"{{ name\n}}"_s << usual;
    QTest::newRow("nothing in it") << u"{{ }}"_s << usual;
    QTest::newRow("no such variable") << u"{{ other }}"_s << usual;
    QTest::newRow("a word of the language") << u"{{ true }}"_s << QJsonObject{{u"true"_s, u"x"_s}};
    QTest::newRow("the environment") << u"{{ env }}"_s << usual;
    QTest::newRow("JSON") << u"[\"{{ name }}\"]"_s << usual;
    QTest::newRow("JSON with blanks around") << u" \n{\"a\": \"{{ name }}\"} "_s << usual;
    QTest::newRow("a number alone") << u"1.50"_s << usual;
    QTest::newRow("no variable") << u"Hello"_s << usual;
    QTest::newRow("a list") << u"{{ list }}"_s << QJsonObject{{u"list"_s, QJsonArray{1, 2}}};
    QTest::newRow("no value") << u"{{ gone }}"_s << QJsonObject{{u"gone"_s, QJsonValue::Null}};
    QTest::newRow("a fraction") << u"{{ half }}"_s << QJsonObject{{u"half"_s, 0.5}};
    QTest::newRow("a huge number") << u"{{ huge }}"_s << QJsonObject{{u"huge"_s, 1e21}};
    QTest::newRow("a template in a value") << u"{{ name }}"_s << QJsonObject{{u"name"_s, u"{{ other }}"_s}};
    QTest::newRow("a template in a value that is not read")
        << u"{{ name }}"_s << QJsonObject{{u"name"_s, u"Ada"_s}, {u"broken"_s, u"{% if %}"_s}};
}

void TestPlainTemplate::leavesTheRest()
{
    QFETCH(const QString, source);
    QFETCH(const QJsonObject, vars);

    QVERIFY(!renderedPlainly(TemplateForm::Prompt, source, vars));
    QVERIFY(!reviewedPlainly(TemplateForm::Prompt, source, vars));
}

void TestPlainTemplate::namesVariablesWithoutValues()
{
    QCOMPARE(plainVariables(u"{{ b }} {{a}} {{ b }}"_s), QStringList({u"b"_s, u"a"_s}));
    QVERIFY(!plainVariables(u"Hello"_s));
    QVERIFY(!plainVariables(u"{{ a | upper }}"_s));
    QVERIFY(!plainVariables(u"[\"{{ a }}\"]"_s));
}

void TestPlainTemplate::keepsValuesThatAreText()
{
    const QJsonObject vars{{u"name"_s, u"{{ other }}\n"_s}};

    QCOMPARE(renderedPlainly(TemplateForm::PromptOfText, u"<{{ name }}>"_s, vars), u"<{{ other }}\n>"_s);
    QCOMPARE(renderedPlainly(TemplateForm::Plain, u"[{{ name }}]"_s, vars), u"[{{ other }}\n]"_s);
}

void TestPlainTemplate::isWhatTheEngineGives()
{
    const Result<std::unique_ptr<TemplateEngine>> engine = TemplateEngine::create();
    QVERIFY(engine);

    QCOMPARE((*engine)->renderPrompt(u"{{ name }} {{ line }}"_s, variables()).value_or(QString()), u"Ada one\n"_s);
    // A filter that cannot be used fails all that is rendered.
    (*engine)->setFilters({{u"broken"_s, u"(("_s}});
    QVERIFY(!(*engine)->renderPrompt(u"{{ name }}"_s, variables()));
    QVERIFY(!(*engine)->review(u"{{ name }}"_s, variables()));
    QVERIFY(!(*engine)->variables(u"{{ name }}"_s));
    QVERIFY(!(*engine)->unknownNames(u"{{ name }}"_s));
}

QTEST_APPLESS_MAIN(TestPlainTemplate)
#include "tst_plaintemplate.moc"
