// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/runstore.h"
#include "models/experiment/experiment.h"
#include "models/session/askedrequests.h"
#include "models/session/runrace.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace Tempera {

class CellPlanner;
struct RunOptions;

/// A run of the ledger that is to continue.
struct RunToResume {
    StoredRun stored;
    std::optional<Experiment> then; ///< The experiment as it was run; nothing where the ledger's text cannot be read.
    bool retryErrors = false;       ///< Cells that ended in an error are asked again; otherwise they stay.
    AskedRequests asked = {};       ///< What its cells were asked, in their order.
    /// The experiment that continues, as the ledger keeps it: without the secrets that `then` lacks. Nothing = it has none.
    std::optional<Experiment> now = {};
};

/// Reads a run and what its cells were asked, page by page; `then` and `retryErrors` are for the caller to set. Calls back unless
/// the guard is gone.
void loadRunToResume(RunStore &store, const QUuid &run, QObject *guard, std::function<void(Result<RunToResume>)> callback);

/// The cells of a run that continues, in the order in which they were planned.
struct ResumedCells {
    CellTable cells;           ///< With the results that the ledger has.
    std::vector<int> finished; ///< Indexes of those that are not asked again, in order.
    Money spent;               ///< The known cost of all that was stored, also of what is asked again.
};

/// Puts the stored results into the cells that were planned again, of which only those are rendered that have one; `providers`
/// are those of the variants. An Error (Usage) where that is not the plan of the run any
/// more, with what differs: other numbers of cells, or a finished cell that would be asked something else, or checked by
/// other checks; also where the run is finished and nothing is left to ask. Pure, on any thread.
[[nodiscard]] Result<ResumedCells> resumedCells(const RunToResume &run, const Experiment &now, CellPlanner &planner,
                                                const QList<SharedProvider> &providers);

/// What makes the answer to a request of `asked` another one than the answer to `now`, translated: "the messages", "temperature",
/// "the address" …; empty where they ask the same. What the ledger never keeps (secrets in addresses) and what is looked up again
/// at each run (the file of a local model) do not count.
[[nodiscard]] QStringList requestDifferences(const AskedRequests &asked, std::size_t index, const GenerationRequest &now);

/// Whether a run asked a part of the cells, beside answers of earlier ones: it has no plan of its own.
[[nodiscard]] bool isPartOfAnExperiment(const RunRecord &run);
/// The plan options of a run whose cells were sent as batches: it goes on with their answers, and asks nothing twice.
[[nodiscard]] QByteArray withBatchMark(const QByteArray &planOptions);
/// Whether a run has that mark and its answers are not all there.
[[nodiscard]] bool waitsForBatches(const RunRecord &run);
/// Whether a run can continue: it was stopped or its program is gone, it was of the whole experiment, and no batch answers it.
[[nodiscard]] bool isResumable(const RunRecord &run);

/// How a run was raced; nothing where it was not.
[[nodiscard]] std::optional<RaceSettings> raceOf(const RunRecord &run);

/// How a run was planned beside what its experiment says, for RunRecord::planOptions; empty = there is nothing to say.
[[nodiscard]] QByteArray planOptionsToJson(const RunOptions &options);
/// Takes them over, where `options` does not say otherwise itself.
void takePlanOptions(const QByteArray &json, RunOptions &options);

} // namespace Tempera
