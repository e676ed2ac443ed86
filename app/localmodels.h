// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Tempera {

/// A GGUF on this machine.
struct LocalModelFile {
    QString name; ///< What stands after "local:": the file name without ".gguf".
    QString path; ///< Absolute.
    qint64 bytes = 0;
};

/// Finds local models by name or path in a few folders. Any thread; looks at the disk on each call.
class LocalModels
{
public:
    /// The earlier folder wins where two hold a model of the same name.
    explicit LocalModels(QStringList folders) : m_folders(std::move(folders)) { }

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
};

} // namespace Tempera
