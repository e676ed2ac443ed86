// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settingsfile.h"

#include "app/settings/filestore.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The error with the 1-based line and column (in bytes) of an offset.
std::unexpected<Error> syntaxFailure(const QByteArray &data, int offset, const QString &detail, const QString &path)
{
    auto error = failure(ErrorKind::Syntax, detail, path);
    const QByteArray before = data.first(std::min<qsizetype>(offset, data.size()));
    error.error().line = static_cast<int>(before.count('\n')) + 1;
    error.error().column = static_cast<int>(before.size() - (before.lastIndexOf('\n') + 1)) + 1;
    return error;
}

} // namespace

SettingsFile::SettingsFile(const QString &path) : m_path(path) { }

QString SettingsFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tempera/settings.json"_s;
}

Result<Settings> SettingsFile::load() const
{
    if (!QFileInfo::exists(m_path))
        return Settings();
    const Result<QByteArray> data = FileStore().read(m_path);
    if (!data)
        return std::unexpected(data.error());
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(*data, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return syntaxFailure(*data, parsed.offset, parsed.errorString(), m_path);
    if (!document.isObject())
        return syntaxFailure(*data, 0, u"an object is wanted"_s, m_path);
    return settingsFromJson(document.object());
}

Result<void> SettingsFile::save(const Settings &settings) const
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::File, u"the folder cannot be made"_s, folder);
    return FileStore().write(m_path, QJsonDocument(settingsToJson(settings)).toJson());
}

} // namespace Tempera
