// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/httpjob.h"

#include "app/engine/batcher.h"
#include "app/engine/enginelogging.h"
#include "app/engine/enginesettings.h"
#include "app/engine/http/answerlimits.h"
#include "app/engine/http/boundedreading.h"
#include "app/engine/http/httperrors.h"
#include "app/engine/http/ratelimitheaders.h"
#include "app/engine/http/sentonce.h"

#include <QHttp1Configuration>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr qsizetype maxHead = 2000;     ///< Bytes of an answer that are kept to tell what was not understood.
constexpr qsizetype maxShownHead = 200; ///< Characters of them that are shown.
constexpr int maxUnsent = 8;            ///< Connections that may be gone before one takes a request.
constexpr auto drainTime = 2s;          ///< For the rest of a finished answer, so that its connection can be used again.

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
    for (const auto &[name, value] : transportHeaders() + wire.headers) // the last of a name counts
        request.setRawHeader(name, value);
    return request;
}

qsizetype textSize(const GenerationEvent &event)
{
    if (const auto *text = std::get_if<Event::TextDelta>(&event))
        return text->text.size();
    const auto *reasoning = std::get_if<Event::ReasoningDelta>(&event);
    return reasoning ? reasoning->text.size() : 0;
}

QString secondsText(std::chrono::milliseconds time)
{
    return QString::number(std::chrono::duration<double>(time).count()) + u" s"_s;
}

} // namespace

QList<std::pair<QByteArray, QByteArray>> transportHeaders()
{
    return {{"User-Agent", "tempera"}, {"Accept-Encoding", "identity"}}; // compressors hold tokens back
}

QString placeOf(const Endpoint &endpoint)
{
    return endpoint.baseUrl.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

HttpJob::HttpJob(QNetworkAccessManager &network, const Clock &clock, Task task, std::stop_token stop, BackendSink sink)
    : m_network(network),
      m_clock(clock),
      m_task(std::move(task)),
      m_sink(std::move(sink)),
      m_timer(clock.timer([this] { timedOut(); })),
      m_started(clock.monotonic())
{
    m_sink(Event::Started{});
    post();
    // On whatever thread asks to stop: only posts.
    m_onStop.emplace(std::move(stop), [this] { QMetaObject::invokeMethod(this, [this] { cancel(); }, Qt::QueuedConnection); });
}

HttpJob::~HttpJob()
{
    m_onStop.reset();
    m_over = true;
    releaseReply(Rest::Abort);
}

void HttpJob::post()
{
    auto body = std::make_unique<SentOnce>(m_task.wire.body);
    QNetworkRequest request = networkRequest(m_task.wire);
    if (m_task.tls)
        request.setSslConfiguration(*m_task.tls);
    if (m_task.wire.method == "POST")
        m_reply = m_network.post(request, body.get());
    else
        m_reply = m_network.sendCustomRequest(request, m_task.wire.method, m_task.wire.body.isEmpty() ? nullptr : body.get());
    body.release()->setParent(m_reply);
    boundReading(*m_reply);
    connect(m_reply, &QNetworkReply::requestSent, this, &HttpJob::sent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpJob::headCame);
    connect(m_reply, &QIODevice::readyRead, this, &HttpJob::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::replyFinished);
    enter(Phase::Connect);
}

void HttpJob::sent()
{
    m_isSent = true;
    m_task.wire = {};              // neither key nor prompt is needed any more
    if (m_phase == Phase::Connect) // some answer before they have read all
        enter(Phase::FirstByte);
}

void HttpJob::headCame()
{
    if (m_over)
        return;
    if (const ToldLimits told = toldLimits(m_reply->headers(), m_clock.now()); !told.isEmpty())
        m_sink(Event::LimitsTold{told});
    if (status() >= 300)
        enter(Phase::Refusal);
    else
        m_task.decoder->head(m_reply->headers());
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
    else if (phase == Phase::Refusal)
        limit = MaxRefusalTime;
    if (limit > 0ms)
        m_timer->start(limit);
    else
        m_timer->stop();
}

int HttpJob::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

HttpJob::Body HttpJob::bodyKind() const
{
    if (status() < 200 || status() >= 300)
        return Body::Refusal;
    const QByteArray head = m_bytes.trimmed();
    if (head.isEmpty())
        return Body::Unknown;
    return m_task.framing->isStream(head.front()) ? Body::Stream : Body::Whole;
}

void HttpJob::read()
{
    while (!m_over && m_reply->bytesAvailable() > 0) {
        const auto encoding = m_reply->headers().value(QHttpHeaders::WellKnownHeader::ContentEncoding).toByteArray();
        const QByteArray bytes = m_reply->read(std::min(m_reply->bytesAvailable(), ReadAhead)); // which is allocated
        m_packed += bytes.size();
        const Result<QByteArray> unpacked = m_content.feed(encoding, bytes);
        if (!unpacked)
            return fail(unpacked.error());
        m_unpacked += unpacked->size();
        if (m_unpacked > m_task.limits.bytes)
            return fail(failure(ErrorKind::Protocol, u"the answer is too large"_s).error());
        if (m_head.size() < maxHead)
            m_head += unpacked->first(std::min(unpacked->size(), maxHead - m_head.size()));
        readBody(*unpacked);
    }
}

void HttpJob::readBody(const QByteArray &bytes)
{
    if (m_body == Body::Unknown)
        return readUnknown(bytes);
    if (m_body == Body::Stream)
        return readStream(bytes);
    m_bytes += bytes;
    if (m_body == Body::Refusal && m_bytes.size() >= MaxRefusalBytes)
        return refused();
    if (m_body == Body::Whole && m_bytes.size() > m_task.limits.whole)
        return fail(failure(ErrorKind::Protocol, u"the answer is too large"_s).error());
    if (m_body == Body::Whole)
        enter(Phase::NextByte);
}

/// Blank lines before an answer keep a connection alive and say nothing.
void HttpJob::readUnknown(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_body = bodyKind();
    if (m_body == Body::Unknown) {
        m_bytes.clear();
        if (m_unpacked > m_task.limits.silent)
            fail(failure(ErrorKind::Protocol, u"the server sends blank lines without end"_s).error());
        return;
    }
    readBody(std::exchange(m_bytes, {}));
}

void HttpJob::readStream(const QByteArray &bytes)
{
    const Framing &framing = *m_task.framing;
    const qint64 toldBefore = framing.told();
    takeFrames(m_task.framing->feed(bytes));
    if (m_over)
        return;
    if (framing.hasOverflown())
        return fail(failure(ErrorKind::Protocol, u"an event of the stream is too long"_s).error());
    if (framing.silent() > m_task.limits.silent)
        return fail(failure(ErrorKind::Protocol, u"the server sends comments without end"_s).error());
    if (framing.told() > toldBefore)
        enter(Phase::NextByte);
}

void HttpJob::takeFrames(const std::vector<Frame> &frames)
{
    for (const Frame &frame : frames) {
        m_sawFrame = true;
        take(m_task.decoder->frame(frame));
        if (m_over)
            return;
    }
}

void HttpJob::replyFinished()
{
    read();
    if (m_over)
        return;
    const int code = status();
    if (code != 0 && (code < 200 || code >= 300))
        return refused();
    const bool isGone = m_reply->error() == QNetworkReply::ContentReSendError && code == 0;
    if (isGone && !m_isSent && ++m_unsent < maxUnsent) {
        // A connection that was kept has gone before all of the request was out: nothing can have been carried out.
        releaseReply(Rest::Abort);
        return post();
    }
    if (m_body == Body::Stream && m_reply->error() == QNetworkReply::NoError)
        takeFrames(m_task.framing->end());
    if (m_over)
        return;
    if (const std::optional<Error> fault = faultOfConnection())
        return fail(*fault);
    if (m_body == Body::Whole && m_bytes.trimmed().startsWith('<'))
        return fail(failure(ErrorKind::WrongAddress, u"a web page came instead of an API's answer"_s).error());
    take(m_body == Body::Whole ? m_task.decoder->whole(m_bytes) : m_task.decoder->streamEnded());
}

/// Nothing where what came may be the whole of an answer.
std::optional<Error> HttpJob::faultOfConnection() const
{
    // Qt tells of what it would send again also where a server closed at once after its answer.
    const bool isAnswered = m_reply->error() == QNetworkReply::ContentReSendError && status() != 0 && !isCut();
    if (m_reply->error() != QNetworkReply::NoError && !isAnswered)
        return networkError(m_reply->error(), m_reply->errorString());
    if (isEmptyStream())
        return failure(ErrorKind::Network, u"the server closed the connection before it told anything"_s).error();
    return std::nullopt;
}

/// Whether it is known that the body has an end that did not come. What ends an event stream knows the decoder.
bool HttpJob::isCut() const
{
    bool isTold = false;
    const qint64 length = m_reply->headers().value(QHttpHeaders::WellKnownHeader::ContentLength).toLongLong(&isTold);
    if (isTold && m_packed < length)
        return true;
    return m_body == Body::Whole && QJsonDocument::fromJson(m_bytes).isNull();
}

/// A gateway gave up after the head: nothing came, or the beginning of a first event. Where the type says no event stream,
/// an empty answer is one of something else.
bool HttpJob::isEmptyStream() const
{
    if (m_sawFrame || m_body == Body::Whole)
        return false;
    const QByteArrayView type = m_reply->headers().value(QHttpHeaders::WellKnownHeader::ContentType);
    const Framing &framing = *m_task.framing;
    const bool isStream = type.isEmpty() || (!framing.contentType().isEmpty() && type.startsWith(framing.contentType()));
    return framing.isInsideFrame() || (isStream && framing.told() == 0);
}

void HttpJob::refused()
{
    m_bytes.truncate(MaxRefusalBytes);
    fail(httpError(status(), m_reply->headers(), m_bytes, m_clock.now()));
}

void HttpJob::timedOut()
{
    if (m_phase == Phase::Refusal)
        return refused();
    Error error;
    error.kind = ErrorKind::Timeout;
    switch (m_phase) {
    case Phase::Connect: error.detail = u"no connection within %1"_s.arg(secondsText(m_task.timeouts.connect)); break;
    case Phase::FirstByte: error.detail = u"no answer within %1"_s.arg(secondsText(m_task.timeouts.firstByte)); break;
    case Phase::NextByte: error.detail = u"no byte more for %1"_s.arg(secondsText(m_task.timeouts.idle)); break;
    case Phase::Refusal: break;
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
    finished.usage.exactness = Exactness::Estimate; // more may have been written than was reported
    end(finished);
}

void HttpJob::take(GenerationBatch events)
{
    for (GenerationEvent &event : events) {
        if (auto *failed = std::get_if<Event::Failed>(&event))
            return fail(withHead(std::move(failed->error)));
        if (isEnd(event))
            return end(std::move(event));
        m_text += textSize(event);
        m_sink(std::move(event));
        if (m_text > m_task.limits.text)
            return fail(failure(ErrorKind::Protocol, u"the answer is too long"_s).error());
    }
}

/// An answer of which nothing was understood is shown as it begins: the other side's words are in it.
Error HttpJob::withHead(Error error) const
{
    // A cut key would not be found: what is known is cleaned before.
    const QString head = m_task.secrets.cleanedEnd(plainDetail(QString::fromUtf8(m_head))).left(maxShownHead);
    if (error.kind != ErrorKind::Protocol || m_text > 0 || head.isEmpty() || error.detail.contains(u": "_s))
        return error;
    error.detail = plainDetail(error.detail + u": "_s + head);
    return error;
}

void HttpJob::fail(Error error)
{
    error.place = m_task.place;
    // What was reported was paid, whatever came after.
    if (const Usage told = m_task.decoder->usage(); told.inputTokens || told.outputTokens)
        m_sink(Event::UsageUpdate{told});
    end(Event::Failed{std::move(error)});
}

void HttpJob::end(GenerationEvent event)
{
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - m_started);
    qCDebug(logHttp) << m_task.place << "status" << status() << "after" << took.count() << "ms";
    m_over = true;
    m_timer->stop();
    auto *finished = std::get_if<Event::Finished>(&event);
    if (finished && m_packed > 0)
        finished->timings.bytes = m_packed;
    releaseReply(finished && finished->reason != FinishReason::Cancelled ? Rest::Drain : Rest::Abort);
    m_sink(std::move(event));
}

void HttpJob::releaseReply(Rest rest)
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
    const std::shared_ptr<ClockTimer> limit = m_clock.timer([reply] { reply->abort(); });
    connect(reply, &QNetworkReply::finished, reply, [reply, limit] { // the timer goes with the reply
        limit->stop();
        reply->deleteLater();
    });
    connect(reply, &QIODevice::readyRead, reply, [reply] { reply->skip(reply->bytesAvailable()); });
    limit->start(drainTime);
}

} // namespace Tempera
