// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/localmodels.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const QString suffix = u".gguf"_s;

QString fileIn(const QString &folder, const QString &path)
{
    const QFileInfo file(QDir(folder), path);
    return file.isFile() ? file.absoluteFilePath() : QString();
}

} // namespace

QStringList LocalModels::standardFolders()
{
    QStringList folders =
        qEnvironmentVariable("TEMPERA_MODELS").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders += QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tempera/models"_s;
    // Beside the program: an installed one has share/, a built one has it in its build folder.
    folders += QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/tempera/models"_s);
    return folders;
}

QList<LocalModelFile> LocalModels::list() const
{
    QMap<QString, LocalModelFile> models;
    for (const QString &folder : m_folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({u'*' + suffix}, QDir::Files);
        for (const QFileInfo &file : files) {
            const QString name = file.completeBaseName();
            if (!models.contains(name))
                models.insert(name, {name, file.absoluteFilePath(), file.size()});
        }
    }
    return models.values();
}

Result<QString> LocalModels::resolve(const QString &nameOrPath, const QString &baseFolder) const
{
    if (nameOrPath.isEmpty())
        return failure(ErrorKind::ModelMissing, QCoreApplication::translate("LocalModels", "No model is named."));

    const bool isPath = nameOrPath.endsWith(suffix, Qt::CaseInsensitive) || nameOrPath.contains(u'/');
    QStringList looked;
    if (isPath) {
        const QStringList bases = baseFolder.isEmpty() ? QStringList{QDir::currentPath()}
                                                       : QStringList{baseFolder, QDir::currentPath()};
        looked = bases;
    }
    for (const QString &folder : isPath ? looked + m_folders : m_folders) {
        QString found = fileIn(folder, nameOrPath);
        if (found.isEmpty() && !isPath)
            found = fileIn(folder, nameOrPath + suffix);
        if (!found.isEmpty())
            return found;
    }
    if (QDir::isAbsolutePath(nameOrPath))
        return failure(ErrorKind::ModelMissing, QCoreApplication::translate("LocalModels", "No such file."), nameOrPath);
    return failure(ErrorKind::ModelMissing,
                   QCoreApplication::translate("LocalModels", "It was looked for in %1.")
                       .arg((isPath ? looked + m_folders : m_folders).join(u", "_s)),
                   u"local:"_s + nameOrPath);
}

} // namespace Tempera
