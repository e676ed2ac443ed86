// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/httperrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Tempera {
namespace {

constexpr qsizetype mostWords = 3; ///< Entries of a list of errors that we repeat.

/// Words in `code` or `type` that say more than the status does.
struct CodeMeaning {
    QLatin1StringView code;
    ErrorKind kind;
};

constexpr std::array codeMeanings{
    CodeMeaning{"insufficient_quota"_L1, ErrorKind::QuotaExhausted},
    CodeMeaning{"billing_hard_limit_reached"_L1, ErrorKind::QuotaExhausted},
    CodeMeaning{"billing_not_active"_L1, ErrorKind::QuotaExhausted},
    CodeMeaning{"context_length_exceeded"_L1, ErrorKind::ContextTooLong},
    CodeMeaning{"exceed_context_size_error"_L1, ErrorKind::ContextTooLong},
    CodeMeaning{"unsupported_parameter"_L1, ErrorKind::UnsupportedParameter},
    CodeMeaning{"unsupported_value"_L1, ErrorKind::UnsupportedParameter},
    CodeMeaning{"unknown_parameter"_L1, ErrorKind::UnsupportedParameter},
    CodeMeaning{"model_not_found"_L1, ErrorKind::ModelMissing},
    CodeMeaning{"content_filter"_L1, ErrorKind::ContentFiltered},
    CodeMeaning{"content_policy_violation"_L1, ErrorKind::ContentFiltered},
    CodeMeaning{"invalid_api_key"_L1, ErrorKind::Auth},
    CodeMeaning{"authentication_error"_L1, ErrorKind::Auth},
    CodeMeaning{"rate_limit_exceeded"_L1, ErrorKind::RateLimited},
    CodeMeaning{"overloaded_error"_L1, ErrorKind::ServerFault},
    CodeMeaning{"server_error"_L1, ErrorKind::ServerFault},
    CodeMeaning{"unavailable_error"_L1, ErrorKind::ServerFault},
    CodeMeaning{"invalid_request_error"_L1, ErrorKind::BadRequest},
    CodeMeaning{"rate_limit_error"_L1, ErrorKind::RateLimited},
    // Anthropic
    CodeMeaning{"billing_error"_L1, ErrorKind::QuotaExhausted},
    CodeMeaning{"permission_error"_L1, ErrorKind::Auth},
    CodeMeaning{"not_found_error"_L1, ErrorKind::ModelMissing},
    CodeMeaning{"request_too_large"_L1, ErrorKind::ContextTooLong},
    CodeMeaning{"timeout_error"_L1, ErrorKind::Timeout},
    CodeMeaning{"api_error"_L1, ErrorKind::ServerFault},
    // OpenAI's responses
    CodeMeaning{"invalid_prompt"_L1, ErrorKind::BadRequest},
    // vLLM, FastChat
    CodeMeaning{"BadRequestError"_L1, ErrorKind::BadRequest},
    // Google
    CodeMeaning{"RESOURCE_EXHAUSTED"_L1, ErrorKind::RateLimited},
    CodeMeaning{"UNAUTHENTICATED"_L1, ErrorKind::Auth},
    CodeMeaning{"PERMISSION_DENIED"_L1, ErrorKind::Auth},
    CodeMeaning{"INVALID_ARGUMENT"_L1, ErrorKind::BadRequest},
    CodeMeaning{"UNAVAILABLE"_L1, ErrorKind::ServerFault},
    CodeMeaning{"INTERNAL"_L1, ErrorKind::ServerFault},
    CodeMeaning{"DEADLINE_EXCEEDED"_L1, ErrorKind::Timeout},
    CodeMeaning{"NOT_FOUND"_L1, ErrorKind::ModelMissing},
};

ErrorKind kindOfStatus(int status, const QString &message)
{
    switch (status) {
    case 401:
    case 403: return ErrorKind::Auth;
    case 402: return ErrorKind::QuotaExhausted;
    case 404: // no such model, or no such API at this address
        return message.contains("model"_L1, Qt::CaseInsensitive) ? ErrorKind::ModelMissing : ErrorKind::WrongAddress;
    case 408: return ErrorKind::Timeout;
    case 409: return ErrorKind::ServerFault;
    case 429: return ErrorKind::RateLimited;
    default: break;
    }
    if (status >= 500)
        return ErrorKind::ServerFault;
    if (status >= 400)
        return ErrorKind::BadRequest;
    return status >= 300 ? ErrorKind::WrongAddress : ErrorKind::ServerFault;
}

bool looksLikeHtml(const QByteArray &body)
{
    return body.trimmed().startsWith('<');
}

QString bodyDetail(int status, const QHttpHeaders &headers, const QByteArray &body)
{
    if (status >= 300 && status < 400) {
        const QUrl target(QString::fromUtf8(headers.value(QHttpHeaders::WellKnownHeader::Location)));
        return u"HTTP %1: the address redirects to %2"_s.arg(status).arg(
            target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    }
    if (body.trimmed().isEmpty())
        return u"HTTP %1 without an explanation"_s.arg(status);
    if (looksLikeHtml(body))
        return u"HTTP %1 with a web page instead of an API's answer"_s.arg(status);
    return u"HTTP %1: %2"_s.arg(status).arg(plainDetail(QString::fromUtf8(body)));
}

std::optional<bool> shouldRetry(const QHttpHeaders &headers)
{
    const QByteArrayView word = headers.value("x-should-retry");
    if (word == "true")
        return true;
    if (word == "false")
        return false;
    return {};
}

/// Google tells the wait in the body: details[].retryDelay is "34s" or "0.5s".
std::optional<milliseconds> toldDelay(const QJsonObject &error)
{
    for (const QJsonValue &detail : error.value("details"_L1).toArray()) {
        const QString delay = detail.toObject().value("retryDelay"_L1).toString();
        bool isNumber = false;
        const double seconds = delay.chopped(std::min<qsizetype>(1, delay.size())).toDouble(&isNumber);
        if (isNumber && delay.endsWith(u's') && seconds >= 0)
            return milliseconds(static_cast<std::int64_t>(std::min(seconds * 1000, 1e12)));
    }
    return {};
}

/// A limit on the money that was reached: Anthropic names it in details.error_code ("org_spend_limit_reached"), under the type
/// of every other limit.
bool isSpendLimit(const QJsonObject &error)
{
    return error.value("details"_L1).toObject().value("error_code"_L1).toString().endsWith("_spend_limit_reached"_L1);
}

} // namespace

QString wordsOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QStringList words;
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray()) {
            if (const QString word = wordsOf(each); !word.isEmpty() && words.size() < mostWords)
                words += word;
        }
        return words.join(u"; "_s);
    }
    const QJsonObject object = value.toObject();
    if (object.isEmpty())
        return {};
    for (const auto &name : {"message"_L1, "msg"_L1, "error"_L1, "errors"_L1, "detail"_L1, "error_description"_L1,
                             "error_message"_L1, "reason"_L1, "title"_L1, "description"_L1}) {
        const QString word = wordsOf(object.value(name));
        if (word.isEmpty())
            continue;
        // FastAPI and pydantic name the place in the request: ["body", "stream_options", "include_usage"].
        QStringList place;
        for (const QJsonValue &step : object.value("loc"_L1).toArray())
            place += step.toVariant().toString();
        return place.isEmpty() ? word : place.join(u'.') + u": "_s + word;
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool isErrorBody(const QJsonObject &object)
{
    const QJsonValue error = object.value("error"_L1);
    // Some name it in every answer and leave it empty in the good ones.
    if (!error.toObject().isEmpty() || !error.toArray().isEmpty() || !error.toString().isEmpty() || error.toDouble() != 0
        || error.toBool())
        return true;
    if (object.value("object"_L1).toString() == "error"_L1 || object.value("type"_L1).toString() == "error"_L1)
        return true;
    if (!object.value("choices"_L1).isNull() && !object.value("choices"_L1).isUndefined())
        return false;
    // A message of words and no choice: {"message": …}, {"detail": […]}, {"errors": […]}.
    return object.value("message"_L1).isString() || object.contains("detail"_L1) || object.contains("errors"_L1)
           || object.contains("error_msg"_L1) || object.contains("error_message"_L1) || object.contains("fault"_L1);
}

QJsonValue errorValueOf(const QJsonObject &object)
{
    const QJsonValue error = object.value("error"_L1);
    // {"error": "Bad Request", "message": "the words"}: the longer one says more.
    const bool isLabel = !error.isObject() && !error.isArray() && !wordsOf(object.value("message"_L1)).isEmpty();
    if (error.isUndefined() || error.isNull() || isLabel)
        return object;
    return error;
}

Error apiError(const QJsonValue &value, int status)
{
    Error error;
    const QJsonObject object = value.toObject();
    const QString message = wordsOf(value);
    const QJsonValue code = object.value("code"_L1);
    const bool inAnswer = status < 300; // HTTP was content; the number in the body counts
    for (const QJsonValue &told : {code, object.value("status"_L1), object.value("status_code"_L1)}) {
        const int number = told.toVariant().toInt(); // also "429"
        if (inAnswer && number >= 400 && number < 600) {
            status = number;
            break;
        }
    }
    error.httpStatus = status >= 300 ? status : 0;
    error.detail = plainDetail(message);
    error.kind = kindOfStatus(status, message);
    for (const QString &word : {code.toString(), object.value("type"_L1).toString(), object.value("status"_L1).toString(),
                                object.value("details"_L1).toString()}) {
        const auto meaning = std::ranges::find(codeMeanings, word, &CodeMeaning::code);
        if (meaning == codeMeanings.end())
            continue;
        const bool isOther = status == 404 && !message.contains("model"_L1, Qt::CaseInsensitive);
        error.kind = isOther ? kindOfStatus(status, message) : meaning->kind; // what is not found need not be the model
        break;
    }
    error.retryAfter = toldDelay(object);
    if (isSpendLimit(object))
        error.kind = ErrorKind::QuotaExhausted;
    if (error.kind == ErrorKind::BadRequest && message.contains("maximum context length"_L1, Qt::CaseInsensitive))
        error.kind = ErrorKind::ContextTooLong;
    if (status == 400 && message.contains("logprobs"_L1)) {
        error.kind = ErrorKind::UnsupportedParameter;
        error.parameter = u"logprobs"_s;
        error.detail += u" (set \"logprobs: false\" in the variant's config)"_s;
        return error;
    }
    if (error.kind == ErrorKind::UnsupportedParameter)
        error.parameter = plainDetail(object.value("param"_L1).toString());
    if (error.detail.isEmpty())
        error.detail = status >= 300 ? u"HTTP %1"_s.arg(status) : u"the endpoint reported an error without words"_s;
    return error;
}

Error httpError(int status, const QHttpHeaders &headers, const QByteArray &body, const QDateTime &now)
{
    Error error;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject root = document.isArray() ? document.array().first().toObject() : document.object();
    if (!root.isEmpty()) {
        error = apiError(errorValueOf(root), status);
    } else {
        error.kind = kindOfStatus(status, {});
        error.detail = bodyDetail(status, headers, body);
    }
    error.httpStatus = status;
    if (const auto wait = retryAfter(headers, now))
        error.retryAfter = wait;
    error.shouldRetry = shouldRetry(headers);
    return error;
}

Error networkError(QNetworkReply::NetworkError code, const QString &text)
{
    Error error;
    error.kind = ErrorKind::Network;
    switch (code) {
    case QNetworkReply::ConnectionRefusedError: error.detail = u"the connection was refused"_s; break;
    case QNetworkReply::ContentReSendError: // what Qt would have sent again, see SentOnce
    case QNetworkReply::RemoteHostClosedError: error.detail = u"the server closed the connection"_s; break;
    case QNetworkReply::HostNotFoundError:
        error.detail = u"the host name was not found"_s;
        error.shouldRetry = false;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.detail = u"the secure connection could not be made: "_s + plainDetail(text)
                       + u" (where an authority of your own signed the server's certificate, choose its file under Settings > "
                         "Endpoints; where dates are wrong, check the clock)"_s;
        error.shouldRetry = false;
        break;
    case QNetworkReply::ProxyConnectionRefusedError: error.detail = u"the proxy refused the connection"_s; break;
    case QNetworkReply::ProxyConnectionClosedError: error.detail = u"the proxy closed the connection"_s; break;
    case QNetworkReply::ProxyTimeoutError: error.detail = u"the proxy did not respond in time"_s; break;
    case QNetworkReply::ProxyNotFoundError:
        error.detail = u"the host name of the proxy was not found"_s;
        error.shouldRetry = false;
        break;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        error.detail = u"the proxy asks for a password, which the proxy settings of the system can hold"_s;
        error.shouldRetry = false;
        break;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        error.kind = ErrorKind::WrongAddress;
        error.detail = u"the server does not speak HTTP"_s;
        break;
    default: error.detail = plainDetail(text); break;
    }
    return error;
}

std::optional<milliseconds> retryAfter(const QHttpHeaders &headers, const QDateTime &now)
{
    bool ok = false;
    const auto clamped = [](double ms) { return milliseconds(static_cast<std::int64_t>(std::clamp(ms, 0.0, 1e12))); };
    const double ms = headers.value("retry-after-ms").toDouble(&ok);
    if (ok)
        return clamped(ms);
    const QByteArrayView text = headers.value(QHttpHeaders::WellKnownHeader::RetryAfter);
    const double seconds = text.toDouble(&ok);
    if (ok)
        return clamped(seconds * 1000);
    const QDateTime date = httpDate(text);
    if (!date.isValid())
        return {};
    return clamped(static_cast<double>(now.msecsTo(date)));
}

QDateTime httpDate(QByteArrayView text)
{
    return QDateTime::fromString(QString::fromLatin1(text).replace("GMT"_L1, "+0000"_L1), Qt::RFC2822Date);
}

QString plainDetail(const QString &text)
{
    QString plain = text;
    for (QChar &c : plain) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    return plain.simplified();
}

} // namespace Tempera
