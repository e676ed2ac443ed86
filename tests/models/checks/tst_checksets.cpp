// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkkinds.h"
#include "models/checks/checksuite.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

CheckSpec partOf(const QString &type, const QJsonValue &value, double weight = 1, const QString &metric = {})
{
    CheckSpec check;
    check.type = type;
    check.value = value;
    check.weight = weight;
    check.metric = metric;
    return check;
}

CheckSpec setOf(const QList<CheckSpec> &parts, std::optional<double> threshold = {})
{
    CheckSpec set = partOf(u"assert-set"_s, {});
    set.threshold = threshold;
    setCheckParts(set, parts);
    return set;
}

Grade gradeOfText(const QString &text, const QList<CheckSpec> &checks, std::optional<double> threshold = {})
{
    Cell cell;
    cell.text = text;
    return gradeCell(cell, checks, {}, threshold);
}

Grade gradeWith(GradingInput input)
{
    return gradeOf(input, draftGrade(input).verdicts);
}

} // namespace

class CheckSetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThresholdDecidesOverASet()
    {
        const QList<CheckSpec> parts{partOf(u"contains"_s, u"a"_s, 1, u"m"_s), partOf(u"contains"_s, u"z"_s, 1, u"m"_s)};
        const Grade grade = gradeOfText(u"abc"_s, {setOf(parts, 0.5)});
        QCOMPARE(grade.outcome, Outcome::Pass);
        QCOMPARE(grade.score, 0.5);
        QCOMPARE(grade.verdicts.size(), 1);
        QCOMPARE(grade.verdicts[0].parts.size(), 2);
        QVERIFY(grade.verdicts[0].parts[0].passed && !grade.verdicts[0].parts[1].passed);
        QVERIFY(grade.verdicts[0].parts[1].reason.startsWith(u"contains"_s));
        QCOMPARE(namedScores(grade.verdicts), (QList<NamedScore>{{u"m"_s, 0.5, 2}}));
        QCOMPARE(gradeOfText(u"abc"_s, {setOf(parts)}).outcome, Outcome::Fail);
        QCOMPARE(gradeOfText(u"abc"_s, {setOf(parts, 0.6)}).outcome, Outcome::Fail);
    }

    void aSetCountsAsOne()
    {
        CheckSpec set = setOf({partOf(u"contains"_s, u"a"_s, 3), partOf(u"contains"_s, u"z"_s, 1)}, 0.7);
        set.weight = 3;
        const Grade grade = gradeOfText(u"abc"_s, {set, partOf(u"contains"_s, u"y"_s)}, 0.5);
        QCOMPARE(grade.score, (0.75 * 3 + 0) / 4);
        QCOMPARE(grade.outcome, Outcome::Pass);
    }

    void whatIsNotEvaluatedLeavesASetOpen()
    {
        const QList<CheckSpec> parts{partOf(u"contains"_s, u"a"_s), partOf(u"python"_s, u"x"_s)};
        QCOMPARE(gradeOfText(u"abc"_s, {setOf(parts)}).outcome, Outcome::NotEvaluated);
    }

    void aSetHasASentence()
    {
        QCOMPARE(checkSentence(setOf({partOf(u"contains"_s, u"a"_s)})), u"All of these: The answer contains “a”"_s);
        QVERIFY(checkProblem(setOf({partOf(u"contains"_s, u"a"_s)})).isEmpty());
    }

    void scriptsOfFiles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("function");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("module.exports") << u"module.exports = (output, context) => output === 'abc' && context.vars.n === 1;"_s
                                        << QString() << Outcome::Pass;
        QTest::newRow("a name") << u"exports.short = output => output.length < 3;"_s << u":short"_s << Outcome::Fail;
        QTest::newRow("exported by words") << u"export function short(output) {\n  return output.length < 4;\n}"_s << u":short"_s
                                           << Outcome::Pass;
        QTest::newRow("by default") << u"export default output => ({pass: true, score: 1, reason: 'good'});"_s << QString()
                                    << Outcome::Pass;
        QTest::newRow("nothing exported") << u"const a = 1;"_s << QString() << Outcome::Error;
        QTest::newRow("modules") << u"const fs = require('fs');\nmodule.exports = () => true;"_s << QString() << Outcome::Error;
        QTest::newRow("without an end") << u"module.exports = () => { for (;;); };"_s << QString() << Outcome::Error;
    }
    void scriptsOfFiles()
    {
        QFETCH(QString, text);
        QFETCH(QString, function);
        QFETCH(Outcome, outcome);
        GradingInput input;
        input.cell.text = u"abc"_s;
        input.variables = {{u"n"_s, 1}};
        input.limits.time = std::chrono::milliseconds(200);
        input.scripts = {{u"file://a/check.js"_s, text}};
        input.checks = {partOf(u"javascript"_s, QString(u"file://a/check.js"_s + function))};
        const Grade grade = gradeWith(input);
        QVERIFY2(grade.outcome == outcome, qPrintable(grade.verdicts[0].reason));
    }

    void scriptsNotRead()
    {
        QCOMPARE(gradeOfText(u"abc"_s, {partOf(u"javascript"_s, u"file://a.js"_s)}).outcome, Outcome::Error);
        QCOMPARE(gradeOfText(u"abc"_s, {partOf(u"javascript"_s, u"file://a.ts"_s)}).outcome, Outcome::NotEvaluated);
    }

    void aScriptGivesAValue()
    {
        GradingInput input;
        input.cell.text = u"Hello x"_s;
        input.scripts = {{u"file://value.js"_s, u"module.exports = () => 'Hello';"_s},
                         {u"file://wrong.js"_s, u"module.exports = () => true;"_s}};
        input.checks = {partOf(u"contains"_s, u"file://value.js"_s)};
        QCOMPARE(gradeWith(input).outcome, Outcome::Pass);
        input.checks = {partOf(u"contains"_s, u"file://wrong.js"_s)};
        QCOMPARE(gradeWith(input).outcome, Outcome::Error);
    }

    void aTransformComesBefore()
    {
        CheckSpec check = partOf(u"equals"_s, u"2"_s);
        check.other.insert(u"transform"_s, u"JSON.parse(output).n + 1"_s);
        QCOMPARE(gradeOfText(u"{\"n\": 1}"_s, {check}).outcome, Outcome::Pass);
        CheckSpec script = partOf(u"javascript"_s, u"output.n === 1"_s);
        script.other.insert(u"transform"_s, u"JSON.parse(output)"_s);
        QCOMPARE(gradeOfText(u"{\"n\": 1}"_s, {script}).outcome, Outcome::Pass);
        QCOMPARE(gradeOfText(u"none"_s, {script}).outcome, Outcome::Error);
    }

    void aScriptNamesScores()
    {
        const Grade grade = gradeOfText(
            u"x"_s, {partOf(u"javascript"_s, u"({pass: true, score: 1, reason: 'r', namedScores: {tp: 1, fp: 0}})"_s)});
        QCOMPARE(namedScores(grade.verdicts), (QList<NamedScore>{{u"fp"_s, 0, 1}, {u"tp"_s, 1, 1}}));
    }

    void aScoringFunctionHasTheLastWord()
    {
        GradingInput input;
        input.cell.text = u"x y"_s;
        input.checks = {partOf(u"contains"_s, u"x"_s, 1, u"has"_s), partOf(u"contains"_s, u"nope"_s)};
        input.scripts = {
            {u"file://score.js"_s,
             u"module.exports = (named, context) => ({pass: named.has === 1 && context.componentResults.length === 2, "
             "score: 0.77, reason: 'scored'});"_s}};
        input.scoring = u"file://score.js"_s;
        const Grade grade = gradeWith(input);
        QCOMPARE(grade.outcome, Outcome::Pass);
        QCOMPARE(grade.score, 0.77);
        QCOMPARE(grade.verdicts.last().reason, u"scored"_s);
        input.scoring = u"named => ({pass: false, score: 0.1})"_s;
        QCOMPARE(gradeWith(input).outcome, Outcome::Fail);
        input.scoring = u"named => 1"_s;
        QCOMPARE(gradeWith(input).outcome, Outcome::Error);
    }
};

QTEST_GUILESS_MAIN(CheckSetsTest)
#include "tst_checksets.moc"
