// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/sampling.h"

#include "tests/support/everysetting.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class SamplingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyParameterHasAName()
    {
        QSet<QString> names;
        for (const Parameter parameter : allParameters())
            names.insert(parameterName(parameter));
        QCOMPARE(names.size(), 29);
        QVERIFY(!names.contains(QString()));
    }

    void setAndUnset()
    {
        const SamplingSettings nothing;
        for (const Parameter parameter : allParameters()) {
            QVERIFY(!nothing.isSet(parameter));
            SamplingSettings settings = everySetting();
            QVERIFY(settings.isSet(parameter));
            settings.unset(parameter);
            QVERIFY(!settings.isSet(parameter));
            for (const Parameter other : allParameters())
                QCOMPARE(settings.isSet(other), other != parameter);
        }
    }

    /// An unset one is absent: it must never reach a wire.
    void jsonHasWhatIsSet()
    {
        QVERIFY(samplingToJson({}).isEmpty());
        const QJsonObject all = samplingToJson(everySetting());
        QCOMPARE(all.size(), allParameters().size());
        for (const Parameter parameter : allParameters()) {
            SamplingSettings settings = everySetting();
            settings.unset(parameter);
            const QJsonObject json = samplingToJson(settings);
            QVERIFY(!json.contains(parameterName(parameter)));
            QCOMPARE(json.size(), all.size() - 1);
        }
    }

    void jsonValues()
    {
        const QJsonObject json = samplingToJson(everySetting());
        QCOMPARE(json.value("temperature"_L1), QJsonValue(0.25));
        QCOMPARE(json.value("top_k"_L1), QJsonValue(40));
        QCOMPARE(json.value("repeat_penalty"_L1), QJsonValue(1.5));
        QCOMPARE(json.value("max_tokens"_L1), QJsonValue(64));
        QCOMPARE(json.value("stop"_L1), QJsonValue(QJsonArray{u"\n"_s, u"END"_s}));
        SamplingSettings big;
        big.seed = (1ULL << 53) + 1; // more than a double holds
        QCOMPARE(samplingToJson(big).value("seed"_L1).toInteger(), (1LL << 53) + 1);
    }

    /// The table is looked up by number: each entry must stand at its own.
    void tableIsInOrder()
    {
        for (const Parameter parameter : allParameters()) {
            QCOMPARE(parameterFacts(parameter).parameter, parameter);
            QCOMPARE(parameterFromName(parameterName(parameter)), parameter);
            const NumberFacts &numbers = parameterFacts(parameter).number;
            if (numbers.step == 0)
                continue;
            QVERIFY(numbers.accepts(numbers.first));
            QVERIFY(numbers.accepts(numbers.without.value_or(numbers.first)));
            QVERIFY(numbers.sliderMost <= numbers.most);
        }
        QVERIFY(!parameterFromName(u"top_q"_s));
        for (const SamplerKind kind : defaultSamplerOrder())
            QCOMPARE(samplerFromName(samplerName(kind)), kind);
        QCOMPARE(samplerFromName(u"typical_p"_s), SamplerKind::TypicalP);
        QVERIFY(!samplerFromName(QString()));
        QCOMPARE(defaultSamplerOrder().size(), 9);
    }

    void jsonAndBack()
    {
        QStringList skipped;
        QCOMPARE(samplingFromJson(samplingToJson(everySetting()), &skipped), everySetting());
        QVERIFY(skipped.isEmpty());
        SamplingSettings big;
        big.seed = std::numeric_limits<std::uint64_t>::max();
        QCOMPARE(samplingFromJson(samplingToJson(big)), big);
    }

    void wrongTypesAreSkipped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const QString &name, const QJsonValue &value) {
            QTest::addRow("%s %d", qPrintable(name), static_cast<int>(value.type())) << name << value;
        };
        row(u"temperature"_s, u"hot"_s);
        row(u"top_k"_s, 1.5);
        row(u"top_k"_s, true);
        row(u"seed"_s, 0.5);
        row(u"grammar"_s, 5);
        row(u"stop"_s, u"END"_s);
        row(u"stop"_s, QJsonArray{1});
        row(u"samplers"_s, QJsonArray{u"top_q"_s});
        row(u"logit_bias"_s, QJsonArray{QJsonArray{1}});
        row(u"logit_bias"_s, QJsonObject{});
    }
    void wrongTypesAreSkipped()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QStringList skipped;
        QCOMPARE(samplingFromJson({{name, value}, {u"min_p"_s, 0.5}, {u"other"_s, 1}}, &skipped),
                 samplingFromJson({{u"min_p"_s, 0.5}}));
        QCOMPARE(skipped, QStringList{name});
    }

    void logitBiases_data()
    {
        QTest::addColumn<QJsonValue>("pair");
        QTest::addColumn<bool>("good");
        QTest::newRow("id") << QJsonValue(QJsonArray{5, 1.5}) << true;
        QTest::newRow("text") << QJsonValue(QJsonArray{u"a"_s, -2}) << true;
        QTest::newRow("never") << QJsonValue(QJsonArray{5, false}) << true;
        QTest::newRow("always") << QJsonValue(QJsonArray{5, true}) << false;
        QTest::newRow("no text") << QJsonValue(QJsonArray{QString(), 1}) << false;
        QTest::newRow("negative id") << QJsonValue(QJsonArray{-1, 1}) << false;
        QTest::newRow("half an id") << QJsonValue(QJsonArray{1.5, 1}) << false;
        QTest::newRow("three") << QJsonValue(QJsonArray{1, 1, 1}) << false;
        QTest::newRow("word") << QJsonValue(u"a"_s) << false;
    }
    void logitBiases()
    {
        QFETCH(QJsonValue, pair);
        QFETCH(bool, good);
        QCOMPARE(logitBiasFromJson(pair).has_value(), good);
        QVERIFY(logitBiasFromJson(QJsonArray{5, false})->bias == -std::numeric_limits<double>::infinity());
    }

    void ranges()
    {
        QVERIFY(outOfRange(everySetting()).isEmpty());
        QVERIFY(outOfRange({}).isEmpty());
        SamplingSettings wrong = everySetting();
        wrong.topP = 1.01;
        wrong.mirostat = 3;
        wrong.maxTokens = 0;
        wrong.temperature = std::numeric_limits<double>::quiet_NaN();
        SamplingSettings none;
        none.topK = -1;
        none.maxTokens = -1;
        QVERIFY(outOfRange(none).isEmpty());
        none.topK = -2;
        QCOMPARE(outOfRange(none), QList{Parameter::TopK});
        QCOMPARE(outOfRange(wrong), (QList{Parameter::Temperature, Parameter::TopP, Parameter::Mirostat, Parameter::MaxTokens}));
    }

    void summary()
    {
        QVERIFY(SamplingSettings().summary().isEmpty());
        SamplingSettings settings;
        settings.temperature = 0.2;
        settings.topK = 40;
        settings.seed = 7;
        QCOMPARE(settings.summary(), u"T 0.2 · k 40 · seed 7"_s);
        settings.temperature = 0.1234567; // without loss
        QCOMPARE(settings.summary(), u"T 0.1234567 · k 40 · seed 7"_s);
        settings.temperature = 0.2;
        settings.samplers = {SamplerKind::TopK};
        settings.jsonSchema = u"{}"_s;
        QCOMPARE(settings.summary(), u"T 0.2 · k 40 · schema · order · seed 7"_s);
    }
};

QTEST_GUILESS_MAIN(SamplingTest)
#include "tst_sampling.moc"
