// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/httpjob.h"

#include "app/engine/batcher.h"
#include "app/engine/enginelogging.h"
#include "app/engine/enginesettings.h"
#include "app/engine/http/httperrors.h"

#include <QHttp1Configuration>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr qsizetype maxWhole = 16 * 1024 * 1024; ///< Bytes of an unstreamed answer.
constexpr qsizetype maxHead = 2000;      ///< Bytes of an answer that are kept to tell what was not understood.
constexpr qsizetype maxShownHead = 200;  ///< Characters of them that are shown.
constexpr qsizetype maxRefusal = 64 * 1024;      ///< Bytes of an error's body that are read.
constexpr auto drainTime = 2s;                   ///< For the rest of a finished answer, so that its connection can be used again.

QNetworkRequest networkRequest(const WireRequest &wire)
{
    QNetworkRequest request(wire.url);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(MaxHttpSlots); // the scheduler's slots are the only limit
    request.setHttp1Configuration(http1);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("User-Agent", "tempera");
    request.setRawHeader("Accept-Encoding", "identity"); // compressors hold tokens back
    for (const auto &[name, value] : wire.headers)
        request.setRawHeader(name, value);
    return request;
}

QString secondsText(std::chrono::milliseconds time)
{
    return QString::number(std::chrono::duration<double>(time).count()) + u" s"_s;
}

} // namespace

QString placeOf(const Endpoint &endpoint)
{
    return endpoint.baseUrl.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

HttpJob::HttpJob(QNetworkAccessManager &network, const Clock &clock, Task task, std::stop_token stop, BackendSink sink)
    : m_clock(clock), m_task(std::move(task)), m_sink(std::move(sink)), m_started(clock.monotonic())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HttpJob::timedOut);
    m_sink(Event::Started{});
    post(network);
    // On whatever thread asks to stop: only posts.
    m_onStop.emplace(std::move(stop), [this] { QMetaObject::invokeMethod(this, [this] { cancel(); }, Qt::QueuedConnection); });
}

HttpJob::~HttpJob()
{
    m_onStop.reset();
    m_over = true;
    letReplyGo(Rest::Abort);
}

void HttpJob::post(QNetworkAccessManager &network)
{
    m_reply = network.post(networkRequest(m_task.wire), m_task.wire.body);
    m_task.wire.headers.clear(); // the key is not needed any more
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { enter(Phase::FirstByte); });
    connect(m_reply, &QIODevice::readyRead, this, &HttpJob::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::replyFinished);
    enter(Phase::Connect);
}

void HttpJob::enter(Phase phase)
{
    if (m_over)
        return;
    m_phase = phase;
    auto limit = m_task.timeouts.connect;
    if (phase == Phase::FirstByte)
        limit = m_task.timeouts.firstByte;
    else if (phase == Phase::NextByte)
        limit = m_task.timeouts.idle;
    if (limit > 0ms)
        m_timer.start(limit);
    else
        m_timer.stop();
}

int HttpJob::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

HttpJob::Body HttpJob::bodyKind() const
{
    if (status() < 200 || status() >= 300)
        return Body::Refusal;
    // Servers are careless with the type (an error's JSON comes as an event stream), so the first character decides.
    const QByteArray head = m_bytes.trimmed();
    if (head.isEmpty())
        return Body::Unknown;
    return head.front() == '{' || head.front() == '[' || head.front() == '<' ? Body::Whole : Body::Stream;
}

void HttpJob::read()
{
    if (m_over)
        return;
    enter(Phase::NextByte);
    const auto encoding = m_reply->headers().value(QHttpHeaders::WellKnownHeader::ContentEncoding).toByteArray();
    const Result<QByteArray> unpacked = m_content.feed(encoding, m_reply->readAll());
    if (!unpacked)
        return fail(unpacked.error());
    const QByteArray &bytes = *unpacked;
    if (m_head.size() < maxHead)
        m_head += bytes.first(std::min(bytes.size(), maxHead - m_head.size()));
    if (m_body == Body::Stream)
        return readStream(bytes);
    m_bytes += bytes;
    if (m_body == Body::Unknown)
        m_body = bodyKind();
    if (m_body == Body::Stream)
        return readStream(std::exchange(m_bytes, {}));
    if (m_body == Body::Refusal)
        m_bytes.truncate(maxRefusal);
    else if (m_bytes.size() > maxWhole)
        fail(failure(ErrorKind::Protocol, u"the answer is too large"_s).error());
}

void HttpJob::readStream(const QByteArray &bytes)
{
    for (const SseFrame &frame : m_parser.feed(bytes)) {
        take(m_task.decoder->frame(frame));
        if (m_over)
            return;
    }
    if (m_parser.hasOverflown())
        fail(failure(ErrorKind::Protocol, u"a line of the stream is too long"_s).error());
}

void HttpJob::replyFinished()
{
    if (m_reply->bytesAvailable() > 0)
        read();
    if (m_over)
        return;
    const int code = status();
    if (code != 0 && (code < 200 || code >= 300))
        return fail(httpError(code, m_reply->headers(), m_bytes, m_clock.now()));
    if (m_reply->error() != QNetworkReply::NoError)
        return fail(networkError(m_reply->error(), m_reply->errorString()));
    if (m_body == Body::Whole && m_bytes.trimmed().startsWith('<'))
        return fail(failure(ErrorKind::WrongAddress, u"a web page came instead of an API's answer"_s).error());
    take(m_body == Body::Whole ? m_task.decoder->whole(m_bytes) : m_task.decoder->streamEnded());
}

void HttpJob::timedOut()
{
    Error error;
    error.kind = ErrorKind::Timeout;
    switch (m_phase) {
    case Phase::Connect: error.detail = u"no connection within %1"_s.arg(secondsText(m_task.timeouts.connect)); break;
    case Phase::FirstByte: error.detail = u"no answer within %1"_s.arg(secondsText(m_task.timeouts.firstByte)); break;
    case Phase::NextByte: error.detail = u"no byte more for %1"_s.arg(secondsText(m_task.timeouts.idle)); break;
    }
    fail(error);
}

void HttpJob::cancel()
{
    if (m_over)
        return;
    Event::Finished finished;
    finished.reason = FinishReason::Cancelled;
    finished.usage = m_task.decoder->usage();
    finished.usage.exactness = Exactness::Estimate; // more may have been written than was told
    end(finished);
}

void HttpJob::take(GenerationBatch events)
{
    for (GenerationEvent &event : events) {
        if (auto *failed = std::get_if<Event::Failed>(&event))
            return fail(withHead(std::move(failed->error)));
        if (isEnd(event))
            return end(std::move(event));
        m_understood |= std::holds_alternative<Event::TextDelta>(event) || std::holds_alternative<Event::ReasoningDelta>(event);
        m_sink(std::move(event));
    }
}

/// An answer of which nothing was understood is shown as it begins: the other side's words are in it.
Error HttpJob::withHead(Error error) const
{
    Error whole;
    whole.detail = QString::fromUtf8(m_head);
    const QString head = plainDetail(redacted(whole, m_task.key).detail).left(maxShownHead); // a cut key would not be found
    if (error.kind != ErrorKind::Protocol || m_understood || head.isEmpty() || error.detail.contains(u": "_s))
        return error;
    error.detail = plainDetail(error.detail + u": "_s + head);
    return error;
}

void HttpJob::fail(Error error)
{
    error.place = m_task.place;
    // What was told was paid, whatever came after.
    if (const Usage told = m_task.decoder->usage(); told.inputTokens || told.outputTokens)
        m_sink(Event::UsageUpdate{told});
    end(Event::Failed{redacted(std::move(error), m_task.key)});
}

void HttpJob::end(GenerationEvent event)
{
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - m_started);
    qCDebug(logHttp) << m_task.place << "status" << status() << "after" << took.count() << "ms";
    m_over = true;
    m_timer.stop();
    const auto *finished = std::get_if<Event::Finished>(&event);
    letReplyGo(finished && finished->reason != FinishReason::Cancelled ? Rest::Drain : Rest::Abort);
    m_sink(std::move(event));
}

void HttpJob::letReplyGo(Rest rest)
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    reply->disconnect(this);
    if (rest == Rest::Abort || reply->isFinished()) {
        reply->abort();
        reply->deleteLater();
        return;
    }
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    connect(reply, &QIODevice::readyRead, reply, [reply] { reply->skip(reply->bytesAvailable()); });
    QTimer::singleShot(drainTime, reply, [reply] { reply->abort(); });
}

} // namespace Tempera
