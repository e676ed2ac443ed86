// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/tokenforecast.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

GenerationRequest asking(const QString &text, std::optional<int> maxTokens = {})
{
    GenerationRequest request;
    request.messages = {{Role::User, text}};
    request.sampling.maxTokens = maxTokens;
    return request;
}

Usage usageOf(qint64 input, qint64 output)
{
    Usage usage;
    usage.inputTokens = input;
    usage.outputTokens = output;
    return usage;
}

} // namespace

class TokenForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainInput()
    {
        QCOMPARE(plainInputTokens(GenerationRequest()), 0);
        QCOMPARE(plainInputTokens(asking({})), 4);
        QCOMPARE(plainInputTokens(asking(u"hello!"_s)), 6);
        QCOMPARE(plainInputTokens(asking(u"\u65e5\u672c\u8a9e"_s)), 7); // a token a character
        GenerationRequest picture = asking(u"abc"_s);
        picture.messages[0].parts = {TextPart{u"abc"_s}, ImagePart{}};
        QCOMPARE(plainInputTokens(picture), 1605);
        GenerationRequest schema = asking(u"abc"_s);
        schema.sampling.jsonSchema = u"{\"type\":1}"_s;
        QCOMPARE(plainInputTokens(schema), 9);
    }

    void theLimitOfTheAnswerCounts()
    {
        const TokenForecast forecast;
        QCOMPARE(forecast.of(asking(u"hello!"_s, 50)).input, 6);
        QCOMPARE(forecast.of(asking(u"hello!"_s, 50)).output, 50);
        QVERIFY(forecast.of(asking(u"hello!"_s)).output > 0);
        QCOMPARE(forecast.of(asking(u"hello!"_s, -1)).output, forecast.of(asking(u"hello!"_s)).output); // no limit
    }

    /// Up at once, down slowly; never below the plain estimate.
    void learns()
    {
        TokenForecast forecast;
        const GenerationRequest request = asking(u"hello!"_s);
        forecast.learn(request, usageOf(12, 5'000));
        QCOMPARE(forecast.of(request).input, 12);
        QCOMPARE(forecast.of(request).output, 5'000);
        forecast.learn(request, usageOf(6, 1'000));
        QVERIFY(forecast.of(request).output > 4'000);
        for (int i = 0; i < 1000; ++i)
            forecast.learn(request, usageOf(1, 100));
        QCOMPARE(forecast.of(request).input, 6);
        QCOMPARE(forecast.of(request).output, 101); // rounded up
        forecast.learn(request, {});
        QCOMPARE(forecast.of(request).input, 6);
        forecast.learn(request, usageOf(-5, MostTokens + 1)); // no counts
        QCOMPARE(forecast.of(request).output, 101);
    }
};

} // namespace Tempera

QTEST_APPLESS_MAIN(Tempera::TokenForecastTest)
#include "tst_tokenforecast.moc"
