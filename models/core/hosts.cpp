// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/hosts.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

using Ipv4 = std::array<int, 4>;

/// Names below which nothing can be registered.
constexpr std::array privateDomains{".local"_L1, ".lan"_L1, ".localhost"_L1, ".internal"_L1, ".home.arpa"_L1};

/// As QUrl spells it: lower case, IPv6 in its short form; without brackets, zone and the dot of the root.
QString plainHost(const QString &host)
{
    QString name = host.toLower();
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.sliced(1, name.size() - 2);
    name = name.section(u'%', 0, 0);
    if (name.endsWith(u'.'))
        name.chop(1);
    if (!name.contains(u':'))
        return name;
    QUrl url;
    url.setHost(name, QUrl::StrictMode);
    return url.host();
}

std::optional<Ipv4> ipv4(const QString &name)
{
    const QStringList parts = name.split(u'.');
    Ipv4 address{};
    if (parts.size() != std::ssize(address))
        return std::nullopt;
    for (std::size_t i = 0; i < address.size(); ++i) {
        bool isNumber = false;
        const uint number = parts.at(static_cast<qsizetype>(i)).toUInt(&isNumber);
        if (!isNumber || number > 255)
            return std::nullopt;
        address[i] = static_cast<int>(number);
    }
    return address;
}

/// An IPv4 address, also in the clothes of IPv6 ("::ffff:10.0.0.1").
std::optional<Ipv4> ipv4Of(const QString &name)
{
    constexpr auto mapped = "::ffff:"_L1;
    return ipv4(name.startsWith(mapped) ? name.sliced(mapped.size()) : name);
}

bool isPrivate(const Ipv4 &address)
{
    const auto [a, b, c, d] = address;
    return a == 10 || a == 127 || (a == 172 && b >= 16 && b <= 31) || (a == 192 && b == 168) || (a == 169 && b == 254)
           || (a == 0 && b == 0 && c == 0 && d == 0);
}

/// fc00::/7 is unique local, fe80::/10 is link-local; "::" is the address of no host.
bool isPrivateIpv6(const QString &name)
{
    bool isNumber = false;
    const uint first = name.section(u':', 0, 0).toUInt(&isNumber, 16);
    return name == "::"_L1 || name == "::1"_L1 || (isNumber && ((first & 0xfe00U) == 0xfc00U || (first & 0xffc0U) == 0xfe80U));
}

} // namespace

bool isThisMachine(const QString &host)
{
    const QString name = plainHost(host);
    const std::optional<Ipv4> address = ipv4Of(name);
    return name == "localhost"_L1 || name == "::1"_L1 || (address && address->front() == 127);
}

bool isOwnNetwork(const QString &host)
{
    const QString name = plainHost(host);
    if (name.isEmpty())
        return false;
    if (const std::optional<Ipv4> address = ipv4Of(name))
        return isPrivate(*address);
    if (name.contains(u':'))
        return isPrivateIpv6(name);
    return !name.contains(u'.')
           || std::ranges::any_of(privateDomains, [&name](QLatin1StringView domain) { return name.endsWith(domain); });
}

} // namespace Tempera
