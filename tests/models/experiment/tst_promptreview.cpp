// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/promptreview.h"
#include "tests/support/plannedcells.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment experimentOf(const Messages &messages, const QList<Variables> &cases)
{
    Experiment experiment;
    experiment.prompts += Prompt{{}, messages, {}};
    Variant variant;
    variant.endpoint = endpointFromId(u"local:mini"_s);
    experiment.variants += variant;
    for (const Variables &variables : cases) {
        experiment.cases += Case{};
        experiment.cases.last().variables = variables;
    }
    return experiment;
}

Experiment asking(const QString &text)
{
    return experimentOf({{Role::User, text}}, {{{u"name"_s, u"Bob"_s}, {u"n"_s, 3}, {u"list"_s, QJsonArray{1, 2}}}});
}

QString textAt(const Experiment &experiment, const PromptFault &fault)
{
    return experiment.prompts.at(fault.promptIndex).messages.at(fault.messageIndex).text.sliced(fault.from, fault.length);
}

} // namespace

class TestPromptReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rendersAsTheRunDoes_data();
    void rendersAsTheRunDoes();
    void aMessageThatBeginsWithAVariable();
    void marksWhatWasPutIn();
    void findsFaults_data();
    void findsFaults();
    void findsNone_data();
    void findsNone();
    void oneFaultHidesNoOther();
    void tellsTheCases();
    void looksAtEveryPrompt();
    void stopsInTime();

private:
    std::unique_ptr<TemplateEngine> m_templates;
};

void TestPromptReview::initTestCase()
{
    auto templates = TemplateEngine::create();
    QVERIFY(templates);
    m_templates = std::move(*templates);
}

void TestPromptReview::rendersAsTheRunDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Say it"_s;
    QTest::newRow("variable") << u"Hi {{ name }}, {{ n }} times"_s;
    QTest::newRow("filters") << u"{{ name | upper }} {{ list | join('-') }} {{ name | length }}"_s;
    QTest::newRow("blocks") << u"{% if n > 2 %}{{ name }}{% else %}no{% endif %}{% for x in list %}<{{ x }}>{% endfor %}"_s;
    QTest::newRow("macro") << u"{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(name) }}{{ m(name) | length }}"_s;
    QTest::newRow("captured") << u"{% set big %}{{ name }}!{% endset %}{{ big | length }} {{ big }}"_s;
    QTest::newRow("filter block") << u"{% filter upper %}x {{ name }}{% endfilter %}"_s;
    QTest::newRow("switch") << u"{% switch n %}{% case 3 %}{{ name }}{% default %}no{% endswitch %}"_s;
    QTest::newRow("default") << u"{{ nobody | default('x') }}"_s;
    QTest::newRow("JSON") << u"{\"ask\": \"{{ name }}\", \"list\": [\"{{ n }}\"]}"_s;
    QTest::newRow("raw") << u"{% raw %}{{ name }}{% endraw %} {{ name }}"_s;
    QTest::newRow("comment") << u"{# not this #}{{ name }}"_s;
}

void TestPromptReview::rendersAsTheRunDoes()
{
    QFETCH(QString, text);
    for (const bool isConversation : {false, true}) {
        Experiment experiment = asking(text);
        if (isConversation)
            experiment.prompts[0].messages.prepend({Role::System, u"Be {{ name }}"_s});
        const auto cells = plannedCells(experiment, *m_templates, {});
        QVERIFY(cells && cells->size() == 1 && !cells->front().error);
        const PromptReview review = reviewPrompts(experiment, {}, *m_templates);
        QCOMPARE(review.sent(), cells->front().request.messages);
        QVERIFY(review.renders());
        QCOMPARE(review.faults, QList<PromptFault>());
    }
}

void TestPromptReview::marksWhatWasPutIn()
{
    const Experiment experiment =
        asking(u"Hi {{ name }}, {% for x in list %}<{{ x }}>{% endfor %}{% set a %}{{ n }}{% endset %}{{ a }}"_s);
    const RenderedMessage message = reviewPrompts(experiment, {}, *m_templates).messages.constFirst();
    QCOMPARE(message.text, u"Hi Bob, <1><2>3"_s);
    const QList<FilledSpan> expected{{3, 3}, {9, 1}, {12, 1}, {14, 1}};
    QCOMPARE(message.filled, expected);
    // What is missing is shown as it is asked for.
    const PromptReview missing = reviewPrompts(asking(u"Hi {{ nobody }}!"_s), {}, *m_templates);
    QCOMPARE(missing.messages.constFirst().text, u"Hi {{ nobody }}!"_s);
    QCOMPARE(missing.messages.constFirst().filled, (QList<FilledSpan>{{3, 12, true}}));
    QVERIFY(!missing.renders());
}

/// It is a template like any other, no map: values lose their last line end and take those of others.
void TestPromptReview::aMessageThatBeginsWithAVariable()
{
    const Experiment experiment = experimentOf({{Role::User, u"{{ task }}"_s},
                                                {Role::Assistant, u"{% if name %}{{ name }}{% endif %}"_s},
                                                {Role::User, u"{\"a\": 1}"_s}},
                                               {{{u"task"_s, u"Greet {{ name }}.\n"_s}, {u"name"_s, u"Bob\n"_s}}});
    const auto cells = plannedCells(experiment, *m_templates);
    QVERIFY(cells);
    const Messages messages = cells->front().request.messages;
    QCOMPARE(messages.at(0).text, u"Greet Bob."_s);
    QCOMPARE(messages.at(1).text, u"Bob"_s);
    QCOMPARE(messages.at(2).text, u"{\"a\": 1}"_s);
}

void TestPromptReview::findsFaults_data()
{
    using enum PromptFaultKind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<PromptFaultKind>("kind");
    QTest::addColumn<QString>("place");
    QTest::newRow("missing") << u"a {{ nobody }} b"_s << MissingValue << u"nobody"_s;
    QTest::newRow("missing in a filter") << u"{{ 'x' | replace('x', nobody) }}"_s << MissingValue << u"nobody"_s;
    QTest::newRow("missing member") << u"a\nb {{ name.first }} b"_s << MissingValue << u"name.first"_s;
    QTest::newRow("missing in JSON") << u"{\"a\": \"b\",\n \"c\": \"{{ nobody }}\"}"_s << MissingValue << u"nobody"_s;
    QTest::newRow("missing that breaks") << u"{{ nobody.a.b }}"_s << MissingValue << u"nobody"_s;
    QTest::newRow("a name within another") << u"{{ name }}{{ nam }}"_s << MissingValue << u"nam"_s;
    QTest::newRow("open variable") << u"a {{ name b\nc"_s << NotATemplate << u"{{ name b"_s;
    QTest::newRow("open tag") << u"a {% if name b"_s << NotATemplate << u"{% if name b"_s;
    QTest::newRow("open block") << u"a {% for x in list %} b"_s << NotATemplate << u"{% for x in list %}"_s;
    QTest::newRow("half closed") << u"a {{ name } b"_s << NotATemplate << u"{{ name } b"_s;
    QTest::newRow("nothing in it") << u"a {{ }} b"_s << NotATemplate << u"{{ }}"_s;
    QTest::newRow("unknown tag") << u"a {% fi name %} b"_s << NotATemplate << u"{% fi name %}"_s;
    QTest::newRow("filter") << u"a {{ name | trimm }} b"_s << UnknownName << u"trimm"_s;
    QTest::newRow("filter in a block") << u"{% filter shout %}a{% endfilter %}"_s << UnknownName << u"shout"_s;
    QTest::newRow("second filter") << u"{{ name | upper | lowr }}"_s << UnknownName << u"lowr"_s;
    QTest::newRow("test") << u"{{ 1 if n is numbr }}"_s << UnknownName << u"numbr"_s;
    QTest::newRow("braces") << u"Hi {name}"_s << SingleBraces << u"{name}"_s;
    QTest::newRow("braces of a template literal") << u"Hi ${name}"_s << SingleBraces << u"{name}"_s;
    QTest::newRow("braces with blanks") << u"Hi { name }, {{ n }}"_s << SingleBraces << u"{ name }"_s;
    QTest::newRow("empty") << u""_s << Empty << u""_s;
    QTest::newRow("blank") << u" \n"_s << Empty << u""_s;
    QTest::newRow("empty when rendered") << u"{% if n > 5 %}x{% endif %}"_s << Empty << u""_s;
    QTest::newRow("call of a value") << u"{{ name() }}"_s << DoesNotRender << u"{{ name() }}"_s;
}

void TestPromptReview::findsFaults()
{
    QFETCH(QString, text);
    QFETCH(PromptFaultKind, kind);
    QFETCH(QString, place);
    const Experiment experiment = asking(text);
    const PromptReview review = reviewPrompts(experiment, {}, *m_templates);
    QStringList told;
    for (const PromptFault &fault : review.faults)
        told += fault.text;
    QVERIFY2(review.faults.size() == 1, qPrintable(told.join(u'\n')));
    const PromptFault &fault = review.faults.constFirst();
    QCOMPARE(fault.kind, kind);
    QCOMPARE(textAt(experiment, fault), place);
    QVERIFY(!fault.text.isEmpty());
    const bool isSent = kind == PromptFaultKind::SingleBraces || kind == PromptFaultKind::Empty;
    QCOMPARE(review.renders(), isSent);
}

void TestPromptReview::findsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("JSON of another kind") << u"Answer as {\"name\": \"…\"} for {{ name }}"_s;
    QTest::newRow("braces of no variable") << u"Write f\"{x}\" for {{ name }}"_s;
    QTest::newRow("braces in raw") << u"{% raw %}{name}{% endraw %} {{ name }}"_s;
    QTest::newRow("object in a tag") << u"{% set a = {name: 1} %}{{ a.name }}"_s;
    QTest::newRow("asked about") << u"{% if nobody %}x{% else %}y{% endif %}{{ nobody is defined }}"_s;
    QTest::newRow("environment") << u"{{ env.HOME | default('none') }}"_s;
}

void TestPromptReview::findsNone()
{
    QFETCH(QString, text);
    const PromptReview review = reviewPrompts(asking(text), {}, *m_templates);
    QVERIFY2(review.faults.isEmpty(), qPrintable(review.faults.value(0).text));
}

void TestPromptReview::oneFaultHidesNoOther()
{
    using enum PromptFaultKind;
    const Experiment experiment =
        asking(u"{{ name | uper }} {{ nobody | lowr }} {name} {{ nothing }}{% if n is odder %}{% endif %}"_s);
    const PromptReview review = reviewPrompts(experiment, {}, *m_templates);
    QList<PromptFaultKind> kinds;
    QStringList places;
    for (const PromptFault &fault : review.faults) {
        kinds += fault.kind;
        places += textAt(experiment, fault);
    }
    QCOMPARE(kinds, (QList<PromptFaultKind>{UnknownName, MissingValue, UnknownName, SingleBraces, MissingValue, UnknownName}));
    QCOMPARE(places, (QStringList{u"uper"_s, u"nobody"_s, u"lowr"_s, u"{name}"_s, u"nothing"_s, u"odder"_s}));
    QVERIFY(!review.renders());
}

void TestPromptReview::tellsTheCases()
{
    const QList<Variables> cases{{{u"a"_s, u"1"_s}}, {{u"b"_s, u"1"_s}}, {{u"b"_s, u"2"_s}}};
    const Experiment experiment = experimentOf({{Role::User, u"{{ a }} and {{ b }}"_s}}, cases);
    for (int shown = 0; shown < 3; ++shown) {
        const PromptReview review = reviewPrompts(experiment, {shown, 0, 0, 0}, *m_templates);
        QCOMPARE(review.faults.size(), 2);
        QCOMPARE(review.faults.at(0).text, u"The variable \"a\" has no value. (cases: 2, the first is case 2)"_s);
        QCOMPARE(review.faults.at(0).caseIndex, 1);
        QCOMPARE(review.faults.at(1).text, u"The variable \"b\" has no value. (case 1)"_s);
    }
    Experiment none = experiment;
    none.cases.clear();
    QCOMPARE(reviewPrompts(none, {}, *m_templates).faults.size(), 2);
}

void TestPromptReview::looksAtEveryPrompt()
{
    Experiment experiment = asking(u"Hi {{ name }}"_s);
    experiment.prompts += Prompt{u"second"_s, {{Role::System, u"x"_s}, {Role::User, u"Hi\nyou {{ nam }}"_s}}, {}};
    experiment.prompts += Prompt{u"third"_s, {}, {}};
    const PromptReview review = reviewPrompts(experiment, {}, *m_templates);
    QCOMPARE(review.faults.size(), 2);
    QCOMPARE(faultPlace(experiment, review.faults.at(0)), u"second, message 2, line 2"_s);
    QCOMPARE(faultPlace(experiment, review.faults.at(1)), u"third"_s);
    QCOMPARE(review.faults.at(1).messageIndex, -1);
    QCOMPARE(review.messages.size(), 1);
    QVERIFY(review.renders());
}

void TestPromptReview::stopsInTime()
{
    auto hasty = TemplateEngine::create({.time = std::chrono::milliseconds(50)});
    QVERIFY(hasty);
    Experiment experiment = asking(u"{% for i in range(100000000) %}{{ i }}{% endfor %}"_s);
    while (experiment.cases.size() < 1000)
        experiment.cases += experiment.cases.constFirst();
    // 200 cases of 50 ms would be ten seconds.
    const PromptReview review = reviewPrompts(experiment, {}, **hasty, {.cases = 200, .time = std::chrono::milliseconds(0)});
    QCOMPARE(review.faults.size(), 1);
    QCOMPARE(review.faults.constFirst().kind, PromptFaultKind::DoesNotRender);
}

QTEST_GUILESS_MAIN(TestPromptReview)
#include "tst_promptreview.moc"
