// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/error.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrl>

#include <expected>

namespace Tempera {

/// A key that is about to be sent: for which experiment, under which name it is kept, and where to.
struct KeyUse {
    QString experiment; ///< Path of the experiment that asks; empty = none was saved or opened.
    QString keyName;    ///< Endpoint::keyName
    QUrl address;       ///< Endpoint::baseUrl

    bool operator==(const KeyUse &) const = default;
};

/// What the user says to a question.
enum class TrustAnswer {
    Once,   ///< For this run, or for this opening of a file.
    Always, ///< Kept for the experiment, until it is withdrawn.
    No,
};

/// A grant of the user: a key may be sent somewhere.
struct KeyGrant {
    QString experiment; ///< Path; empty = whatever asks. Only what is not kept may be so wide.
    QString keyName;
    QString scheme; ///< "https" or "http"; empty = either. What is kept has it.
    QString host;   ///< In lower case.
    int port = -1;  ///< −1 = any. What is kept has it.

    bool operator==(const KeyGrant &) const = default;
};

/// A grant of the user: an experiment may read the files of a folder, with those below it.
struct FolderGrant {
    QString experiment; ///< Path; empty = whatever asks.
    QString folder;     ///< Absolute.

    bool operator==(const FolderGrant &) const = default;
};

/// All that the user has allowed.
struct Trust {
    QList<KeyGrant> keys;
    QList<FolderGrant> folders;

    bool operator==(const Trust &) const = default;
};

/// Scheme, host and port in one spelling: "https://llm.example.com", "http://127.0.0.1:8080".
[[nodiscard]] QString originOf(const QUrl &address);
/// The same of a grant; what is open is left out.
[[nodiscard]] QString originOf(const KeyGrant &grant);

/// Whether a key of this name belongs to who answers at the address: its provider's own host, over https.
[[nodiscard]] bool isOwnHost(const QString &keyName, const QUrl &address);

/// Whether the user said outside of any experiment that the provider of `endpoint` is at its address, which is the word
/// for that provider's key: the environment of this process.
[[nodiscard]] bool isAddressOfUser(const Endpoint &endpoint, const EnvironmentLookup &variable = processVariable);

/// The grant for exactly this use.
[[nodiscard]] KeyGrant grantFor(const KeyUse &use);
/// "NAME=HOST", "NAME=HOST:PORT" or "NAME=SCHEME://HOST[:PORT]", for every experiment. The error is a translated sentence.
[[nodiscard]] std::expected<KeyGrant, QString> keyGrantFromText(const QString &text);
/// What keyGrantFromText() takes for this use, as narrow as it is.
[[nodiscard]] QString keyGrantText(const KeyUse &use);

[[nodiscard]] bool allowsKey(const Trust &trust, const KeyUse &use);
/// The folders that an experiment may read besides its own.
[[nodiscard]] QStringList foldersFor(const Trust &trust, const QString &experiment);

/// Whether an experiment in `home` may read `path`, given the folders that were allowed besides. All are absolute and
/// without links, or all relative to one place ("." is that place). Under /proc, /sys and /dev only a folder counts that
/// is there itself.
[[nodiscard]] bool mayReadFile(const QString &home, const QString &path, const QStringList &folders);

/// Why a key is not sent, with the words that would let it: ErrorKind::Auth, the key's name as its parameter, and a
/// translated line that says it all.
[[nodiscard]] Error refusedKey(const KeyUse &use);

[[nodiscard]] QJsonObject trustToJson(const Trust &trust);
/// Entries of a wrong type, or without what makes them narrow, are left out.
[[nodiscard]] Trust trustFromJson(const QJsonObject &object);

} // namespace Tempera
