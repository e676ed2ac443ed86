// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace Tempera {

/// How a process ended.
struct ProgramEnd {
    int exitCode = -1; ///< −1: it crashed, or did not end.
    QByteArray out;
    QByteArray err;
};

/// The built program with folders of its own, in English.
class BuiltProgram
{
public:
    BuiltProgram();

    [[nodiscard]] ProgramEnd run(const QStringList &arguments) const;
    /// With at most so much memory for its data (RLIMIT_DATA); a sanitizer takes more than that, so there without a limit.
    [[nodiscard]] ProgramEnd runWithin(int megabytes, const QStringList &arguments) const;
    /// A file among those of the test; its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString ledger() const { return home.filePath(QStringLiteral("data/tempera/ledger.db")); }
    /// How many runs the ledger has; −1: it cannot be read.
    [[nodiscard]] qsizetype runs() const;

    QTemporaryDir folder;
    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

private:
    [[nodiscard]] ProgramEnd start(const QString &program, const QStringList &arguments) const;
};

} // namespace Tempera
