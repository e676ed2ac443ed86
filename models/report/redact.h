// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QUrl>

namespace Tempera {

/// Whether a key of a configuration names something secret ("apiKey", "OPENAI_API_KEY", "Authorization", "password").
/// Names of places where a key is kept ("apiKeyEnvar") are not secret, nor are counts ("max_tokens").
[[nodiscard]] bool isSecretName(const QString &name);

/// The value with every secret text in it replaced by "[redacted]". A template such as "{{ env.KEY }}" stays.
[[nodiscard]] QJsonValue redacted(const QJsonValue &value);

/// The same for YAML or JSON text, line by line; everything else stays byte for byte.
[[nodiscard]] QByteArray redactedText(const QByteArray &yaml);

/// A URL without user, password and query.
[[nodiscard]] QString redactedUrl(const QUrl &url);

} // namespace Tempera
