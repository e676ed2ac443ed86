// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/trustfile.h"

#include "app/settings/filestore.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tempera {

TrustFile::TrustFile(const QString &path) : m_path(path) { }

QString TrustFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tempera/trust.json"_s;
}

Result<Trust> TrustFile::load() const
{
    if (!QFileInfo::exists(m_path))
        return Trust();
    const Result<QByteArray> data = FileStore().read(m_path);
    if (!data)
        return std::unexpected(data.error());
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(*data, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return failure(ErrorKind::Syntax, parsed.errorString(), m_path);
    if (!document.isObject())
        return failure(ErrorKind::Syntax, u"an object is wanted"_s, m_path);
    return trustFromJson(document.object());
}

Result<void> TrustFile::save(const Trust &trust)
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::File, u"the folder cannot be made"_s, folder);
    return FileStore().write(m_path, QJsonDocument(trustToJson(trust)).toJson());
}

} // namespace Tempera
