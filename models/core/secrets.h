// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>

namespace Tempera {

/// What a secret is replaced by.
[[nodiscard]] QString redactionMark();

/// Whether a key of a configuration names something secret ("apiKey", "OPENAI_API_KEY", "Authorization", "password").
/// Names of places where a key is kept ("apiKeyEnvar") are not secret, nor are counts ("max_tokens").
[[nodiscard]] bool isSecretName(const QString &name);

/// A JSON value with the mark under each name of a secret, at any depth. The order of the others does not count.
[[nodiscard]] QJsonValue withoutSecretMembers(const QJsonValue &value);

/// Whether the value of an HTTP header is known to be no secret ("Accept", "HTTP-Referer"). All others are taken for one.
[[nodiscard]] bool isPublicHeader(const QString &name);

/// Whether the value of a name in an address's query is known to be no secret ("api-version").
[[nodiscard]] bool isPublicQueryName(const QString &name);

/// Whether a text is written as keys are: one word that begins as those of a known kind ("sk-…", "ghp_…", "AKIA…").
[[nodiscard]] bool looksLikeKey(const QString &text);

/// The text with every address in it ("https://…") without user, password, fragment and query; names of the query that
/// are known to be no secret stay. A step of the path that is written as keys are is replaced by the mark.
[[nodiscard]] QString withoutAddressSecrets(const QString &text);

/// The same for an address that may lack its scheme ("user:password@host:1/v1?key=…").
[[nodiscard]] QString shownAddress(const QString &address);

} // namespace Tempera
