// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answeredrun.h"
#include "app/cli/plannedrequests.h"

#include <memory>

namespace Tempera {

/// The command of `tempera batch …`.
[[nodiscard]] std::unique_ptr<Command> batchCommand(const CliContext &context, const BatchArguments &arguments);

/// `tempera batch write`: the requests of an experiment as an OpenAI batch file.
class BatchWriteCommand final : public Command
{
    Q_OBJECT
public:
    BatchWriteCommand(const CliContext &context, const BatchArguments &arguments);
    void start() override;
    void interrupt() override;

private:
    void write();
    [[nodiscard]] ExitCode writeLines();

    BatchArguments m_arguments;
    CollectingEngine m_engine;
    PlannedRequests m_plan; ///< Uses the engine: goes before it.
    bool m_interrupted = false;
};

/// `tempera batch read`: the answers in OpenAI's output and error files as a run.
class BatchReadCommand final : public Command
{
    Q_OBJECT
public:
    BatchReadCommand(const CliContext &context, const BatchArguments &arguments);
    void start() override;
    void interrupt() override;

private:
    void read();

    BatchArguments m_arguments;
    std::unique_ptr<AnsweredRun> m_run;
};

} // namespace Tempera
