// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/runoutput.h"

#include <QUuid>

#include <optional>

namespace Tempera {

/// `tempera history list`: the newest runs of the ledger.
class HistoryListCommand final : public Command
{
    Q_OBJECT
public:
    HistoryListCommand(const CliContext &context, const HistoryListArguments &arguments);
    void start() override;

private:
    void write(const QList<RunSummary> &runs);

    HistoryListArguments m_arguments;
};

/// `tempera history set-aside`: the way out of a ledger that cannot be read.
class HistorySetAsideCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;
};

/// `tempera history show`: a run of the ledger as `run` showed it.
class HistoryShowCommand final : public Command
{
    Q_OBJECT
public:
    HistoryShowCommand(const CliContext &context, const HistoryShowArguments &arguments);
    void start() override;

private:
    void load(const QList<RunSummary> &runs);
    void readExperimentOf(const StoredRun &run);
    /// `read` are the files that the experiment was read from.
    void write(const StoredRun &run, const Experiment &experiment, const QStringList &read);
    void fail(const Error &error);

    HistoryShowArguments m_arguments;
    std::optional<RunOutput> m_output;
};

} // namespace Tempera
