// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/answertransform.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment lamps(const QString &ofProvider, const QString &ofTest)
{
    Experiment experiment;
    experiment.prompts = {{u"ask"_s, {{Role::User, u"x"_s}}, {}}};
    Variant echo;
    echo.endpoint = endpointFromId(u"echo"_s);
    if (!ofProvider.isEmpty())
        echo.other = {{u"transform"_s, ofProvider}};
    experiment.variants = {echo};
    Case own;
    own.variables = {{u"n"_s, 4}};
    if (!ofTest.isEmpty())
        own.other = {{u"options"_s, QJsonObject{{u"transform"_s, ofTest}}}};
    experiment.cases = {own};
    return experiment;
}

Result<ScriptOutput> made(const Experiment &experiment, const QString &answer)
{
    Cell cell;
    cell.text = answer;
    return transformedAnswer(answerTransforms(experiment, {}), cell, {});
}

} // namespace

class AnswerTransformTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOther()
    {
        QVERIFY(answerTransforms(lamps({}, {}), {}).isEmpty());
        QCOMPARE(made(lamps(u"output + '1'"_s, u"output.toUpperCase() + context.vars.n"_s), u"abc"_s)->text, u"ABC14"_s);
        const Result<ScriptOutput> value = made(
            lamps(u"JSON.parse(output)"_s, u"({name: output.name, label: context.prompt.label})"_s), u"{\"name\": \"lamp\"}"_s);
        QCOMPARE(*value, (ScriptOutput{u"{\"name\":\"lamp\",\"label\":\"ask\"}"_s, true}));
    }

    void valuesAreThoseOfThePrompt()
    {
        Experiment experiment = lamps(u"output + context.vars.n + context.vars.said"_s, {});
        experiment.cases[0].variables = {{u"n"_s, u"4\n"_s}, {u"said"_s, u"{{ n }}?"_s}};
        QCOMPARE(made(experiment, u"a"_s)->text, u"a44?"_s);
        Cell cell;
        cell.request.values = {{u"n"_s, u"5"_s}};
        QCOMPARE(transformedAnswer(answerTransforms(experiment, cell.request), cell, {})->text, u"55?"_s);
        setTakesDataAsText(experiment, true);
        QCOMPARE(transformedAnswer(answerTransforms(experiment, cell.request), cell, {})->text, u"5{{ n }}?"_s);
    }

    void theTestsOwnCountsBeforeTheDefault()
    {
        Experiment experiment = lamps({}, {});
        experiment.defaultCase.other = {{u"options"_s, QJsonObject{{u"postprocess"_s, u"output + '?'"_s}}}};
        QCOMPARE(made(experiment, u"a"_s)->text, u"a?"_s);
        experiment.cases[0].other = {{u"options"_s, QJsonObject{{u"transform"_s, u"output + '!'"_s}}}};
        QCOMPARE(made(experiment, u"a"_s)->text, u"a!"_s);
    }

    void functionsInFiles()
    {
        Experiment experiment = lamps(u"file://x.js:end"_s, {});
        QCOMPARE(made(experiment, u"a"_s).error().kind, ErrorKind::Script); // it was not read
        experiment.scripts = {{u"file://x.js"_s, u"exports.end = (text) => text + '.';"_s}};
        QCOMPARE(made(experiment, u"a"_s)->text, u"a."_s);
        QVERIFY(!made(lamps(u"file://x.py"_s, {}), u"a"_s));
    }

    void whatFails()
    {
        QVERIFY(made(lamps(u"JSON.parse(output)"_s, {}), u"no data"_s).error().detail.contains("transform failed"_L1));
        QVERIFY(!made(lamps(u"output.missing"_s, {}), u"a"_s));
        Limits limits;
        limits.time = std::chrono::milliseconds(50);
        QVERIFY(!transformedAnswer(answerTransforms(lamps(u"while (true) {}\nreturn 1;"_s, {}), {}), Cell(), limits));
    }

    void theAnswerIsKept()
    {
        Cell cell;
        cell.text = u"raw"_s;
        takeTransformed(cell, u"raw"_s);
        QVERIFY(cell.notes.isEmpty());
        takeTransformed(cell, u"made"_s);
        QCOMPARE(cell.text, u"made"_s);
        QCOMPARE(answerAsGiven(cell), u"raw"_s);
        QCOMPARE(notesFromJson(notesToJson(cell.notes)), cell.notes);
    }

    void sameOrNot()
    {
        const Experiment one = lamps(u"output"_s, {});
        QVERIFY(transformsTheSame(one, one, {}));
        QVERIFY(!transformsTheSame(one, lamps(u"output + 1"_s, {}), {}));
    }
};

QTEST_GUILESS_MAIN(AnswerTransformTest)
#include "tst_answertransform.moc"
