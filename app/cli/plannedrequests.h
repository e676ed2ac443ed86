// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/runcommand.h"
#include "models/session/collectingengine.h"

namespace Tempera {

/// Plans a run exactly as `run` does, and asks nobody: its requests are in the engine when planned() comes. Nothing is stored.
/// finished() comes only where it does not get so far.
class PlannedRequests final : public RunCommand
{
    Q_OBJECT
public:
    /// `engine` outlives it.
    PlannedRequests(const CliContext &context, CollectingEngine &engine, const RunArguments &arguments);

    /// What the ledger would keep of the run.
    [[nodiscard]] RunRecord record() const { return session().record(); }
    /// Cells that cannot be asked, for example since their template failed.
    [[nodiscard]] int failedCells() const { return session().totals().failed; }

Q_SIGNALS:
    void planned();

protected:
    [[nodiscard]] Result<void> mayRun(const Experiment &experiment) const override;
    void end() override;
};

} // namespace Tempera
