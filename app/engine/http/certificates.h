// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/serverreport.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace Tempera {

/// The certificates in a file: PEM, any number of them, or a single one as DER. Errors with the path: File where it cannot be read
/// or is larger than 4 MiB, Syntax where no certificate is in it.
[[nodiscard]] Result<QList<QSslCertificate>> certificatesIn(const QString &path);

/// The same in words.
[[nodiscard]] Result<CertificateFacts> certificateFacts(const QString &path);

/// Trusts these beside those that the system trusts.
[[nodiscard]] QSslConfiguration trusting(const QList<QSslCertificate> &certificates);

} // namespace Tempera
