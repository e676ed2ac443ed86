// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/httpjob.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <memory>
#include <unordered_map>

namespace Tempera {

/// Requests whose answers are wanted whole, as bytes, with all the bounds of HttpJob. Used and destroyed on one thread.
class HttpExchanges final : public QObject
{
public:
    /// `clock` outlives it.
    explicit HttpExchanges(const Clock &clock);
    ~HttpExchanges() override;

    struct Question {
        WireRequest wire;
        Timeouts timeouts;
        KnownSecrets secrets;
        QString place; ///< For errors.
        qint64 mostBytes = 0;
    };
    /// Calls back once, later; never when this is gone. Errors are without secrets.
    void ask(Question question, std::function<void(const Result<QByteArray> &)> answered);

private:
    const Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;             ///< Made on the thread that asks.
    std::unordered_map<quint64, std::unique_ptr<HttpJob>> m_jobs; ///< Go before the network.
    quint64 m_last = 0;
};

} // namespace Tempera
