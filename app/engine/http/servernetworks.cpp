// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/servernetworks.h"

#include "app/engine/http/certificates.h"

#include <QFileInfo>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QNetworkProxy proxyAt(const QUrl &address)
{
    const bool isSocks = address.scheme() == "socks5"_L1;
    // HttpProxy carries https through a tunnel and hands plain requests on.
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, address.host(),
            static_cast<quint16>(address.port(isSocks ? 1080 : 8080))};
}

/// No proxy, and yet one to Qt's HTTP: without any it opens unencrypted connections unbuffered and asks the system for each byte of
/// a head and of a chunk's length, a hundred times an answer. A "default" proxy is none to the socket.
class Directly final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return {QNetworkProxy(QNetworkProxy::DefaultProxy)}; }
};

/// Says which file it is, in which state.
QString stateOf(const QString &path)
{
    const QFileInfo file(path);
    return path.isEmpty() ? QString() : u"%1\n%2\n%3"_s.arg(path).arg(file.lastModified().toMSecsSinceEpoch()).arg(file.size());
}

} // namespace

Result<ServerNetwork> ServerNetworks::reach(const EndpointOptions *options)
{
    const QUrl proxy = options ? options->proxy : QUrl();
    const QString file = options ? options->caFile : QString();
    std::unique_ptr<Way> &way = m_ways[proxy.toString() + u'\n' + stateOf(file)];
    if (!way) {
        auto made = std::make_unique<Way>();
        if (!file.isEmpty()) {
            const Result<QList<QSslCertificate>> certificates = certificatesIn(file);
            if (!certificates)
                return std::unexpected(certificates.error());
            made->tls = trusting(*certificates);
        }
        // A redirect would carry the key to another place.
        made->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        if (proxy.isEmpty())
            made->manager.setProxyFactory(new Directly); // which it owns
        else
            made->manager.setProxy(proxyAt(proxy));
        way = std::move(made);
    }
    return ServerNetwork{&way->manager, way->tls};
}

} // namespace Tempera
