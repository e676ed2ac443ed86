// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/httperrors.h"

#include "tests/support/eventtext.h"

#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Tempera {
namespace {

const QDateTime now(QDate(2026, 10, 21), QTime(7, 28), QTimeZone::UTC);

QHttpHeaders headersOf(const QList<std::pair<QByteArray, QByteArray>> &list)
{
    QHttpHeaders headers;
    for (const auto &[name, value] : list)
        headers.append(QByteArrayView(name), QByteArrayView(value));
    return headers;
}

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

} // namespace

class HttpErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, int status, const QByteArray &body, const QString &expected) {
            QTest::newRow(name) << status << body << expected;
        };
        row("bad key", 401,
            R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","code":"invalid_api_key"}})",
            u"auth 401: Incorrect API key provided"_s);
        row("forbidden", 403, R"({"error":{"message":"no"}})", u"auth 403: no"_s);
        row("no credit", 402, R"({"error":{"message":"Insufficient credits","code":402}})",
            u"quota-exhausted 402: Insufficient credits"_s);
        row("rate", 429, R"({"error":{"message":"slow down","type":"requests","code":"rate_limit_exceeded"}})",
            u"rate-limited 429: slow down"_s);
        row("rate without body", 429, "", u"rate-limited 429: HTTP 429 without an explanation"_s);
        row("quota", 429,
            R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}})",
            u"quota-exhausted 429: You exceeded your current quota"_s);
        row("refused parameter", 400,
            R"({"error":{"message":"Unsupported value","param":"temperature","code":"unsupported_value"}})",
            u"unsupported-parameter 400 parameter=temperature: Unsupported value"_s);
        row("logprobs", 400,
            R"({"error":{"message":"You are not allowed to request logprobs from this model.","type":"invalid_request_error"}})",
            u"unsupported-parameter 400 parameter=logprobs: You are not allowed to request logprobs from this model. "
            "(set \"logprobs: false\" in the variant's config)"_s);
        row("context", 400, R"({"error":{"message":"too long","code":"context_length_exceeded"}})",
            u"context-too-long 400: too long"_s);
        row("context, llama-server", 400,
            R"({"error":{"code":400,"message":"request exceeds","type":"exceed_context_size_error","n_prompt_tokens":9,"n_ctx":8}})",
            u"context-too-long 400: request exceeds"_s);
        row("loading, llama-server", 503, R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})",
            u"server-fault 503: Loading model"_s);
        row("no model", 404, R"({"error":{"message":"The model `x` does not exist","code":"model_not_found"}})",
            u"model-missing 404: The model `x` does not exist"_s);
        row("no model, Ollama", 404, R"({"error":"model 'x' not found"})", u"model-missing 404: model 'x' not found"_s);
        row("wrong path", 404, R"({"error":{"code":404,"message":"File Not Found","type":"not_found_error"}})",
            u"wrong-address 404: File Not Found"_s);
        row("bad request, vLLM", 422, R"({"detail":"field required"})", u"bad-request 422: field required"_s);
        row("filter", 400, R"({"error":{"message":"policy","code":"content_policy_violation"}})",
            u"content-filtered 400: policy"_s);
        row("408", 408, "", u"timeout 408: HTTP 408 without an explanation"_s);
        row("409", 409, "", u"server-fault 409: HTTP 409 without an explanation"_s);
        row("500 text", 500, "Internal Server Error\n", u"server-fault 500: HTTP 500: Internal Server Error"_s);
        row("502 page", 502, "<html><body>Bad Gateway</body></html>",
            u"server-fault 502: HTTP 502 with a web page instead of an API's answer"_s);
        row("529", 529, R"({"error":{"message":"busy"}})", u"server-fault 529: busy"_s);
        row("control characters", 400, "{\"error\":{\"message\":\"a\\u001b[31mb\\nc\"}}", u"bad-request 400: a [31mb c"_s);
        row("not an object", 500, "[1]", u"server-fault 500: HTTP 500: [1]"_s);
        row("an error without words", 400, R"({"error":{}})", u"bad-request 400: HTTP 400"_s);
    }
    void answers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        QCOMPARE(eventText(Event::Failed{httpError(status, {}, body, now)}), u"failed "_s + expected);
    }

    void redirectsNameTheTarget()
    {
        const Error error = httpError(301, headersOf({{"Location", "https://user:pw@other.example/v1?key=abc"}}), "", now);
        QCOMPARE(error.kind, ErrorKind::WrongAddress);
        QCOMPARE(error.detail, u"HTTP 301: the address redirects to https://other.example/v1"_s);
    }

    void errorsInsideAnAnswer()
    {
        const auto text = [](const QJsonObject &error) { return eventText(Event::Failed{apiError(error, 0)}); };
        QCOMPARE(text({{u"code"_s, 502}, {u"message"_s, u"upstream"_s}}), u"failed server-fault 502: upstream"_s);
        QCOMPARE(text({{u"code"_s, 429}, {u"message"_s, u"slow"_s}}), u"failed rate-limited 429: slow"_s);
        QCOMPARE(text({{u"message"_s, u"x"_s}, {u"type"_s, u"overloaded_error"_s}}), u"failed server-fault: x"_s);
        QCOMPARE(text({}), u"failed server-fault: the endpoint reported an error without words"_s);
        QCOMPARE(eventText(Event::Failed{apiError(u"plain"_s, 0)}), u"failed server-fault: plain"_s);
    }

    void waits_data()
    {
        QTest::addColumn<HeaderList>("headers");
        QTest::addColumn<int>("expected"); // −1 = none
        QTest::newRow("none") << HeaderList{} << -1;
        QTest::newRow("seconds") << HeaderList{{"Retry-After", "3"}} << 3000;
        QTest::newRow("fraction") << HeaderList{{"retry-after", "0.25"}} << 250;
        QTest::newRow("ms first") << HeaderList{{"Retry-After", "3"}, {"Retry-After-Ms", "120"}} << 120;
        QTest::newRow("zero") << HeaderList{{"Retry-After", "0"}} << 0;
        QTest::newRow("negative") << HeaderList{{"Retry-After", "-5"}} << 0;
        QTest::newRow("date") << HeaderList{{"Retry-After", "Wed, 21 Oct 2026 07:28:30 GMT"}} << 30'000;
        QTest::newRow("past date") << HeaderList{{"Retry-After", "Wed, 21 Oct 2026 07:00:00 GMT"}} << 0;
        QTest::newRow("garbage") << HeaderList{{"Retry-After", "soon"}} << -1;
    }
    void waits()
    {
        QFETCH(HeaderList, headers);
        QFETCH(int, expected);
        const auto wait = retryAfter(headersOf(headers), now);
        QCOMPARE(wait.has_value(), expected >= 0);
        if (wait)
            QCOMPARE(wait->count(), expected);
    }

    void theServersWordOnRetries()
    {
        QCOMPARE(httpError(400, headersOf({{"x-should-retry", "true"}}), "", now).shouldRetry, true);
        QCOMPARE(httpError(500, headersOf({{"X-Should-Retry", "false"}}), "", now).shouldRetry, false);
        QVERIFY(!httpError(500, headersOf({{"x-should-retry", "maybe"}}), "", now).shouldRetry);
        QVERIFY(!httpError(500, {}, "", now).shouldRetry);
    }

    void lostHostsAreNotTriedAgain()
    {
        QCOMPARE(networkError(QNetworkReply::HostNotFoundError, {}).shouldRetry, false);
        QCOMPARE(networkError(QNetworkReply::SslHandshakeFailedError, u"bad"_s).shouldRetry, false);
        QVERIFY(!networkError(QNetworkReply::ConnectionRefusedError, {}).shouldRetry);
        QCOMPARE(networkError(QNetworkReply::ConnectionRefusedError, {}).kind, ErrorKind::Network);
        QCOMPARE(networkError(QNetworkReply::ProtocolFailure, {}).kind, ErrorKind::WrongAddress);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::HttpErrorsTest)
#include "tst_httperrors.moc"
