// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/ports/clock.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace Tempera {

/// How much is taken of an answer, and for how long it is waited.
struct ReplyBounds {
    qint64 bytes = 8 * 1024 * 1024;
    std::chrono::milliseconds time{20'000};
};

/// The whole body of an answer on its way; bounded in bytes and time whatever the server sends. Deletes itself, and the reply.
class BoundedReply final : public QObject
{
public:
    /// The body of a success, or why there is none.
    using Deliver = std::function<void(const Result<QByteArray> &)>;

    /// A child of the reply's parent. `clock` outlives it; `deliver` is called once, on this thread.
    BoundedReply(QNetworkReply *reply, const Clock &clock, ReplyBounds bounds, Deliver deliver);

private:
    [[nodiscard]] bool isRefused() const;
    [[nodiscard]] Result<QByteArray> whatCame() const;
    void read();
    void end(const Result<QByteArray> &body);

    QNetworkReply *m_reply;
    const Clock &m_clock;
    ReplyBounds m_bounds;
    Deliver m_deliver;
    QByteArray m_body;
    std::unique_ptr<ClockTimer> m_timer;
};

/// A request that follows nobody elsewhere and keeps no cookies.
[[nodiscard]] QNetworkRequest plainRequest(const QUrl &url);

} // namespace Tempera
