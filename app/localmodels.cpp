// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/localmodels.h"

#include "app/engine/gguffile.h"

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
    QStringList folders = qEnvironmentVariable("TEMPERA_MODELS").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders += QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tempera/models"_s;
    // Beside the program: an installed one has share/, a built one has it in its build folder.
    folders += QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/tempera/models"_s);
    return folders;
}

QList<LocalModelFile> LocalModels::list() const
{
    QMap<QString, LocalModelFile> models;
    for (const QString &path : m_files) {
        const QFileInfo file(path);
        if (!models.contains(file.completeBaseName()))
            models.insert(file.completeBaseName(), {file.completeBaseName(), path, file.size()});
    }
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
        const QStringList bases =
            baseFolder.isEmpty() ? QStringList{QDir::currentPath()} : QStringList{baseFolder, QDir::currentPath()};
        looked = bases;
    }
    for (const QString &path : m_files) {
        const QFileInfo file(path);
        if (!isPath && (file.completeBaseName() == nameOrPath || file.fileName() == nameOrPath) && file.isFile())
            return path;
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
                   QCoreApplication::translate("LocalModels", "These places were searched: %1.")
                       .arg((isPath ? looked + m_folders : m_folders).join(u", "_s)),
                   u"local:"_s + nameOrPath);
}

Result<LibraryModel> readLibraryModel(const QString &path, const ModelHashes &hashes)
{
    const QFileInfo file(path);
    const Result<GgufFacts> facts = checkGgufFile(path);
    if (!facts)
        return std::unexpected(facts.error());
    return hashes.of(path).transform([&](const QByteArray &hash) {
        return LibraryModel{file.completeBaseName(), file.absoluteFilePath(), file.size(), *facts, {}, hash};
    });
}

QList<LibraryModel> readLibrary(const LocalModels &models, const ModelHashes &hashes)
{
    QList<LibraryModel> library;
    const QList<LocalModelFile> files = models.list();
    for (const LocalModelFile &file : files) {
        LibraryModel model{file.name, file.path, file.bytes, {}, {}, hashes.known(file.path)};
        if (const Result<GgufFacts> facts = checkGgufFile(file.path))
            model.facts = *facts;
        else
            model.problem = facts.error();
        library.append(model);
    }
    return library;
}

Result<Settings> withModels(Settings settings, const QString &path)
{
    const QFileInfo info(path);
    const QString absolute = info.absoluteFilePath();
    if (!info.exists())
        return failure(ErrorKind::File, QCoreApplication::translate("LocalModels", "No such file."), path);
    if (info.isDir()) {
        if (QDir(absolute).entryList({u'*' + suffix}, QDir::Files).isEmpty())
            return failure(ErrorKind::File, QCoreApplication::translate("LocalModels", "It contains no GGUF file."), path);
        if (!settings.modelFolders.contains(absolute))
            settings.modelFolders.append(absolute);
        return settings;
    }
    if (const Result<GgufFacts> facts = checkGgufFile(absolute); !facts)
        return std::unexpected(facts.error());
    if (!settings.modelFiles.contains(absolute))
        settings.modelFiles.append(absolute);
    return settings;
}

Result<Settings> withoutModels(Settings settings, const LocalModels &models, const QString &nameOrPath)
{
    const QString absolute = QFileInfo(nameOrPath).absoluteFilePath();
    const auto isMeant = [&](const QString &file) {
        return file == absolute || QFileInfo(file).completeBaseName() == nameOrPath;
    };
    if (settings.modelFolders.removeAll(absolute) + settings.modelFiles.removeIf(isMeant) > 0)
        return settings;
    const Result<QString> found = models.resolve(nameOrPath);
    if (!found)
        return std::unexpected(found.error());
    return failure(
        ErrorKind::Usage,
        QCoreApplication::translate("LocalModels", "It is in a folder of the library: remove the folder, or move the file away."),
        *found);
}

} // namespace Tempera
