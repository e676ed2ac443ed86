// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/endpointrules.h"

#include "models/core/endpoint.h"
#include "models/core/secrets.h"
#include "models/core/secrettext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What frames a message and what the program negotiates: another value would make something else of the request.
constexpr std::array ownHeaders{
    "host"_L1,    "content-length"_L1, "transfer-encoding"_L1, "connection"_L1,       "keep-alive"_L1,     "te"_L1, "trailer"_L1,
    "upgrade"_L1, "expect"_L1,         "content-type"_L1,      "content-encoding"_L1, "accept-encoding"_L1};

std::unexpected<Error> ruleBroken(const char *sentence)
{
    return failure(ErrorKind::Usage, QCoreApplication::translate("EndpointRules", sentence));
}

std::unexpected<Error> ruleBroken(const char *sentence, const QString &what)
{
    return failure(ErrorKind::Usage, QCoreApplication::translate("EndpointRules", sentence).arg(what));
}

bool hasControlCharacter(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// All ways in which the program tells a secret by its looks.
bool looksSecret(const QString &name, const QString &value)
{
    return isSecretName(name) || looksLikeKey(value) || withoutKnownKeys(value) != value || withoutTextSecrets(value) != value
           || !textSecrets(name + u": "_s + value).isEmpty();
}

QStringList filledLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            lines += trimmed;
    }
    return lines;
}

} // namespace

Result<QUrl> serverAddressFromText(const QString &text)
{
    QString plain = text.trimmed();
    while (plain.endsWith(u'/'))
        plain.chop(1);
    const QUrl address(plain, QUrl::StrictMode);
    if (!isUsableAddress(address)) {
        return ruleBroken(QT_TRANSLATE_NOOP("EndpointRules", "This is not the address of a server: it must be complete, such as "
                                                             "https://host/v1, and contain no password."));
    }
    if (publicAddress(address) != address.toString()) { // it is stored
        return ruleBroken(QT_TRANSLATE_NOOP("EndpointRules",
                                            "An address must not contain a key, nor anything behind ? or # that may be one. Add "
                                            "it without, then enter the key."));
    }
    return address;
}

Result<QUrl> proxyFromText(const QString &text)
{
    const QString plain = text.trimmed();
    if (plain.isEmpty())
        return QUrl();
    QUrl proxy(plain, QUrl::StrictMode);
    if (!proxy.userInfo().isEmpty()) {
        return ruleBroken(QT_TRANSLATE_NOOP("EndpointRules", "A proxy's address must not contain a user or password, since it is "
                                                             "stored. The proxy settings of the system can hold them."));
    }
    if (proxy.path() == "/"_L1)
        proxy.setPath({});
    const bool isKnown = proxy.scheme() == "http"_L1 || proxy.scheme() == "socks5"_L1;
    if (!proxy.isValid() || !isKnown || proxy.host().isEmpty() || proxy.port() <= 0 || !proxy.path().isEmpty() || proxy.hasQuery()
        || proxy.hasFragment()) {
        return ruleBroken(
            QT_TRANSLATE_NOOP("EndpointRules", "A proxy's address is written as http://host:port or socks5://host:port."));
    }
    return proxy;
}

std::optional<Error> headerFault(const QString &name, const QString &value)
{
    static const QRegularExpression token(u"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"_s);
    if (!token.match(name).hasMatch() || value.isEmpty())
        return ruleBroken(QT_TRANSLATE_NOOP("EndpointRules", "“%1” is not a header: write one “Name: value” a line."),
                          withoutTextSecrets(name.isEmpty() ? value : name))
            .error();
    if (std::ranges::any_of(ownHeaders, [&name](auto own) { return name.compare(own, Qt::CaseInsensitive) == 0; }))
        return ruleBroken(QT_TRANSLATE_NOOP("EndpointRules", "The header “%1” is written by Tempera itself."), name).error();
    if (hasControlCharacter(value))
        return ruleBroken(QT_TRANSLATE_NOOP("EndpointRules", "The header “%1” contains a control character."), name).error();
    if (looksSecret(name, value)) {
        return ruleBroken(QT_TRANSLATE_NOOP("EndpointRules",
                                            "The header “%1” is a secret or looks like one, and settings are stored as they are. "
                                            "Enter it as the key of the server instead."),
                          name)
            .error();
    }
    return std::nullopt;
}

Result<QMap<QString, QString>> headersFromText(const QString &text)
{
    QMap<QString, QString> headers;
    for (const QString &line : filledLines(text)) {
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.first(std::max<qsizetype>(colon, 0)).trimmed();
        const QString value = line.sliced(colon + 1).trimmed();
        if (const std::optional<Error> fault = headerFault(name, value))
            return std::unexpected(*fault);
        const bool isThere = std::ranges::any_of(
            headers.keys(), [&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; });
        if (isThere)
            return ruleBroken(QT_TRANSLATE_NOOP("EndpointRules", "The header “%1” is there twice."), name);
        headers.insert(name, value);
    }
    return headers;
}

QString headersToText(const QMap<QString, QString> &headers)
{
    QStringList lines;
    for (const auto &[name, value] : headers.asKeyValueRange())
        lines += name + u": "_s + value;
    return lines.join(u'\n');
}

Result<QList<QUrl>> membersFromText(const QString &text)
{
    QList<QUrl> members;
    for (const QString &line : filledLines(text)) {
        const Result<QUrl> member = serverAddressFromText(line);
        if (!member)
            return std::unexpected(member.error());
        if (!members.contains(*member))
            members += *member;
    }
    return members;
}

QString membersToText(const QList<QUrl> &members)
{
    QStringList lines;
    for (const QUrl &member : members)
        lines += publicAddress(member);
    return lines.join(u'\n');
}

} // namespace Tempera
