// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/modelhash.h"
#include "models/core/error.h"
#include "models/core/settings.h"
#include "models/library/librarymodel.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Tempera {

/// A GGUF on this machine.
struct LocalModelFile {
    QString name; ///< What is after "local:": the file name without ".gguf".
    QString path; ///< Absolute.
    qint64 bytes = 0;
};

/// Finds local models by name or path in a few folders and among single files. Any thread; looks at the disk on each call.
class LocalModels
{
public:
    /// The earlier folder wins where two hold a model of the same name.
    explicit LocalModels(QStringList folders, QStringList files = {}) : m_folders(std::move(folders)), m_files(std::move(files))
    {
    }

    /// The folders of this program: $TEMPERA_MODELS (separated as in PATH), the user's own
    /// ($XDG_DATA_HOME/tempera/models), and the built-in model's.
    [[nodiscard]] static QStringList standardFolders();

    [[nodiscard]] const QStringList &folders() const { return m_folders; }
    /// Ordered by name.
    [[nodiscard]] QList<LocalModelFile> list() const;
    /// "tempera-mini", an absolute path, or a path relative to `baseFolder` (the experiment file's) or to the
    /// current folder. ModelMissing names where was looked.
    [[nodiscard]] Result<QString> resolve(const QString &nameOrPath, const QString &baseFolder = {}) const;

private:
    QStringList m_folders;
    QStringList m_files; ///< Single ones, by absolute path; they come before the folders'.
};

/// A file's facts and its hash; reads the whole file where that is not known. Errors: ModelMissing, ModelBroken, File.
[[nodiscard]] Result<LibraryModel> readLibraryModel(const QString &path, const ModelHashes &hashes);
/// The library as it is listed: facts or reasons of every file, and the hashes that are known. Looks at the disk.
[[nodiscard]] QList<LibraryModel> readLibrary(const LocalModels &models, const ModelHashes &hashes);

/// The settings with one more GGUF file or folder of them in the library. Errors: File (no such thing, or a folder
/// without a GGUF), ModelBroken (the file cannot be used; its reason).
[[nodiscard]] Result<Settings> withModels(Settings settings, const QString &path);
/// The settings without a file or folder that was added: by its path, or a file's name. Errors: ModelMissing (it is
/// not in the library), Usage (it lies in a folder of the library: that, or the file itself, has to go).
[[nodiscard]] Result<Settings> withoutModels(Settings settings, const LocalModels &models, const QString &nameOrPath);

} // namespace Tempera
