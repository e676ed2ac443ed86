// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/filestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString fileWords(const char *source)
{
    return QCoreApplication::translate("File", source);
}

/// A pipe or a device is written into; to put a file in its place is not what was meant.
Result<void> writeDevice(const QString &path, const QByteArray &data)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(data) != data.size())
        return failure(ErrorKind::File, file.errorString(), path);
    return {};
}

} // namespace

Result<QByteArray> FileStore::read(const QString &path) const
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::File, fileWords(QT_TRANSLATE_NOOP("File", "no such file")), path);
    if (!info.isFile())
        return failure(ErrorKind::File, fileWords(QT_TRANSLATE_NOOP("File", "not a regular file")), path);
    if (info.size() > MaxSize)
        return failure(ErrorKind::File, fileWords(QT_TRANSLATE_NOOP("File", "it is larger than %1 MiB")).arg(MaxSize / 1024 / 1024), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::File, file.errorString(), path);
    QByteArray data = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::File, file.errorString(), path);
    return data;
}

Result<void> FileStore::write(const QString &path, const QByteArray &data)
{
    if (const QFileInfo info(path); info.exists() && !info.isFile() && !info.isDir())
        return writeDevice(path, data);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.commit())
        return failure(ErrorKind::File, file.errorString(), path);
    return {};
}

QString FileStore::nameOf(const QString &path) const
{
    const QFileInfo file(path);
    if (const QString whole = file.canonicalFilePath(); !whole.isEmpty())
        return whole;
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(file.absoluteFilePath()) : QDir(folder).filePath(file.fileName());
}

} // namespace Tempera
