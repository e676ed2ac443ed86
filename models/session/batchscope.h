// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/batchservice.h"
#include "models/core/ports/promptstore.h"
#include "models/core/ports/runstore.h"
#include "models/experiment/experimentfile.h"
#include "models/pricing/catalog.h"

#include <QList>

namespace Tempera {

/// Why a variant cannot go in a batch.
enum class BatchObstacle {
    ThisMachine, ///< A model on this machine.
    NoBatchApi,  ///< What answers has none that is spoken here.
};

/// A variant that is left out of a batch.
struct UnbatchedVariant {
    QString title;
    BatchObstacle why = BatchObstacle::NoBatchApi;

    bool operator==(const UnbatchedVariant &) const = default;
};

/// What of an experiment can be sent as batches.
struct BatchScope {
    Experiment experiment; ///< With those of its variants that can.
    QList<UnbatchedVariant> leftOut;
};
[[nodiscard]] BatchScope batchScope(const Experiment &experiment, const Catalog &catalog, const BatchService &service);

/// Whether its prompts can be asked all at once; an Error (Usage) where they use earlier answers.
[[nodiscard]] Result<void> mayGoInBatches(const Experiment &experiment);

/// The experiment of a run that was sent as batches, as it was sent. The ledger's text lacks what is secret; that is taken from the
/// file of the run, or from what is `open` (null = nothing is), as far as it still is the same experiment. Reads files; any thread.
/// Errors: those of readExperiment(), of scripts that make tests, which are not run here, and of the first file that it needs and may
/// not read.
[[nodiscard]] Result<Experiment> sentExperiment(const RunRecord &run, const LoadedExperiment *open, const PromptStore &files,
                                                const QStringList &folders);

} // namespace Tempera
