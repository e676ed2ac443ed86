// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "models/core/ports/runstore.h"

#include <QJsonArray>

namespace Tempera {

/// `tempera import`: results that were written by promptfoo, or by Tempera on another machine, as runs of the ledger. Nothing in
/// them is run, looked up or fetched.
class ImportCommand final : public Command
{
    Q_OBJECT
public:
    ImportCommand(const CliContext &context, const ImportArguments &arguments);
    void start() override;

private:
    /// What a file became, for those who asked for it.
    struct Imported {
        RunSummary summary;
        int repeatedRows = 0;
    };
    [[nodiscard]] Result<Imported> importFile(const QString &path) const;
    void tell(const QList<Imported> &all) const;

    ImportArguments m_arguments;
};

} // namespace Tempera
