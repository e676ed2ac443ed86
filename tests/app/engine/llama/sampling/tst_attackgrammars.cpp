// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/llamamodel.h"
#include "app/engine/llama/sampling/grammarsampler.h"
#include "app/engine/llama/sampling/samplerchain.h"
#include "tests/support/testpaths.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

/// Settings that would take the model's thread all its time or memory.
class TestAttackGrammars : public QObject
{
    Q_OBJECT

    RpcWorkers m_workers;
    std::unique_ptr<LlamaModel> m_model;

    [[nodiscard]] SamplerModel samplerModel() const
    {
        return {m_model->vocab(), m_model->vocabularySize(), m_model->contextTokens()};
    }
    static QString manyProperties(int count)
    {
        QStringList properties;
        for (int i = 0; i < count; ++i)
            properties += u"\"property%1\": {\"type\": \"string\"}"_s.arg(i);
        return u"{\"type\": \"object\", \"properties\": {"_s + properties.join(u", "_s) + u"}}"_s;
    }
    static QString doubled(int levels)
    {
        QStringList definitions;
        for (int i = 0; i < levels; ++i) {
            definitions +=
                u"\"l%1\": {\"anyOf\": [{\"$ref\": \"#/$defs/l%2\"}, {\"$ref\": \"#/$defs/l%2\"}]}"_s.arg(i).arg(i + 1);
        }
        definitions += u"\"l%1\": {\"type\": \"integer\"}"_s.arg(levels);
        return u"{\"$ref\": \"#/$defs/l0\", \"$defs\": {"_s + definitions.join(u", "_s) + u"}}"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto model = LlamaModel::load(builtInModel(), {.onDecode = {}}, m_workers, [](double) { return true; });
        QVERIFY(model);
        m_model = std::move(*model);
    }
    void schemasAreGivenUp_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::newRow("5,000 properties") << manyProperties(5'000);
        QTest::newRow("doubled references") << doubled(30);
    }
    void schemasAreGivenUp()
    {
        QFETCH(QString, schema);
        SamplingSettings settings;
        settings.jsonSchema = schema;
        const Result<SamplerChain> chain = SamplerChain::create(settings, samplerModel());
        QVERIFY(!chain);
        QCOMPARE(chain.error().parameter, parameterName(Parameter::JsonSchema));
        QVERIFY2(chain.error().detail.startsWith("the grammar "_L1), qPrintable(chain.error().detail));
    }
    void doubledRulesAreGivenUp()
    {
        SamplingSettings settings;
        settings.grammar = u"root ::= l0\n"_s;
        for (int i = 0; i < 40; ++i)
            settings.grammar += u"l%1 ::= l%2 \"a\" | l%2 \"b\"\n"_s.arg(i).arg(i + 1);
        settings.grammar += u"l40 ::= \"c\"\n"_s;
        const Result<SamplerChain> chain = SamplerChain::create(settings, samplerModel());
        QVERIFY(!chain);
        QCOMPARE(chain.error().parameter, parameterName(Parameter::Grammar));
    }
    void whoStopsItIsHeard()
    {
        SamplingSettings settings;
        settings.jsonSchema = manyProperties(5'000);
        const Result<SamplerChain> chain = SamplerChain::create(settings, samplerModel(), [] { return true; });
        QVERIFY(!chain);
        QVERIFY2(chain.error().detail.startsWith("the grammar exceeds its limits"_L1), qPrintable(chain.error().detail));
    }
    /// Few rules, but millions of ways to go on, met between two tokens.
    void aPatternOfRepetitions()
    {
        SamplingSettings settings;
        settings.jsonSchema = u"{\"type\": \"string\", \"pattern\": \"^(a{0,1000}){0,1000}$\"}"_s;
        Result<SamplerChain> chain = SamplerChain::create(settings, samplerModel());
        if (!chain) {
            QCOMPARE(chain.error().parameter, parameterName(Parameter::JsonSchema));
            return;
        }
        const std::vector<float> logits(static_cast<std::size_t>(m_model->vocabularySize()), 0.0F);
        Choice choice;
        int tokens = 0;
        do {
            choice = chain->sample(logits, 0.5);
            if (choice.id >= 0)
                chain->accept(choice.id);
        } while (choice.id >= 0 && ++tokens < 4);
        if (choice.id < 0)
            QVERIFY(chain->choiceError(u"x"_s).detail.contains("exceeds its limits"_L1));
    }
    void windowsLargerThanTheContext_data()
    {
        QTest::addColumn<int>("tokens");
        QTest::newRow("the largest") << std::numeric_limits<int>::max();
        QTest::newRow("a billion") << 1'000'000'000;
        QTest::newRow("the whole context") << -1;
    }
    void windowsLargerThanTheContext()
    {
        QFETCH(int, tokens);
        SamplingSettings settings;
        settings.repeatPenalty = 1.1;
        settings.repeatLastN = tokens;
        settings.dryMultiplier = 0.8;
        settings.dryPenaltyLastN = tokens;
        settings.dryAllowedLength = std::numeric_limits<int>::max();
        settings.topK = std::numeric_limits<int>::max();
        Result<SamplerChain> chain = SamplerChain::create(settings, samplerModel());
        QVERIFY(chain);
        const std::vector<float> logits(static_cast<std::size_t>(m_model->vocabularySize()), 0.0F);
        QVERIFY(chain->sample(logits, 0.5).id >= 0);
    }
    void aUsualSchemaIsKeptUp()
    {
        SamplingSettings settings;
        settings.jsonSchema =
            u"{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\"}}, \"required\": [\"a\"]}"_s;
        Result<SamplerChain> chain = SamplerChain::create(settings, samplerModel());
        QVERIFY(chain);
        const std::vector<float> logits(static_cast<std::size_t>(m_model->vocabularySize()), 0.0F);
        QByteArray text;
        for (int i = 0; i < 3; ++i) {
            const Choice choice = chain->sample(logits, 0.5);
            QVERIFY(choice.id >= 0);
            chain->accept(choice.id);
            text += m_model->piece(choice.id);
        }
        QVERIFY2(text.trimmed().startsWith('{'), text.constData());
    }
};

QTEST_GUILESS_MAIN(TestAttackGrammars)
#include "tst_attackgrammars.moc"
