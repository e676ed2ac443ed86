// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/error.h"

#include <QStringList>

namespace Tempera {

/// The secrets that a request is sent with, and how to keep them out of what comes back: from the environment, the
/// keychain or a window (keys), from the file (values of headers, the query of the address). A value that lives in memory only.
///
/// Found are a secret as it is, percent-encoded, with JSON's escaped slashes, and in base64, also after "user:".
/// What is too short to be told from a word (under 8 characters, or letters and hyphens under 16) is not looked for.
class KnownSecrets
{
public:
    KnownSecrets() = default;
    /// All headers whose values are not known to be public, the query, user and password of the address, and what the
    /// model's name tells (textSecrets()).
    explicit KnownSecrets(const Endpoint &endpoint);

    void add(const QByteArray &key);
    [[nodiscard]] bool isEmpty() const { return m_spellings.isEmpty(); }

    /// The text with the mark in place of each secret.
    [[nodiscard]] QString cleaned(const QString &text) const;
    /// The same, for a text that ends anywhere: also without the beginning of a secret at its end.
    [[nodiscard]] QString cleanedEnd(const QString &text) const;
    /// The error for display: without secrets, and only then cut to a bearable length.
    [[nodiscard]] Error cleaned(Error error) const;

    /// The first secret in a text at or after a place; a length of 0 where there is none.
    struct Place {
        qsizetype begin = 0;
        qsizetype length = 0;
    };
    [[nodiscard]] Place find(QStringView text, qsizetype from = 0) const;
    /// How many characters at the end of a text may be the beginning of a secret.
    [[nodiscard]] qsizetype openEnd(QStringView text) const;

private:
    void addValue(const QString &value);
    void addSpelling(const QString &spelling);

    QStringList m_spellings; ///< The longest first, so that none is found inside another one.
};

/// Most characters of the words of another side that an error repeats.
inline constexpr qsizetype mostErrorText = 500;

/// At most that many characters, with "…" where some were left out.
[[nodiscard]] QString cutText(const QString &text, qsizetype most);

} // namespace Tempera
