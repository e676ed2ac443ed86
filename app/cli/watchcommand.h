// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/filewatch.h"
#include "app/cli/runcommand.h"

#include <memory>

namespace Tempera {

/// `tempera run --watch`: runs an experiment, and again whenever it or a file that it was read from has changed, until it is
/// interrupted. A change while it runs counts after its end.
class WatchCommand final : public Command
{
    Q_OBJECT
public:
    WatchCommand(const CliContext &context, const RunArguments &arguments);
    ~WatchCommand() override;
    void start() override;
    void interrupt() override;

private:
    void begin();
    void takeEnd(ExitCode code);
    void takeChange();

    RunArguments m_arguments;
    FileWatch m_files;
    std::unique_ptr<RunCommand> m_run;
    bool m_isUnderWay = false; ///< A run is, or is about to be.
    bool m_wasStarted = false; ///< One has been that was not refused.
    bool m_interrupted = false;
};

} // namespace Tempera
