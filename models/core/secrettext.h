// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace Tempera {

/// A part of a text that is secret.
struct SecretPart {
    qsizetype begin = 0;
    qsizetype length = 0;
    bool isLeftOut = false; ///< A part of an address that is shown as if it were not there; else a mark stands for it.

    [[nodiscard]] qsizetype end() const { return begin + length; }
    bool operator==(const SecretPart &) const = default;
};
/// In their order and apart from each other, where it is not said otherwise.
using SecretParts = std::vector<SecretPart>;

/// Parts of any order as they are told: those that overlap or touch one another as one.
[[nodiscard]] SecretParts inOrder(SecretParts parts);
/// The text with the mark in place of these.
[[nodiscard]] QString withMarks(const QString &text, const SecretParts &parts);

// What the functions below cut out.
[[nodiscard]] SecretParts addressSecretParts(const QString &text);   ///< Of withoutAddressSecrets().
[[nodiscard]] SecretParts shownAddressParts(const QString &address); ///< Of shownAddress().
[[nodiscard]] SecretParts knownKeyParts(const QString &text);        ///< Of withoutKnownKeys().
[[nodiscard]] SecretParts textSecretParts(const QString &text);      ///< Of withoutTextSecrets().
[[nodiscard]] SecretParts toldSecretParts(const QString &text);      ///< Of textSecrets().

/// The text with every address in it ("https://…") without user, password, fragment and query; names of the query that
/// are known to be no secret stay. A step of the path that is written as keys are is replaced by the mark. So are, outside
/// of addresses, secret parameters ("openai:chat:m?key=…") and keys of a known kind ("openai:chat:sk-…").
[[nodiscard]] QString withoutAddressSecrets(const QString &text);

/// The same for an address that may lack its scheme ("user:password@host:1/v1?key=…").
[[nodiscard]] QString shownAddress(const QString &address);

/// The text without keys of a known kind, wherever they stand in it ("ghp_…", "AKIA…").
[[nodiscard]] QString withoutKnownKeys(const QString &text);

/// withoutAddressSecrets(), and the mark in place of what the text calls secret: "X-Api-Key: …", "token=…", "--api-key …",
/// "Bearer …", "Cookie: …". What names a value elsewhere ("{{ env.KEY }}", "$KEY") stays, and so do plain words behind a
/// colon ("password: required").
[[nodiscard]] QString withoutTextSecrets(const QString &text);

/// What withoutTextSecrets() puts the mark in place of, but for what is in addresses.
[[nodiscard]] QStringList textSecrets(const QString &text);

/// Whether what follows an argument of a command line is secret: "--api-key …", "-u user:…".
[[nodiscard]] bool isSecretArgument(const QString &name, const QString &value);

} // namespace Tempera
