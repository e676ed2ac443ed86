// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <optional>

namespace Tempera {

/// What a person writes for a server, read and checked. All errors are of the kind Usage; their detail is a translated
/// sentence. Nothing that is or may be a secret passes: what passes is stored.

/// "https://host/v1", without the slashes at its end; no user, password, query or fragment.
[[nodiscard]] Result<QUrl> serverAddressFromText(const QString &text);

/// "http://host:port" or "socks5://host:port", without a user; an empty address for an empty text.
[[nodiscard]] Result<QUrl> proxyFromText(const QString &text);

/// One "Name: value" a line; blank lines count for nothing. The first line that cannot be one is the error.
[[nodiscard]] Result<QMap<QString, QString>> headersFromText(const QString &text);
[[nodiscard]] QString headersToText(const QMap<QString, QString> &headers);
/// Why a header cannot be stored and sent: its name is no name (RFC 9110 §5.6.2), it is written by the program itself, its value
/// holds a control character, or one of both is a secret or looks like one. Nothing where it can.
[[nodiscard]] std::optional<Error> headerFault(const QString &name, const QString &value);

/// One server address a line, each once.
[[nodiscard]] Result<QList<QUrl>> membersFromText(const QString &text);
[[nodiscard]] QString membersToText(const QList<QUrl> &members);

} // namespace Tempera
