// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/experimentedits.h"
#include "models/items/variableusage.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment withPrompt(const QString &text)
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:mini"_s));
    experiment.prompts[0].messages[0].text = text;
    return experiment;
}

} // namespace

class TestVariableUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promptsName_data();
    void promptsName();
    void typingKeepsWhatWas();
    void valuesAndChecksUse();
    void missingIsCounted();
};

void TestVariableUsage::promptsName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << u"plain { text } } {"_s << QStringList{};
    QTest::newRow("in their order") << u"{{ b }} and {{a}} and {{ b | upper }}"_s << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("blocks") << u"{% if x %}{{ y }}{% endif %}{% for i in list %}{{ i }}{% endfor %}{% set s = z %}{{ s }}"_s
                            << QStringList{u"x"_s, u"y"_s, u"list"_s, u"z"_s};
    QTest::newRow("a comment") << u"{# {{ no }} #}{{ yes }}"_s << QStringList{u"yes"_s};
    QTest::newRow("raw") << u"{% raw %}{{ no }}{% endraw %}{{ yes }}"_s << QStringList{u"yes"_s};
    QTest::newRow("the end of a tag in quotes") << u"{{ \"}}\" }}{{ yes }}"_s << QStringList{u"yes"_s};
    QTest::newRow("a part") << u"{{ user.name }}"_s << QStringList{u"user"_s};
    QTest::newRow("a book") << QString(u"word { "_s.repeated(60'000) + u"{{ end }}"_s) << QStringList{u"end"_s};
}

void TestVariableUsage::promptsName()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    VariableUsage usage;
    usage.update(withPrompt(text));
    QCOMPARE(usage.promptNames(), names);
}

void TestVariableUsage::typingKeepsWhatWas()
{
    VariableUsage usage;
    usage.update(withPrompt(u"{{ a }}"_s));
    for (const QString &half : {u"{{ a }}{"_s, u"{{ a }}{{"_s, u"{{ a }}{{ b"_s, u"{{ a }}{{ b }"_s}) {
        usage.update(withPrompt(half));
        QCOMPARE(usage.promptNames(), QStringList{u"a"_s});
    }
    usage.update(withPrompt(u"{{ a }}{{ b }}"_s));
    QCOMPARE(usage.promptNames(), (QStringList{u"a"_s, u"b"_s}));
    usage.forget();
    usage.update(withPrompt(u"{{ c"_s));
    QCOMPARE(usage.promptNames(), QStringList());
    QVERIFY(usage.isUsed(u"c"_s)); // what could not be read may name anything
    usage.update(withPrompt(u"{{ d }}"_s));
    QVERIFY(!usage.isUsed(u"c"_s));
}

void TestVariableUsage::valuesAndChecksUse()
{
    Experiment experiment = withPrompt(u"{{ a }}"_s);
    experiment.cases[0].variables += Variable{u"a"_s, QJsonArray{u"x {{ inner }}"_s}};
    CheckSpec check;
    check.type = u"equals"_s;
    check.value = QJsonObject{{u"k"_s, u"{{ expected }}"_s}};
    experiment.defaultCase.checks += check;
    VariableUsage usage;
    usage.update(experiment);
    for (const QString &name : {u"a"_s, u"inner"_s, u"expected"_s})
        QVERIFY2(usage.isUsed(name), qPrintable(name));
    QVERIFY(!usage.isUsed(u"other"_s));
    experiment.defaultCase.checks.clear();
    usage.update(experiment);
    QVERIFY(!usage.isUsed(u"expected"_s));
}

void TestVariableUsage::missingIsCounted()
{
    Experiment experiment = withPrompt(u"{{ a }}"_s);
    experiment.cases += Case{};
    Edits::setVariable(experiment.cases[0], u"a"_s, u""_s); // an empty text is a value
    VariableUsage usage;
    usage.update(experiment);
    QCOMPARE(usage.missingIn(u"a"_s), 1);
    Edits::setVariable(experiment.defaultCase, u"a"_s, u"x"_s);
    usage.update(experiment);
    QCOMPARE(usage.missingIn(u"a"_s), 0);
}

QTEST_GUILESS_MAIN(TestVariableUsage)
#include "tst_variableusage.moc"
