// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/sampling.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

SamplingSettings everything()
{
    SamplingSettings settings;
    settings.temperature = 0.25;
    settings.topK = 40;
    settings.topP = 0.5;
    settings.minP = 0.125;
    settings.repeatPenalty = 1.5;
    settings.frequencyPenalty = -0.5;
    settings.presencePenalty = 2;
    settings.seed = 7;
    settings.maxTokens = 64;
    settings.stop = {u"\n"_s, u"END"_s};
    return settings;
}

} // namespace

class SamplingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyParameterHasAName()
    {
        QSet<QString> names;
        for (const Parameter parameter : allParameters())
            names.insert(parameterName(parameter));
        QCOMPARE(names.size(), 10);
        QVERIFY(!names.contains(QString()));
    }

    void setAndUnset()
    {
        const SamplingSettings nothing;
        for (const Parameter parameter : allParameters()) {
            QVERIFY(!nothing.isSet(parameter));
            SamplingSettings settings = everything();
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
        const QJsonObject all = samplingToJson(everything());
        QCOMPARE(all.size(), allParameters().size());
        for (const Parameter parameter : allParameters()) {
            SamplingSettings settings = everything();
            settings.unset(parameter);
            const QJsonObject json = samplingToJson(settings);
            QVERIFY(!json.contains(parameterName(parameter)));
            QCOMPARE(json.size(), all.size() - 1);
        }
    }

    void jsonValues()
    {
        const QJsonObject json = samplingToJson(everything());
        QCOMPARE(json.value("temperature"_L1), QJsonValue(0.25));
        QCOMPARE(json.value("top_k"_L1), QJsonValue(40));
        QCOMPARE(json.value("repeat_penalty"_L1), QJsonValue(1.5));
        QCOMPARE(json.value("max_tokens"_L1), QJsonValue(64));
        QCOMPARE(json.value("stop"_L1), QJsonValue(QJsonArray{u"\n"_s, u"END"_s}));
        SamplingSettings big;
        big.seed = (1ULL << 53) + 1; // more than a double holds
        QCOMPARE(samplingToJson(big).value("seed"_L1).toInteger(), (1LL << 53) + 1);
    }

    void summary()
    {
        QVERIFY(SamplingSettings().summary().isEmpty());
        SamplingSettings settings;
        settings.temperature = 0.2;
        settings.topK = 40;
        settings.seed = 7;
        QCOMPARE(settings.summary(), u"T 0.2 · k 40 · seed 7"_s);
    }
};

QTEST_GUILESS_MAIN(SamplingTest)
#include "tst_sampling.moc"
