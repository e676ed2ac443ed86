// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"

namespace Tempera {

/// `tempera spend`: what the ledger says was spent, by day, model, endpoint or experiment.
class SpendCommand final : public Command
{
    Q_OBJECT
public:
    SpendCommand(const CliContext &context, const SpendArguments &arguments);
    void start() override;

private:
    void write(const QList<SpendingRow> &rows);
    void writeTable(const QList<SpendingRow> &rows, const SpendingRow &all);

    SpendArguments m_arguments;
};

} // namespace Tempera
