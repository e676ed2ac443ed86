// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QLatin1StringView>
#include <QString>
#include <QStringList>

namespace Tempera {

/// What a secret is replaced by.
[[nodiscard]] QString redactionMark();

/// The words of a name in lower case: of "x-goog-apiKey" they are x, goog, api, key. Digits and signs are between words.
[[nodiscard]] QStringList nameWords(const QString &name);

/// Whether a name tells of something secret, by its words ("apiKey", "OPENAI_API_KEY", "refresh_token", "Set-Cookie",
/// "passwd"). Names of what is said about a secret ("apiKeyEnvar", "token_type") are not secret, nor are counts
/// ("max_tokens") and marks of texts ("eos_token"), nor "key" alone.
[[nodiscard]] bool isSecretName(const QString &name);

/// The same for a parameter of an address, where "key", "code" and "sig" are secret too.
[[nodiscard]] bool isSecretParameter(const QString &name);

/// The members that hold a name where a map is a pair: {name: X-Api-Key, value: …}.
[[nodiscard]] const QStringList &namingMembers();
/// Whether a member holds the value of such a pair.
[[nodiscard]] bool isValueMember(const QString &name);
/// The member of a JSON schema under which names are those of what is described.
[[nodiscard]] QLatin1StringView schemaMembers();

/// A JSON value with the mark under each name of a secret, at any depth. The order of the others does not count.
[[nodiscard]] QJsonValue withoutSecretMembers(const QJsonValue &value);

/// Whether the value of an HTTP header is known to be no secret ("Accept", "HTTP-Referer"). All others are taken for one.
[[nodiscard]] bool isPublicHeader(const QString &name);

/// Whether the value of a name in an address's query is known to be no secret ("api-version").
[[nodiscard]] bool isPublicQueryName(const QString &name);

/// Whether a text is written as keys are: one word that begins as those of a known kind ("sk-…", "ghp_…", "AKIA…").
[[nodiscard]] bool looksLikeKey(const QString &text);

} // namespace Tempera
