// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/labelset.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

CheckSpec check(const QString &type, const QJsonValue &value)
{
    CheckSpec spec;
    spec.type = type;
    spec.value = value;
    return spec;
}

Case caseThatExpects(const QString &type, const QJsonValue &value)
{
    Case each;
    each.checks = {check(type, value)};
    return each;
}

Experiment experiment(const QString &prompt)
{
    Experiment experiment;
    experiment.prompts = {Prompt{{}, {Message{Role::User, prompt}}, {}}};
    return experiment;
}

const QJsonArray moods{u"positive"_s, u"negative"_s, u"neutral"_s};

} // namespace

class TestLabelSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lists_data();
    void lists();
    void listsAreWrittenAsTheyAreRead();
    void prompts_data();
    void prompts();
    void checksOfAllCasesNameTheSet();
    void whatCasesExpectMakesTheSet();
    void theChoiceOfThePromptComesFirst();
    void templatesAreRendered();
    void proseIsNoSetOfLabels();
    void expectedLabels();

private:
    std::unique_ptr<TemplateEngine> m_templates;
};

void TestLabelSet::initTestCase()
{
    auto engine = TemplateEngine::create();
    QVERIFY(engine);
    m_templates = std::move(*engine);
}

void TestLabelSet::lists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("commas") << u" yes, no ,maybe"_s << QStringList{u"yes"_s, u"no"_s, u"maybe"_s};
    QTest::newRow("lines and bars") << u"a\nb|c;d"_s << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    QTest::newRow("twice, empty") << u"a,,a, "_s << QStringList{u"a"_s};
    QTest::newRow("quotes") << uR"("yes, sir", no)"_s << QStringList{u"yes, sir"_s, u"no"_s};
    QTest::newRow("chinese") << u"好、坏，中"_s << QStringList{u"好"_s, u"坏"_s, u"中"_s};
    QTest::newRow("nothing") << QString() << QStringList{};
    QTest::newRow("open quote") << uR"(a, "b, c)"_s << QStringList{u"a"_s, u"b, c"_s};
}

void TestLabelSet::lists()
{
    QFETCH(QString, text);
    QFETCH(QStringList, labels);
    QCOMPARE(labelsFromList(text), labels);
}

void TestLabelSet::listsAreWrittenAsTheyAreRead()
{
    const QStringList labels{u"yes, sir"_s, u"no"_s, u"a|b"_s, u"好"_s};
    QCOMPARE(labelsFromList(labelsToList(labels)), labels);
    QCOMPARE(labelsToList({u"a"_s, u"b"_s}), u"a, b"_s);
}

void TestLabelSet::prompts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("labels");
    const QStringList three{u"positive"_s, u"negative"_s, u"neutral"_s};
    QTest::newRow("or") << u"Say whether it is positive, negative or neutral.\n{{ review }}"_s << three;
    QTest::newRow("oxford") << u"Is it positive, negative, or neutral?"_s << three;
    QTest::newRow("german") << u"Antworte mit positiv, negativ oder neutral."_s
                            << QStringList{u"positiv"_s, u"negativ"_s, u"neutral"_s};
    QTest::newRow("chinese") << u"请回答 好、坏 或 中"_s << QStringList{u"好"_s, u"坏"_s, u"中"_s};
    QTest::newRow("colon") << u"Labels: spam, ham\nText: {{ mail }}"_s << QStringList{u"spam"_s, u"ham"_s};
    QTest::newRow("slash") << u"Sentiment (positive/negative/neutral)"_s << three;
    QTest::newRow("quoted") << u"Answer \"very good\", \"good\" or \"bad\"."_s
                            << QStringList{u"very good"_s, u"good"_s, u"bad"_s};
    QTest::newRow("none") << u"What is the capital of {{ country }}?"_s << QStringList{};
}

void TestLabelSet::prompts()
{
    QFETCH(QString, text);
    QFETCH(QStringList, labels);
    QCOMPARE(labelsInPrompt(text), labels);
}

void TestLabelSet::checksOfAllCasesNameTheSet()
{
    Experiment each = experiment(u"Classify: {{ text }}"_s);
    each.defaultCase.checks = {check(u"contains-any"_s, moods)};
    each.cases = {caseThatExpects(u"equals"_s, u"negative"_s), Case()};
    const QStringList labels = labelsOf(each, *m_templates);
    QCOMPARE(labels, (QStringList{u"positive"_s, u"negative"_s, u"neutral"_s}));
    QCOMPARE(expectedLabel(each, each.cases[0], labels, *m_templates), 1);
    QCOMPARE(expectedLabel(each, each.cases[1], labels, *m_templates), -1);
    each.defaultCase.checks = {check(u"icontains-any"_s, u"red, green"_s)}; // promptfoo takes a text too
    QCOMPARE(labelsOf(each, *m_templates), (QStringList{u"red"_s, u"green"_s}));
}

void TestLabelSet::whatCasesExpectMakesTheSet()
{
    Experiment each = experiment(u"Classify: {{ text }}"_s);
    each.cases = {caseThatExpects(u"equals"_s, u"spam"_s), caseThatExpects(u"icontains"_s, u"ham"_s),
                  caseThatExpects(u"starts-with"_s, u"Spam"_s), caseThatExpects(u"not-contains"_s, u"other"_s)};
    QCOMPARE(labelsOf(each, *m_templates), (QStringList{u"spam"_s, u"ham"_s}));
}

void TestLabelSet::theChoiceOfThePromptComesFirst()
{
    Experiment each = experiment(u"Is it positive, negative or neutral? {{ text }}"_s);
    each.cases = {caseThatExpects(u"icontains"_s, u"Negative"_s), caseThatExpects(u"icontains"_s, u"mixed"_s)};
    QCOMPARE(labelsOf(each, *m_templates), (QStringList{u"positive"_s, u"negative"_s, u"neutral"_s}));
    // Cases that expect something else altogether are no part of the choice.
    each.prompts[0].messages[0].text = u"{{ task }} {{ text }}"_s;
    each.defaultCase.variables = {{u"task"_s, u"Is this good or bad?"_s}};
    each.cases = {caseThatExpects(u"equals"_s, u"bad"_s), caseThatExpects(u"equals"_s, u"Paris"_s)};
    QCOMPARE(labelsOf(each, *m_templates), (QStringList{u"good"_s, u"bad"_s}));
    each.prompts[0].messages[0].text = u"Is it positive, negative or neutral? {{ text }}"_s;
    each.defaultCase.variables.clear();
    each.cases.clear();
    QCOMPARE(labelsOf(each, *m_templates), (QStringList{u"positive"_s, u"negative"_s, u"neutral"_s}));
}

void TestLabelSet::templatesAreRendered()
{
    Experiment each = experiment(u"{{ text }}"_s);
    each.defaultCase.checks = {check(u"equals"_s, u"{{ expected }}"_s)};
    for (const QString &label : {u"yes"_s, u"no"_s, u"yes"_s}) {
        Case row;
        row.variables = {{u"expected"_s, label}};
        each.cases.append(row);
    }
    const QStringList labels = labelsOf(each, *m_templates);
    QCOMPARE(labels, (QStringList{u"yes"_s, u"no"_s}));
    QCOMPARE(expectedLabel(each, each.cases[1], labels, *m_templates), 1);
}

void TestLabelSet::proseIsNoSetOfLabels()
{
    Experiment each = experiment(u"Tell a story."_s);
    each.cases = {caseThatExpects(u"equals"_s, QString(200, u'x')), caseThatExpects(u"equals"_s, u"b"_s)};
    QVERIFY(labelsOf(each, *m_templates).isEmpty());
    QVERIFY(labelsOf(Experiment(), *m_templates).isEmpty());
}

void TestLabelSet::expectedLabels()
{
    const QStringList labels{u"yes"_s, u"no"_s};
    const Experiment none;
    QCOMPARE(expectedLabel(none, caseThatExpects(u"icontains"_s, u"NO"_s), labels, *m_templates), 1);
    QCOMPARE(expectedLabel(none, caseThatExpects(u"not-equals"_s, u"no"_s), labels, *m_templates), -1);
    QCOMPARE(expectedLabel(none, caseThatExpects(u"contains"_s, u"perhaps"_s), labels, *m_templates), -1);
    QCOMPARE(expectedLabel(none, caseThatExpects(u"contains-any"_s, QJsonArray{u"yes"_s, u"no"_s}), labels, *m_templates), -1);
    QCOMPARE(expectedLabel(none, caseThatExpects(u"contains-any"_s, QJsonArray{u"yes"_s, u"yeah"_s}), labels, *m_templates), 0);
}

QTEST_GUILESS_MAIN(TestLabelSet)

#include "tst_labelset.moc"
