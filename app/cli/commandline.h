// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/clicontext.h"
#include "app/cli/exitcode.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace Tempera {

class Command;
class InterruptWatch;

/// `tempera run | generate | tokens | cost | models | history`. Runs inside the program's own event loop, without display.
///
/// main() makes it after the QCoreApplication, connects finished() to QCoreApplication::exit(), calls start() and exec().
class CommandLine final : public QObject
{
    Q_OBJECT
public:
    explicit CommandLine(const CliContext &context, QObject *parent = nullptr);
    ~CommandLine() override;

    /// Reads the arguments (without the program's name) and starts. Call once.
    void start(const QStringList &arguments);

Q_SIGNALS:
    /// Always from the event loop, never out of start(); once.
    void finished(int exitCode);

private:
    void finish(ExitCode code);
    [[nodiscard]] ExitCode whenWritten(ExitCode code) const;

    CliContext m_context;
    std::unique_ptr<Command> m_command;
    std::unique_ptr<InterruptWatch> m_interrupts;
    int m_signal = 0; ///< What asked the command to end; 0 = nothing.
    bool m_finished = false;
};

} // namespace Tempera
