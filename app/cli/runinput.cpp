// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runinput.h"

namespace Tempera {

Trust wordOf(const RunArguments &arguments, const PromptStore &files)
{
    Trust trust{arguments.allowedKeys, {}};
    for (const QString &folder : arguments.allowedFolders + foldersOfParts(arguments.parts, files))
        trust.folders += FolderGrant{{}, files.nameOf(folder)};
    return trust;
}

QMap<QString, QString> environmentOf(const QStringList &names)
{
    QMap<QString, QString> environment;
    for (const QString &name : names) {
        if (qEnvironmentVariableIsSet(name.toUtf8().constData()))
            environment.insert(name, qEnvironmentVariable(name.toUtf8().constData()));
    }
    return environment;
}

} // namespace Tempera
