// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/filestore.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

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
        return failure(ErrorKind::File, u"no such file"_s, path);
    if (!info.isFile())
        return failure(ErrorKind::File, u"not a regular file"_s, path);
    if (info.size() > MaxSize)
        return failure(ErrorKind::File, u"it is larger than %1 MiB"_s.arg(MaxSize / 1024 / 1024), path);
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

} // namespace Tempera
