// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/ratelimitheaders.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Tempera {
namespace {

const QDateTime testNow(QDate(2026, 11, 29), QTime(12, 0), QTimeZone::UTC);

/// A head as it is written: lines of name and value.
QHttpHeaders headOf(const QByteArray &text)
{
    QHttpHeaders headers;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append(QByteArrayView(line).first(colon), QByteArrayView(line).sliced(colon + 1).trimmed());
    }
    return headers;
}

} // namespace

class RateLimitHeadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As api.openai.com sends them.
    void openAi()
    {
        const ToldLimits told = toldLimits(headOf("date: Sun, 29 Nov 2026 12:00:00 GMT\n"
                                                  "content-type: text/event-stream; charset=utf-8\n"
                                                  "openai-processing-ms: 287\n"
                                                  "x-ratelimit-limit-requests: 10000\n"
                                                  "x-ratelimit-limit-tokens: 200000\n"
                                                  "x-ratelimit-remaining-requests: 9999\n"
                                                  "x-ratelimit-remaining-tokens: 199940\n"
                                                  "x-ratelimit-reset-requests: 8.64s\n"
                                                  "x-ratelimit-reset-tokens: 18ms\n"),
                                           testNow);
        QCOMPARE(told.requests, (ToldLimit{10'000, 9'999, 8'640ms}));
        QCOMPARE(told.tokens, (ToldLimit{200'000, 199'940, 18ms}));
        QCOMPARE(told.inputTokens, ToldLimit());
        QCOMPARE(told.outputTokens, ToldLimit());
    }

    /// As api.anthropic.com sends them. Its clock is five seconds ahead of ours.
    void anthropic()
    {
        const ToldLimits told = toldLimits(headOf("Date: Sun, 29 Nov 2026 12:00:05 GMT\n"
                                                  "anthropic-ratelimit-requests-limit: 4000\n"
                                                  "anthropic-ratelimit-requests-remaining: 3998\n"
                                                  "anthropic-ratelimit-requests-reset: 2026-11-29T12:00:06Z\n"
                                                  "anthropic-ratelimit-input-tokens-limit: 400000\n"
                                                  "anthropic-ratelimit-input-tokens-remaining: 398000\n"
                                                  "anthropic-ratelimit-input-tokens-reset: 2026-11-29T12:00:05.500Z\n"
                                                  "anthropic-ratelimit-output-tokens-limit: 80000\n"
                                                  "anthropic-ratelimit-output-tokens-remaining: 0\n"
                                                  "anthropic-ratelimit-output-tokens-reset: 2026-11-29T13:01:05+01:00\n"
                                                  "anthropic-ratelimit-tokens-limit: 480000\n"
                                                  "anthropic-ratelimit-tokens-remaining: 398000\n"
                                                  "anthropic-ratelimit-tokens-reset: 2026-11-29T12:00:05Z\n"
                                                  "request-id: req_018EeWyXxfu5pfWkrYcMdjWG\n"),
                                           testNow);
        QCOMPARE(told.requests, (ToldLimit{4'000, 3'998, 1s}));
        QCOMPARE(told.inputTokens, (ToldLimit{400'000, 398'000, 500ms}));
        QCOMPARE(told.outputTokens, (ToldLimit{80'000, 0, 60s}));
        QCOMPARE(told.tokens, ToldLimit()); // the other two say it all
    }

    /// Its older form has one limit for all tokens.
    void anthropicWithOneLimit()
    {
        const ToldLimits told = toldLimits(headOf("anthropic-ratelimit-tokens-limit: 40000\n"
                                                  "anthropic-ratelimit-tokens-remaining: 39000\n"
                                                  "anthropic-ratelimit-tokens-reset: 2026-11-29T12:00:02Z\n"),
                                           testNow);
        QCOMPARE(told.tokens, (ToldLimit{40'000, 39'000, 2s}));
        QCOMPARE(told.requests, ToldLimit());
    }

    /// Cerebras names the span of time; its limits of a day are left out.
    void perMinute()
    {
        const ToldLimits told = toldLimits(headOf("x-ratelimit-limit-requests-day: 14400\n"
                                                  "x-ratelimit-limit-tokens-minute: 60000\n"
                                                  "x-ratelimit-remaining-requests-day: 14399\n"
                                                  "x-ratelimit-remaining-tokens-minute: 59000\n"
                                                  "x-ratelimit-reset-requests-day: 33011.38\n"
                                                  "x-ratelimit-reset-tokens-minute: 11.38\n"),
                                           testNow);
        QCOMPARE(told.tokens, (ToldLimit{60'000, 59'000, 11'380ms}));
        QCOMPARE(told.requests, ToldLimit());
    }

    void nothingIsTold()
    {
        QVERIFY(toldLimits({}, testNow).isEmpty());
        QVERIFY(toldLimits(headOf("content-type: application/json\nretry-after: 3\n"), testNow).isEmpty());
    }

    void nonsenseIsLeftOut()
    {
        const ToldLimits told = toldLimits(headOf("x-ratelimit-limit-requests: many\n"
                                                  "x-ratelimit-remaining-requests: -7\n"
                                                  "x-ratelimit-reset-requests: soon\n"
                                                  "x-ratelimit-limit-tokens: 0\n"
                                                  "x-ratelimit-remaining-tokens: 1e300\n"
                                                  "x-ratelimit-reset-tokens: -5\n"),
                                           testNow);
        QCOMPARE(told.requests, (ToldLimit{{}, 0, {}}));
        QCOMPARE(told.tokens, (ToldLimit{{}, {}, 0ms}));
    }

    void resets_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("expected"); // ms; −1 = nothing
        constexpr qint64 longest = 31LL * 24 * 3'600'000;
        const auto row = [](const char *text, qint64 expected) {
            QTest::newRow(*text ? text : "empty") << QByteArray(text) << expected;
        };
        row("1s", 1'000);
        row("6m0s", 360'000);
        row("12ms", 12);
        row("1h2m3.5s", 3'723'500);
        row("2m59.56s", 179'560);
        row("7.66s", 7'660);
        row("1d", 86'400'000);
        row("20\xc2\xb5s", 1); // not before
        row("1500us", 2);
        row("90ns", 1);
        row("0s", 0);
        row("11.38", 11'380);
        row("0", 0);
        row(" 3 ", 3'000);
        row("-3", 0);
        row("2026-11-29T12:01:00Z", 60'000);
        row("2026-11-29T12:00:00.250Z", 250);
        row("2026-11-29T14:00:30+02:00", 30'000);
        row("2026-11-29T11:59:00Z", 0); // over
        row("2036-11-29T11:59:00Z", longest);
        row("s", -1);
        row("1", 1'000);
        row("1x", -1);
        row("1.2.3s", -1);
        row("tomorrow", -1);
        row("nan", -1);
        row("inf", -1);
        row("", -1);
    }
    void resets()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, expected);
        const std::optional<milliseconds> wait = timeUntilReset(text, testNow);
        if (expected < 0)
            QVERIFY(!wait);
        else
            QCOMPARE(wait, milliseconds(expected));
    }
};

} // namespace Tempera

QTEST_APPLESS_MAIN(Tempera::RateLimitHeadersTest)
#include "tst_ratelimitheaders.moc"
