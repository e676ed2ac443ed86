// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Tempera {

/// A variable of an --env-file.
struct EnvVariable {
    QString name;
    QString value;

    bool operator==(const EnvVariable &) const = default;
};

/// Reads NAME=VALUE lines as dotenv does: "export" before a name, comments behind #, values in ', " or ` that may have several lines,
/// of which those in " know \n, \r, \t, \" and \\. Nothing in a value is looked up. An Error (Syntax) has the line and never a value.
[[nodiscard]] Result<QList<EnvVariable>> readEnvFile(const QByteArray &bytes, const QString &path);

/// Whether templates see a variable of such a file without a word of the user: neither its name nor its value tells of a key.
[[nodiscard]] bool isSeenByTemplates(const EnvVariable &variable);

/// Puts the variables of these files into the environment of this process, the later ones over the earlier; returns the names of those
/// that templates see. Keys and addresses of providers are then taken from them as from the environment. Before the command starts that
/// uses them.
[[nodiscard]] Result<QStringList> takeEnvFiles(const QStringList &paths, const PromptStore &files);

} // namespace Tempera
