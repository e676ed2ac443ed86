// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls of tools as answers: what they are, what scripts get of them, and whether they are right.

#include "models/checks/answertransform.h"
#include "models/checks/checksuite.h"
#include "models/checks/toolanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray weatherTool =
    "[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":{\"type\":\"object\","
    "\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"]}}},{\"type\":\"web_search\"}]";
const QString weatherCall =
    u"[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Bonn\\\"}\"}}]"_s;

QJsonValue fromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

GenerationRequest offering(const QString &name, const QByteArray &json)
{
    GenerationRequest request;
    request.endpoint = endpointFromId(u"openai:chat:m"_s, [](const QString &) { return QString(); });
    request.endpoint.body.insert(name, json);
    return request;
}

Verdict verdictOf(const QString &type, const QString &answer, const GenerationRequest &request, const QString &code = {})
{
    GradingInput input;
    input.cell.state = CellState::Done;
    input.cell.text = answer;
    input.cell.request = request;
    CheckSpec check;
    check.type = type;
    if (!code.isEmpty())
        check.value = code;
    input.checks = {check};
    return draftGrade(input).verdicts.constFirst();
}

} // namespace

class ToolChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsOfCalls_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("names");
        QTest::newRow("chat") << weatherCall << u"weather(Bonn)"_s;
        QTest::newRow("a whole message") << u"{\"role\":\"assistant\",\"tool_calls\":"_s + weatherCall + u'}'
                                         << u"weather(Bonn)"_s;
        QTest::newRow("an older function") << u"{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Bonn\\\"}\"}"_s
                                           << u"weather(Bonn)"_s;
        QTest::newRow("a message of that") << u"{\"function_call\":{\"name\":\"weather\",\"arguments\":\"{}\"}}"_s
                                           << u"weather()"_s;
        QTest::newRow("Google") << u"[{\"functionCall\":{\"name\":\"weather\",\"args\":{\"city\":\"Bonn\"}}}]"_s
                                << u"weather(Bonn)"_s;
        QTest::newRow("broken arguments") << u"[{\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]"_s << u"f!"_s;
        QTest::newRow("words among them") << u"[{\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}},{\"text\":\"x\"}]"_s
                                          << u""_s;
        QTest::newRow("a map of somebody") << u"{\"name\":\"Ada\",\"arguments\":[\"for\",\"against\"]}"_s << u""_s;
        QTest::newRow("an empty list") << u"[]"_s << u""_s;
    }
    void formsOfCalls()
    {
        QFETCH(QString, answer);
        QStringList found;
        for (const AnsweredCall &call : callsIn(fromText(answer)))
            found += call.name + (call.areReadable ? u'(' + call.arguments.value("city"_L1).toString() + u')' : u"!"_s);
        QTEST(found.join(u' '), "names");
    }

    void formsOfTools()
    {
        const auto names = [](const QString &key, const QByteArray &json) {
            QStringList all;
            for (const OfferedTool &tool : offeredTools(offering(key, json)))
                all += tool.name + (tool.schema.isObject() ? u"+"_s : QString());
            return all.join(u' ');
        };
        QCOMPARE(names(u"tools"_s, weatherTool), u"weather+"_s);
        QCOMPARE(names(u"functions"_s, "[{\"name\":\"f\",\"parameters\":{}},{\"name\":\"g\"}]"), u"f+ g"_s);
        QCOMPARE(names(u"tools"_s, "[{\"name\":\"f\",\"input_schema\":{\"type\":\"object\"}}]"), u"f+"_s);
        QCOMPARE(names(u"tools"_s, "[{\"functionDeclarations\":[{\"name\":\"f\",\"parameters\":{}},{\"name\":\"g\"}]}]"),
                 u"f+ g"_s);
        QCOMPARE(names(u"tools"_s, "{\"googleSearch\":{}}"), QString());
    }

    /// As promptfoo hands answers over: calls and answers by a schema as values, all else as text.
    void whatScriptsGet()
    {
        const QString named =
            u"output[0].function.name === 'weather' && JSON.parse(output[0].function.arguments).city === 'Bonn'"_s;
        QCOMPARE(verdictOf(u"javascript"_s, weatherCall, offering(u"tools"_s, weatherTool), named).outcome, Outcome::Pass);
        // The same words of a model that was offered no tool are words.
        QCOMPARE(verdictOf(u"javascript"_s, weatherCall, {}, u"typeof output === 'string'"_s).outcome, Outcome::Pass);
        const QString object = u"{\"a\": 1}"_s;
        const GenerationRequest bySchema = offering(u"response_format"_s, "{\"type\": \"json_schema\", \"json_schema\": {}}");
        QCOMPARE(verdictOf(u"javascript"_s, object, bySchema, u"output.a === 1"_s).outcome, Outcome::Pass);
        QCOMPARE(verdictOf(u"javascript"_s, u"no JSON"_s, bySchema, u"output === 'no JSON'"_s).outcome, Outcome::Pass);
        const GenerationRequest anyObject = offering(u"response_format"_s, "{\"type\": \"json_object\"}");
        QCOMPARE(verdictOf(u"javascript"_s, object, anyObject, u"JSON.parse(output).a === 1"_s).outcome, Outcome::Pass);
    }

    void whatTransformsGet()
    {
        Experiment experiment;
        experiment.prompts = {{{}, {{Role::User, u"x"_s}}, {}}};
        experiment.variants.resize(1);
        Case own;
        own.other = {
            {u"options"_s, QJsonObject{{u"transform"_s, u"typeof output === 'string' ? 'text' : output[0].function.name"_s}}}};
        experiment.cases = {own};
        Cell cell;
        cell.text = weatherCall;
        const AnswerTransforms transforms = answerTransforms(experiment, {});
        QCOMPARE(transformedAnswer(transforms, cell, {})->text, u"text"_s);
        cell.request = offering(u"tools"_s, weatherTool);
        QCOMPARE(transformedAnswer(transforms, cell, {})->text, u"weather"_s);
    }

    void validCalls_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QByteArray>("tools");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("right") << weatherCall << weatherTool << Outcome::Pass;
        QTest::newRow("a text") << u"It is warm."_s << weatherTool << Outcome::Fail;
        QTest::newRow("no tools") << weatherCall << QByteArray() << Outcome::Fail;
        QTest::newRow("another tool") << QString(weatherCall).replace("\"weather\""_L1, "\"news\""_L1) << weatherTool
                                      << Outcome::Fail;
        QTest::newRow("against the schema") << QString(weatherCall).replace("city"_L1, "town"_L1) << weatherTool << Outcome::Fail;
        QTest::newRow("broken arguments") << QString(weatherCall).replace("\\\"}\""_L1, "\""_L1) << weatherTool << Outcome::Fail;
        QTest::newRow("none wanted, none given") << u"[{\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}]"_s
                                                 << "[{\"type\":\"function\",\"function\":{\"name\":\"g\"}}]"_ba << Outcome::Pass;
        QTest::newRow("none wanted, one given") << u"[{\"function\":{\"name\":\"g\",\"arguments\":\"{\\\"a\\\":1}\"}}]"_s
                                                << "[{\"type\":\"function\",\"function\":{\"name\":\"g\"}}]"_ba << Outcome::Fail;
    }
    void validCalls()
    {
        QFETCH(QString, answer);
        QFETCH(QByteArray, tools);
        for (const QString &type : {u"is-valid-openai-tools-call"_s, u"is-valid-function-call"_s}) {
            const Verdict verdict = verdictOf(type, answer, tools.isEmpty() ? GenerationRequest() : offering(u"tools"_s, tools));
            QTEST(verdict.outcome, "outcome");
            QVERIFY(!verdict.reason.isEmpty());
        }
    }

    void validFunctions()
    {
        const GenerationRequest request =
            offering(u"functions"_s, "[{\"name\":\"weather\",\"parameters\":{\"type\":\"object\"}}]");
        const QString call = u"{\"name\":\"weather\",\"arguments\":\"{}\"}"_s;
        QCOMPARE(verdictOf(u"is-valid-openai-function-call"_s, call, request).outcome, Outcome::Pass);
        QCOMPARE(verdictOf(u"not-is-valid-openai-function-call"_s, call, request).outcome, Outcome::Fail);
        QCOMPARE(verdictOf(u"is-valid-openai-function-call"_s, QString(call).replace("weather"_L1, "w"_L1), request).outcome,
                 Outcome::Fail);
    }
};

QTEST_GUILESS_MAIN(ToolChecksTest)
#include "tst_toolchecks.moc"
