// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/jsonfile.h"

#include "app/settings/filestore.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

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

Result<QJsonObject> readJsonFile(const QString &path)
{
    if (!QFileInfo::exists(path))
        return QJsonObject();
    const Result<QByteArray> data = FileStore().read(path);
    if (!data)
        return std::unexpected(data.error());
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(*data, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return syntaxFailure(*data, parsed.offset, parsed.errorString(), path);
    if (!document.isObject())
        return syntaxFailure(*data, 0, u"an object is expected"_s, path);
    return document.object();
}

Result<void> writeJsonFile(const QString &path, const QJsonObject &object)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::File, u"the folder cannot be created"_s, folder);
    return FileStore().write(path, QJsonDocument(object).toJson());
}

} // namespace Tempera
