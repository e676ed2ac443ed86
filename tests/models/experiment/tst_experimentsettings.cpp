// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Sampling settings of a file, under all their names.

#include "models/experiment/experimentfile.h"

#include "tests/models/experiment/experimenttext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

class ExperimentSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampler()
    {
        const LoadedExperiment loaded =
            mustRead("prompts: [x]\nproviders:\n  - id: local:m\n    config:\n      typ_p: 0.5\n      top_n_sigma: 1.5\n"
                     "      xtc_probability: 0.5\n      dry_sequence_breakers: [\"\\n\", x]\n      mirostat: 2\n"
                     "      logit_bias: [[7, -1.5], [' Hi', false]]\n      samplers: [top_k, typ_p, temperature] # mine\n"
                     "  - id: llama:m\n    config:\n      logit_bias: {'7': false, Hi: 2}\n");
        const SamplingSettings &first = loaded.experiment.variants[0].sampling;
        QCOMPARE(first.typicalP, 0.5);
        QCOMPARE(first.topNSigma, 1.5);
        QCOMPARE(first.drySequenceBreakers, (QStringList{u"\n"_s, u"x"_s}));
        QCOMPARE(first.mirostat, 2);
        QCOMPARE(first.logitBias.size(), 2);
        QCOMPARE(first.logitBias[1], (LogitBias{-1, u" Hi"_s, -std::numeric_limits<double>::infinity()}));
        QCOMPARE(first.samplers, (QList{SamplerKind::TopK, SamplerKind::TypicalP, SamplerKind::Temperature}));
        const QList<LogitBias> second = loaded.experiment.variants[1].sampling.logitBias;
        QCOMPARE(second, (QList{LogitBias{7, {}, -std::numeric_limits<double>::infinity()}, LogitBias{-1, u"Hi"_s, 2}}));
        Experiment changed = loaded.experiment;
        changed.variants[0].sampling.typicalP = 0.75; // under the spelling of the file, and nothing else touched
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QVERIFY2(written.contains("      typ_p: 0.75\n") && written.contains("temperature] # mine"), written.constData());
        QCOMPARE(mustRead(written).experiment, changed);
    }

    void minusOneIsNone()
    {
        const QByteArray text = "prompts: [x]\nproviders:\n  - {id: local:m, config: {top_k: -1, temperature: 0.5}}\n"
                                "  - {id: local:m, config: {seed: -1}}\n  - {id: ollama:chat:m, config: {num_predict: -1}}\n"
                                "  - {id: local:m, config: {n_predict: -2, repeat_last_n: -1}}\n";
        const LoadedExperiment loaded = mustRead(text);
        const QList<Variant> &variants = loaded.experiment.variants;
        QCOMPARE(variants[0].sampling.topK, -1); // off
        QCOMPARE(variants[0].sampling.temperature, 0.5);
        QVERIFY(!variants[1].sampling.seed);
        QCOMPARE(variants[2].sampling.maxTokens, -1); // no limit
        QVERIFY(variants[2].endpoint.body.isEmpty());
        QCOMPARE(variants[3].sampling.maxTokens, -1);
        QCOMPARE(variants[3].sampling.repeatLastN, -1);
        QVERIFY(loaded.warnings.isEmpty());
        QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), text);
    }

    /// Where −1 cannot mean anything it keeps no file from opening either.
    void minusOneWhereNobodySaysSo_data()
    {
        QTest::addColumn<QString>("key");
        for (const Parameter parameter : allParameters()) {
            const NumberFacts &numbers = parameterFacts(parameter).number;
            if (numbers.step > 0 && numbers.least > -1 && !numbers.none)
                QTest::newRow(qPrintable(parameterName(parameter))) << parameterName(parameter);
        }
    }

    void minusOneWhereNobodySaysSo()
    {
        QFETCH(const QString, key);
        for (const char *number : {"-1", "-1.0"}) {
            const QByteArray text =
                "prompts: [x]\nproviders:\n  - id: local:m\n    config:\n      " + key.toUtf8() + ": " + number + "\n";
            const LoadedExperiment loaded = mustRead(text);
            QCOMPARE(loaded.experiment.variants[0].sampling, SamplingSettings());
            QCOMPARE(loaded.warnings.size(), 1);
            QCOMPARE(loaded.warnings[0].line, 5);
            QVERIFY(loaded.warnings[0].detail.contains(key));
            QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), text);
        }
    }

    void oneSettingUnderTwoNames()
    {
        const LoadedExperiment loaded =
            mustRead("prompts: [{raw: x, config: {temperature: 0.1}}]\nproviders:\n"
                     "  - {id: openai:chat:m, config: {max_completion_tokens: 50, max_tokens: 60}}\n"
                     "  - {id: openai:chat:m, label: b, config: {max_tokens: 60, max_completion_tokens: 50}}\n"
                     "  - {id: local:m, config: {repeat_penalty: 1.1, repetition_penalty: 1.2}}\n");
        const QList<Variant> &variants = loaded.experiment.variants;
        for (const int i : {0, 1}) {
            QCOMPARE(variants[i].sampling.maxTokens, 50);
            QCOMPARE(variants[i].endpoint.limitName, u"max_completion_tokens"_s);
            QVERIFY(!variants[i].endpoint.body.contains(u"max_tokens"_s));
        }
        QCOMPARE(variants[2].sampling.repeatPenalty, 1.1);
        QCOMPARE(loaded.warnings.size(), 3); // a prompt's config is carried out
        QList<int> lines;
        for (const Error &warning : loaded.warnings)
            lines += warning.line;
        QCOMPARE(lines, (QList<int>{3, 4, 5}));
        for (const int i : {0, 1})
            QVERIFY2(loaded.warnings[i].detail.contains(u"\"max_completion_tokens\" is used"_s),
                     qPrintable(loaded.warnings[i].detail));
    }

    void schemasAndGrammars()
    {
        MemoryFiles files;
        files.files.insert(u"dir/g.gbnf"_s, "root ::= \"a\"\n");
        const QByteArray text = "prompts: [x]\nproviders:\n  - id: local:m\n    config:\n      grammar: file://g.gbnf\n"
                                "  - id: local:n\n    config:\n      json_schema:\n        type: object\n        properties:\n"
                                "          z: {type: string}\n          a: {type: integer}\n";
        const auto loaded = readExperiment(text, u"dir/e.yaml"_s, files);
        QVERIFY2(loaded, loaded ? "" : qPrintable(errorSentence(loaded.error())));
        const QList<Variant> &variants = loaded->experiment.variants;
        QCOMPARE(variants[0].sampling.grammar, u"root ::= \"a\"\n"_s);
        const QString schema = variants[1].sampling.jsonSchema;
        QVERIFY2(schema.indexOf(u"\"z\""_s) < schema.indexOf(u"\"a\""_s), qPrintable(schema));
        QCOMPARE(writeExperiment(loaded->experiment, loaded->source.get()), text);
        Experiment changed = loaded->experiment;
        changed.variants[0].sampling.grammar = u"root ::= \"b\"\n"_s;
        changed.variants[1].sampling.jsonSchema = u"{\"type\": \"object\"}"_s;
        const QByteArray written = writeExperiment(changed, loaded->source.get());
        QVERIFY2(written.contains("json_schema:\n        type: object\n"), written.constData());
        const auto again = readExperiment(written, u"dir/e.yaml"_s, files);
        QCOMPARE(again->experiment.variants[0].sampling.grammar, u"root ::= \"b\"\n"_s);
        QCOMPARE(QJsonDocument::fromJson(again->experiment.variants[1].sampling.jsonSchema.toUtf8()),
                 QJsonDocument::fromJson("{\"type\": \"object\"}"));
    }
};

QTEST_APPLESS_MAIN(ExperimentSettingsTest)
#include "tst_experimentsettings.moc"
