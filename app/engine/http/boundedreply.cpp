// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/boundedreply.h"

#include "app/engine/http/answerlimits.h"
#include "app/engine/http/boundedreading.h"
#include "app/engine/http/httperrors.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

BoundedReply::BoundedReply(QNetworkReply *reply, const Clock &clock, ReplyBounds bounds, Deliver deliver)
    : QObject(reply->parent()),
      m_reply(reply),
      m_clock(clock),
      m_bounds(bounds),
      m_deliver(std::move(deliver)),
      m_timer(clock.timer([this] { end(whatCame()); }))
{
    boundReading(*m_reply);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (isRefused())
            m_timer->start(MaxRefusalTime);
    });
    connect(m_reply, &QIODevice::readyRead, this, &BoundedReply::read);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        read();
        if (m_reply)
            end(whatCame());
    });
    m_timer->start(m_bounds.time);
}

bool BoundedReply::isRefused() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 300;
}

Result<QByteArray> BoundedReply::whatCame() const
{
    const int code = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (code != 0 && (code < 200 || code >= 300))
        return std::unexpected(httpError(code, m_reply->headers(), m_body, m_clock.now()));
    if (!m_reply->isFinished()) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_bounds.time);
        return failure(ErrorKind::Timeout, u"no answer within %1 s"_s.arg(seconds.count()));
    }
    if (m_reply->error() != QNetworkReply::NoError)
        return std::unexpected(networkError(m_reply->error(), m_reply->errorString()));
    return m_body;
}

void BoundedReply::read()
{
    while (m_reply && m_reply->bytesAvailable() > 0) {
        m_body += m_reply->read(ReadAhead);
        if (isRefused() && m_body.size() >= MaxRefusalBytes) {
            m_body.truncate(MaxRefusalBytes);
            return end(whatCame());
        }
        if (m_body.size() > m_bounds.bytes)
            return end(failure(ErrorKind::Protocol, u"the answer is too large"_s));
    }
}

void BoundedReply::end(const Result<QByteArray> &body)
{
    m_timer->stop();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
    deleteLater();
    m_deliver(body);
}

QNetworkRequest plainRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    // A redirect would carry what is sent to another place.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "tempera");
    return request;
}

} // namespace Tempera
