// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <chrono>

namespace Tempera {

/// How much one key may ask of one model in a minute. Zero = not told; then what the server's own headers say counts.
struct RateLimits {
    qint64 requestsPerMinute = 0;
    qint64 tokensPerMinute = 0; ///< Input and output together.

    bool operator==(const RateLimits &) const = default;
};

/// What the user has set for one server, told apart by its base URL. A value without secrets.
struct EndpointOptions {
    int slots = 0;                               ///< Requests at once for one of its models; zero = as for all servers.
    RateLimits limits;                           ///< For each of its models.
    QList<QUrl> members;                         ///< The base URLs of equal servers that share its requests; empty = itself.
    QUrl proxy;                                  ///< http or socks5; empty = the system's.
    QString caFile;                              ///< PEM file with further certificates that are trusted; empty = none.
    std::chrono::milliseconds firstByteLimit{0}; ///< Longest wait for the response's first byte; zero = the usual one.
    std::chrono::milliseconds totalLimit{0};     ///< Longest time for a request with its retries; zero = the usual one.
    QMap<QString, QString> headers;              ///< Sent with each request, none of them secret.

    bool operator==(const EndpointOptions &) const = default;
};

} // namespace Tempera
