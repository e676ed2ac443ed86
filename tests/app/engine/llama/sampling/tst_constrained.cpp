// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "models/checks/jsonschema.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/support/everysetting.h"
#include "tests/support/testpaths.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

/// Answers of the built-in model that have to follow rules, whatever the model would rather say.
class TestConstrained : public QObject
{
    Q_OBJECT

    std::unique_ptr<Backend> m_backend;

    RecordingSink answer(const SamplingSettings &sampling, const QString &prompt = u"Describe a lamp."_s)
    {
        GenerationRequest request;
        request.endpoint.modelPath = builtInModel();
        request.messages = {{Role::User, prompt}};
        request.sampling = sampling;
        request.wantTrace = true;
        request.strict = true;
        RecordingSink sink;
        const auto job = m_backend->start(request, {}, sink.sink());
        if (!sink.waitForEnd())
            qWarning("no end came");
        return sink;
    }

private Q_SLOTS:
    void initTestCase() { m_backend = makeLlamaBackend({.contextTokens = 1024, .onDecode = {}}); }

    void schemasAreFollowed_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::newRow("greedy") << 0.0;
        QTest::newRow("as it is") << 1.0;
        QTest::newRow("hot") << 2.0;
    }
    void schemasAreFollowed()
    {
        QFETCH(double, temperature);
        SamplingSettings sampling;
        sampling.temperature = temperature;
        sampling.maxTokens = 400;
        sampling.jsonSchema = QString::fromUtf8(R"({
            "type": "object",
            "properties": {
                "title": {"type": "string", "maxLength": 12},
                "stars": {"type": "integer", "minimum": 1, "maximum": 5},
                "tags": {"type": "array", "items": {"enum": ["old", "new", "red"]}, "maxItems": 3},
                "sure": {"type": "boolean"}
            },
            "required": ["title", "stars", "tags", "sure"],
            "additionalProperties": false
        })");
        const QJsonObject schema = QJsonDocument::fromJson(sampling.jsonSchema.toUtf8()).object();
        for (std::uint64_t seed = 0; seed < (temperature == 0 ? 1U : 6U); ++seed) {
            sampling.seed = seed;
            const RecordingSink sink = answer(sampling);
            QVERIFY2(!sink.error(), qPrintable(sink.error().value_or(Error{}).detail));
            QCOMPARE(sink.finished()->reason, FinishReason::Stop);
            const Result<QString> violation = schemaViolation(sink.text(), schema);
            QVERIFY2(violation, qPrintable(sink.text()));
            QVERIFY2(violation->isEmpty(), qPrintable(*violation + u": "_s + sink.text()));
            QVERIFY2(sink.text().indexOf(u"title"_s) < sink.text().indexOf(u"stars"_s), "the order is the schema's");
        }
    }

    void grammarsAreFollowedWhenItIsHot()
    {
        SamplingSettings sampling;
        sampling.temperature = 2;
        sampling.grammar = u"root ::= (\"yes\" | \"no\") \", \" [0-9]{3} digit\ndigit ::= \".\" [5-9]\n"_s;
        static const QRegularExpression pattern(u"^(yes|no), [0-9]{3}\\.[5-9]$"_s);
        QStringList texts;
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            sampling.seed = seed;
            const RecordingSink sink = answer(sampling);
            QVERIFY2(!sink.error(), qPrintable(sink.error().value_or(Error{}).detail));
            QVERIFY2(pattern.match(sink.text()).hasMatch(), qPrintable(sink.text()));
            QCOMPARE(sink.finished()->reason, FinishReason::Stop);
            texts += sink.text();
        }
        texts.removeDuplicates();
        QVERIFY2(texts.size() > 2, "it is still drawn");
    }

    void brokenOnesFailTheRequestAndNothingElse()
    {
        SamplingSettings sampling;
        sampling.maxTokens = 4;
        sampling.grammar = u"root ::= \"a\"\nb = \"c\"\n"_s;
        const RecordingSink broken = answer(sampling);
        QVERIFY(broken.error());
        QCOMPARE(broken.error()->kind, ErrorKind::BadRequest);
        QCOMPARE(broken.error()->parameter, u"grammar"_s);
        QCOMPARE(broken.error()->line, 2);
        sampling.grammar.clear();
        QVERIFY(!answer(sampling).error());
    }

    void whatAGrammarCannotKeepUpIsSaid_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("said"); // empty = the grammar keeps up all
        QTest::newRow("pattern with a class")
            << QString::fromUtf8(R"({"type": "string", "pattern": "^\\d{3}$"})") << u"pattern"_s;
        QTest::newRow("pattern that looks ahead")
            << QString::fromUtf8(R"({"type": "string", "pattern": "^(?=a)a$"})") << u"pattern"_s;
        QTest::newRow("plain pattern") << QString::fromUtf8(R"({"type": "string", "pattern": "^[a-c]{3}$"})") << QString();
        QTest::newRow("multipleOf") << QString::fromUtf8(R"({"type": "integer", "multipleOf": 7})") << u"multipleOf"_s;
        QTest::newRow("exclusiveMinimum") << QString::fromUtf8(R"({"type": "number", "exclusiveMinimum": 1000})")
                                          << u"exclusiveMinimum"_s;
        QTest::newRow("uniqueItems") << QString::fromUtf8(
            R"({"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 1}, "minItems": 3, "maxItems": 3, "uniqueItems": true})")
                                     << u"uniqueItems"_s;
        QTest::newRow("not") << QString::fromUtf8(
            R"({"type": "object", "properties": {"a": {"not": {"type": "null"}}}, "required": ["a"]})")
                             << u"not (/properties/a)"_s;
        QTest::newRow("if") << QString::fromUtf8(
            R"({"type": "object", "properties": {"k": {"const": "x"}, "v": {"type": "integer"}}, "required": ["k"], "if": {"properties": {"k": {"const": "x"}}}, "then": {"required": ["v"]}})")
                            << u"if"_s;
        QTest::newRow("format") << QString::fromUtf8(R"({"type": "string", "format": "uri", "maxLength": 20})") << u"format"_s;
        QTest::newRow("dependentRequired") << QString::fromUtf8(
            R"({"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}, "required": ["a"], "dependentRequired": {"a": ["b"]}})")
                                           << u"dependentRequired"_s;
        QTest::newRow("bounds of whole numbers")
            << QString::fromUtf8(R"({"type": "integer", "minimum": 3, "exclusiveMaximum": 9})") << QString();
    }
    void whatAGrammarCannotKeepUpIsSaid()
    {
        QFETCH(QString, schema);
        QFETCH(QString, said);
        SamplingSettings sampling;
        sampling.temperature = 1;
        sampling.maxTokens = 60;
        sampling.jsonSchema = schema;
        const Notes expected = said.isEmpty() ? Notes() : Notes{{NoteKind::RuleNotEnforced, said}};
        for (std::uint64_t seed = 0; seed < 4; ++seed) {
            sampling.seed = seed;
            const RecordingSink sink = answer(sampling, u"Give JSON."_s);
            QVERIFY2(!sink.error(), qPrintable(sink.error().value_or(Error{}).detail));
            QVERIFY(sink.finished()->notes == expected);
            if (said.isEmpty() && sink.finished()->reason == FinishReason::Stop)
                QVERIFY(schemaNotes(sink.text(), schema).isEmpty());
        }
    }

    void grammarsAreRefusedWithReasonAndPlace_data()
    {
        QTest::addColumn<QString>("grammar");
        QTest::addColumn<QString>("reason"); // a part of it
        QTest::addColumn<int>("line");
        QTest::newRow("too many repetitions") << u"root ::= many\nmany ::= ((\"a\"{0,1000}){0,1000}){0,1000}\n"_s
                                              << u"rule \"many\": number of rules that are"_s << 2;
        QTest::newRow("nothing repeated") << u"root ::= x\nx ::= \"a\" ( \"\" | \"b\" )*\n"_s
                                          << u"in the rule \"x\" something is repeated that can be empty"_s << 2;
        QTest::newRow("left recursion") << u"root ::= \"a\" y\n# …\ny ::= y \"b\" | \"c\"\n"_s
                                        << u"the rule \"y\" can begin with itself"_s << 3;
        QTest::newRow("nothing allowed") << u"root ::= \"\" | e\ne ::= \"\"\n"_s << u"no answer but an empty one"_s << 1;
        QTest::newRow("blank") << u"  \n\n"_s << u"there is no rule \"root\""_s << 1;
    }
    void grammarsAreRefusedWithReasonAndPlace()
    {
        QFETCH(QString, grammar);
        QFETCH(QString, reason);
        QFETCH(int, line);
        SamplingSettings sampling;
        sampling.maxTokens = 4;
        sampling.grammar = grammar;
        const RecordingSink sink = answer(sampling);
        QVERIFY(sink.error());
        QCOMPARE(sink.error()->kind, ErrorKind::BadRequest);
        QCOMPARE(sink.error()->parameter, u"grammar"_s);
        QVERIFY2(sink.error()->detail.contains(reason), qPrintable(sink.error()->detail));
        QCOMPARE(sink.error()->line, line);
    }

    void equalSeedEqualText_data()
    {
        QTest::addColumn<int>("mirostat");
        QTest::newRow("every sampler") << 0;
        QTest::newRow("mirostat 1") << 1;
        QTest::newRow("mirostat 2") << 2;
    }
    void equalSeedEqualText()
    {
        QFETCH(int, mirostat);
        SamplingSettings sampling = everySetting();
        sampling.mirostat = mirostat;
        sampling.temperature = 1.1;
        sampling.topNSigma = 3;
        sampling.typicalP = 0.95;
        sampling.topP = 0.95;
        sampling.minP = 0.01;
        sampling.samplers.clear();
        sampling.grammar.clear();
        sampling.jsonSchema.clear();
        sampling.stop.clear();
        sampling.logitBias = {{-1, u" sword"_s, -5}, {7, {}, 0.5}};
        sampling.maxTokens = 48;
        const RecordingSink first = answer(sampling, u"Tell a short story about a fox."_s);
        QVERIFY2(!first.error(), qPrintable(first.error().value_or(Error{}).detail));
        const RecordingSink again = answer(sampling, u"Tell a short story about a fox."_s);
        QCOMPARE(again.text(), first.text());
        const auto traces = first.traces();
        const auto tracesAgain = again.traces();
        QCOMPARE(tracesAgain.size(), traces.size());
        for (std::size_t i = 0; i < traces.size(); ++i) {
            QCOMPARE(tracesAgain[i]->chosen, traces[i]->chosen);
            QCOMPARE(tracesAgain[i]->chosenProbability, traces[i]->chosenProbability);
        }
        sampling.seed = 8;
        QVERIFY(answer(sampling, u"Tell a short story about a fox."_s).text() != first.text());
    }
};

QTEST_GUILESS_MAIN(TestConstrained)
#include "tst_constrained.moc"
