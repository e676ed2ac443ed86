// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/certificates.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qint64 mostCertificateBytes = 4 * 1024 * 1024; ///< All authorities of a system take a quarter of a megabyte.

QString subjectOf(const QSslCertificate &certificate)
{
    for (const auto part : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        if (const QStringList names = certificate.subjectInfo(part); !names.isEmpty())
            return names.constFirst();
    }
    return {};
}

} // namespace

Result<QList<QSslCertificate>> certificatesIn(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return failure(ErrorKind::File, u"no such file"_s, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::File, file.errorString(), path);
    const QByteArray data = file.read(mostCertificateBytes + 1);
    if (data.size() > mostCertificateBytes)
        return failure(ErrorKind::File, u"it is larger than 4 MiB"_s, path);
    QList<QSslCertificate> found = QSslCertificate::fromData(data, QSsl::Pem);
    if (found.isEmpty() && !data.isEmpty())
        found = QSslCertificate::fromData(data, QSsl::Der);
    found.removeIf([](const QSslCertificate &each) { return each.isNull(); });
    if (found.isEmpty())
        return failure(ErrorKind::Syntax, u"no certificate is in the file; one in PEM form is expected"_s, path);
    return found;
}

Result<CertificateFacts> certificateFacts(const QString &path)
{
    const Result<QList<QSslCertificate>> found = certificatesIn(path);
    if (!found)
        return std::unexpected(found.error());
    const auto first = std::ranges::min_element(*found, {}, &QSslCertificate::expiryDate);
    return CertificateFacts{static_cast<int>(found->size()), subjectOf(found->constFirst()), first->expiryDate()};
}

QSslConfiguration trusting(const QList<QSslCertificate> &certificates)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    // Own certificates turn off that the system's are looked up when they are needed.
    tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + certificates);
    return tls;
}

} // namespace Tempera
