// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GradingInput scripted(const QString &code, std::optional<double> threshold = {})
{
    GradingInput input;
    input.cell.state = CellState::Done;
    input.cell.text = u"A green lamp"_s;
    input.cell.request.messages = {{Role::User, u"Name a lamp."_s}};
    input.cell.request.endpoint = endpointFromId(u"echo"_s);
    input.cell.usage.outputTokens = 3;
    input.cell.timings.total = std::chrono::milliseconds(120);
    input.cell.cost = Money::fromNano(2'000'000);
    input.variables = {{u"word"_s, u"Lamp"_s}, {u"n"_s, 3}};
    input.test = {{u"description"_s, u"first"_s}, {u"metadata"_s, QJsonObject{{u"kind"_s, u"easy"_s}}}};
    CheckSpec check;
    check.type = u"javascript"_s;
    check.value = code;
    check.threshold = threshold;
    check.other = {{u"config"_s, QJsonObject{{u"least"_s, 2}}}};
    input.checks = {check};
    return input;
}

} // namespace

class ScriptCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As in the prompt: a last newline is gone, and a value may hold another one.
    void valuesAreThoseOfThePrompt()
    {
        GradingInput input = scripted(u"context.vars.both"_s);
        input.variables = {{u"word"_s, u"green\n"_s}, {u"both"_s, u"A {{ word }} lamp"_s}};
        CheckSpec same = input.checks.constFirst();
        same.type = u"equals"_s;
        same.value = u"{{ both }}"_s;
        input.checks[0].value = u"context.vars.both === output && context.test.vars.word === 'green'"_s;
        input.checks += same;
        const Verdicts verdicts = draftGrade(input).verdicts;
        QCOMPARE(verdicts.at(0).outcome, Outcome::Pass);
        QCOMPARE(verdicts.at(1).outcome, Outcome::Pass);
        input.valuesAreText = true;
        input.checks[0].value = u"context.vars.both === 'A {{' + ' word }} lamp'"_s;
        input.checks[0].isData = true;
        QCOMPARE(draftGrade(input).verdicts.constFirst().outcome, Outcome::Pass);
    }

    void scripts_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<double>("score");
        QTest::newRow("an expression") << u"output.includes('green')"_s << Outcome::Pass << 1.0;
        QTest::newRow("with a semicolon") << u" output === 'red'; "_s << Outcome::Fail << 0.0;
        QTest::newRow("declared before") << u"const a = output.length; let b = 12; a === b"_s << Outcome::Pass << 1.0;
        QTest::newRow("returned in one line") << u"return output.length > 100"_s << Outcome::Fail << 0.0;
        QTest::newRow("a block of one line") << u"output.length > 3\n"_s << Outcome::Pass << 1.0;
        QTest::newRow("lines") << u"const words = output.split(' ');\nreturn words.length / 4;"_s << Outcome::Pass << 0.75;
        QTest::newRow("zero") << u"0"_s << Outcome::Fail << 0.0;
        QTest::newRow("a template") << u"output.includes('{{ word | lower }}')"_s << Outcome::Pass << 1.0;
        QTest::newRow("a map") << u"({pass: true, score: 0.5, reason: 'half'})"_s << Outcome::Pass << 0.5;
        QTest::newRow("a map without a score") << u"({pass: false})"_s << Outcome::Fail << 0.0;
        QTest::newRow("a promise") << u"Promise.resolve(0.25)"_s << Outcome::Pass << 0.25;
        QTest::newRow("vars") << u"context.vars.n === 3 && context.vars.word === 'Lamp'"_s << Outcome::Pass << 1.0;
        QTest::newRow("prompt") << u"context.prompt === 'Name a lamp.'"_s << Outcome::Pass << 1.0;
        QTest::newRow("test") << u"context.test.description === 'first' && context.test.vars.n === 3"_s << Outcome::Pass << 1.0;
        QTest::newRow("metadata") << u"context.metadata.kind === 'easy'"_s << Outcome::Pass << 1.0;
        QTest::newRow("config") << u"output.length > context.config.least"_s << Outcome::Pass << 1.0;
        QTest::newRow("usage")
            << u"context.providerResponse.tokenUsage.completion === 3 && context.providerResponse.cost === 0.002"_s
            << Outcome::Pass << 1.0;
        QTest::newRow("times") << u"context.providerResponse.latencyMs === 120"_s << Outcome::Pass << 1.0;
        QTest::newRow("provider") << u"context.provider.id === 'echo'"_s << Outcome::Pass << 1.0;
        QTest::newRow("text") << u"'yes'"_s << Outcome::Error << 0.0;
        QTest::newRow("nothing") << u"undefined"_s << Outcome::Error << 0.0;
        QTest::newRow("not a number") << u"0 / 0"_s << Outcome::Error << 0.0;
        QTest::newRow("a map without pass") << u"({score: 1})"_s << Outcome::Error << 0.0;
        QTest::newRow("empty") << u"  "_s << Outcome::Error << 0.0;
        QTest::newRow("a file") << u"file://check.js"_s << Outcome::Error << 0.0;
        QTest::newRow("no modules") << u"require('fs').readFileSync('/etc/passwd')"_s << Outcome::Error << 0.0;
        QTest::newRow("no import") << u"import('fs').then(() => true)"_s << Outcome::Error << 0.0;
        QTest::newRow("no network") << u"fetch('http://127.0.0.1')"_s << Outcome::Error << 0.0;
        QTest::newRow("wrong syntax") << u"return )"_s << Outcome::Error << 0.0;
    }
    void scripts()
    {
        QFETCH(const QString, code);
        const Verdict verdict = draftGrade(scripted(code)).verdicts.constFirst();
        QFETCH(const Outcome, outcome);
        QVERIFY2(verdict.outcome == outcome, qPrintable(verdict.reason));
        QTEST(verdict.score, "score");
        QVERIFY(!verdict.reason.isEmpty());
    }

    void thresholds()
    {
        QCOMPARE(draftGrade(scripted(u"0.4"_s, 0.5)).verdicts[0].outcome, Outcome::Fail);
        QCOMPARE(draftGrade(scripted(u"0.5"_s, 0.5)).verdicts[0].outcome, Outcome::Pass);
        // An object has its own verdict, as with promptfoo.
        QCOMPARE(draftGrade(scripted(u"({pass: true, score: 0.4})"_s, 0.5)).verdicts[0].outcome, Outcome::Pass);
        QCOMPARE(draftGrade(scripted(u"({pass: false, score: 0.9})"_s, 0.5)).verdicts[0].outcome, Outcome::Fail);
    }

    void partsAreHandedOn()
    {
        const Verdict verdict =
            draftGrade(scripted(u"({pass: true, score: 1, reason: 'all', componentResults: [{pass: true, score: 1, "
                                "reason: 'a'}, {pass: false, score: 0.5, reason: 'b'}]})"_s))
                .verdicts[0];
        QCOMPARE(verdict.reason, u"all"_s);
        QCOMPARE(verdict.parts, (QList<VerdictPart>{{true, 1, u"a"_s}, {false, 0.5, u"b"_s}}));
    }

    void failuresSayWhere()
    {
        const Verdict verdict = draftGrade(scripted(u"const a = 1;\nthrow new Error('the roof is off');"_s)).verdicts[0];
        QCOMPARE(verdict.outcome, Outcome::Error);
        QVERIFY2(verdict.reason.contains(u"line 2"_s) && verdict.reason.contains(u"the roof is off"_s),
                 qPrintable(verdict.reason));
    }

    /// An answer that was asked for as JSON is a value, as with promptfoo; any other is text.
    void jsonAnswers()
    {
        GradingInput input = scripted(u"output.a === 1"_s);
        input.cell.text = u"{\"a\": 1}"_s;
        QCOMPARE(draftGrade(input).verdicts[0].outcome, Outcome::Fail);
        input.cell.request.sampling.jsonSchema = u"{}"_s;
        QCOMPARE(draftGrade(input).verdicts[0].outcome, Outcome::Pass);
        input.cell.text = u"no JSON"_s;
        input.checks[0].value = u"output === 'no JSON'"_s;
        QCOMPARE(draftGrade(input).verdicts[0].outcome, Outcome::Pass);
    }

    void hangingScriptsEnd_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("a loop") << u"while (true) {}\nreturn 1;"_s;
        QTest::newRow("a pattern") << u"/^(a+)+$/.test('a'.repeat(40) + 'b')"_s;
        QTest::newRow("memory") << u"const all = [];\nwhile (true) all.push('x'.repeat(1000) + all.length);"_s;
        QTest::newRow("depth") << u"const f = () => f() + 1;\nreturn f();"_s;
        QTest::newRow("a promise that never comes") << u"new Promise(() => {})"_s;
    }
    void hangingScriptsEnd()
    {
        QFETCH(const QString, code);
        GradingInput input = scripted(code);
        input.limits.time = std::chrono::milliseconds(50);
        CheckSpec after;
        after.type = u"contains"_s;
        after.value = u"green"_s;
        input.checks += after;
        const GradingDraft draft = draftGrade(input);
        QCOMPARE(draft.verdicts[0].outcome, Outcome::Error);
        QVERIFY(!draft.verdicts[0].reason.isEmpty());
        QCOMPARE(draft.verdicts[1].outcome, Outcome::Pass); // the others go on
    }
};

QTEST_GUILESS_MAIN(ScriptCheckTest)
#include "tst_scriptcheck.moc"
