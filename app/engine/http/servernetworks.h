// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpointoptions.h"
#include "models/core/error.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <map>
#include <memory>
#include <optional>

namespace Tempera {

/// How one server is reached.
struct ServerNetwork {
    QNetworkAccessManager *manager = nullptr; ///< Through the server's proxy.
    std::optional<QSslConfiguration> tls;     ///< For each request; nothing = the usual one.
};

/// The ways to servers: one network manager for each pair of a proxy and a file of certificates, so that no connection is used
/// that was made otherwise. Made, used and destroyed on one thread; a way stays until the end, as replies belong to it.
class ServerNetworks
{
public:
    /// The usual way where there are no options. A file of certificates that cannot be used is an error (see certificatesIn()):
    /// nothing is sent with less than the user wanted. The file is read when it is first needed, and again when it has changed.
    [[nodiscard]] Result<ServerNetwork> reach(const EndpointOptions *options);

private:
    struct Way {
        QNetworkAccessManager manager;
        std::optional<QSslConfiguration> tls;
    };

    std::map<QString, std::unique_ptr<Way>> m_ways;
};

} // namespace Tempera
