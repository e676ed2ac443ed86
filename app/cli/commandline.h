// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/clicontext.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace Tempera {

/// Exit codes of the program.
enum class ExitCode {
    Passed = 0,
    RunError = 1,      ///< Something could not be done: a broken file, a request that failed.
    Usage = 2,         ///< Wrong options, or a file named on the command line that does not exist.
    ChecksFailed = 100, ///< Every request was answered, but not every check passed.
    Interrupted = 130, ///< SIGINT; what was done is saved.
};

class Command;

/// `tempera run | generate | tokens | cost | models | history`. Runs inside the program's own event loop, without display.
///
/// main() makes it after the QCoreApplication, connects finished() to QCoreApplication::exit(), calls start() and exec().
class CommandLine final : public QObject
{
    Q_OBJECT
public:
    explicit CommandLine(const CliContext &context, QObject *parent = nullptr);
    ~CommandLine() override;

    /// Whether `arguments` (without the program's name) are for the command line rather than for the window:
    /// the first one is a command, --help, -h, or --version.
    [[nodiscard]] static bool isCommand(const QStringList &arguments);

    /// Reads the arguments (without the program's name) and starts. Call once.
    void start(const QStringList &arguments);

Q_SIGNALS:
    /// Always from the event loop, never out of start(); once.
    void finished(int exitCode);

private:
    void finish(ExitCode code);

    CliContext m_context;
    std::unique_ptr<Command> m_command;
};

} // namespace Tempera
