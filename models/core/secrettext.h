// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Tempera {

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
