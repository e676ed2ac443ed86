// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/core/ports/background.h"
#include "models/core/ports/clock.h"
#include "models/core/ports/engine.h"
#include "models/core/ports/runstore.h"
#include "models/experiment/plan.h"
#include "models/pricing/budget.h"
#include "models/pricing/catalog.h"
#include "models/pricing/sharedspending.h"
#include "models/session/runrace.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace Tempera {

struct RunToResume;

/// What a session needs from outside; all of it outlives the session.
struct SessionContext {
    Engine *engine = nullptr;
    RunStore *store = nullptr;
    const Clock *clock = nullptr;
    const Catalog *catalog = nullptr;
    /// What is after "local:" → the absolute path of its GGUF, or why there is none. Without it, and for names
    /// it does not know, local cells fail with ModelMissing.
    std::function<Result<QString>(const QString &model)> localModelPath = {};
    /// The engine for a run of one experiment, by its path, which may have rights of its own; asked at each run's start.
    /// Without it `engine` is taken.
    std::function<Engine *(const QString &experiment)> engineFor = {};
    /// Where the prompts of a run are rendered, each of which may be a long script; null = at once.
    Background *background = nullptr;
    /// What all runs of the program spend towards limits that hold for all of them; null = each run counts for itself.
    SharedSpending *spending = nullptr;
    /// Bytes that a run may take; asked at each. Nothing, or without it: nobody knows.
    std::function<std::optional<std::int64_t>()> freeMemory = {};
    /// Has the answers of the cells already (those of a batch), so that no limit on money holds for them; judges are asked through
    /// the engine all the same. Null = the engine answers all.
    Engine *answers = nullptr;
};

/// Which cells of the experiment are run. The others keep the answers that are shown for them.
struct RunScope {
    enum class Kind {
        All,
        MissingAndFailed, ///< Without an answer: never asked, stopped, or ended in an error.
        Case,             ///< All cells of the case of `place`.
        Variant,          ///< All cells of its variant.
        Cell,             ///< That one.
    };
    Kind kind = Kind::All;
    CellKey place = {};
};

/// How a run is carried out.
struct RunOptions {
    PlanOptions plan;
    RunScope scope = {};
    /// Nothing is asked that may pass it: a cell starts only if its worst case fits beside what is spent and under way.
    std::optional<Money> maxCost;
    Budget limits = {};                    ///< Others: of a day, a month, an endpoint.
    SpentBefore spentBefore = {};          ///< What counts towards them; with SessionContext::spending that does.
    bool acceptsUnknownCost = false;       ///< With a limit: also cells start of which nobody knows what they may cost.
    std::optional<RaceSettings> race = {}; ///< Only for all cells: ends early, when the race is decided.
    int maxConcurrency = 0;                ///< Cells under way at once; 0 = the experiment's own.
    /// As Experiment::delay; nothing = the experiment's own. Those that batches have answered do not wait.
    std::optional<std::chrono::milliseconds> delay = {};
    CacheUse cache = CacheUse::Never; ///< Which answers that were given before are taken.
    QString experimentPath;
    QByteArray experimentYaml;
    /// A run of the ledger that continues instead of a new one: its finished cells stay, the others are asked. Nothing is begun
    /// where its plan is another one now (Usage, see resumedCells()). `plan` is that of the run; see takePlanOptions().
    std::shared_ptr<const RunToResume> resume = {};
    /// Bytes that the bodies of finished cells may take in memory; beyond it only the ledger has those that nobody looked at
    /// for longest. What is under way is never touched.
    std::size_t bodyMemory = std::size_t{256} << 20;

    [[nodiscard]] bool hasBudget() const { return maxCost || !limits.isUnlimited(); }
};

/// Where an answer is left, and how it continues.
struct BranchPoint {
    int position = 0;                              ///< Index of the first token that is no longer taken over.
    std::int32_t token = -1;                       ///< What is there instead; −1 = it is drawn again.
    QByteArray piece = {};                         ///< Bytes of that token.
    std::optional<SamplingSettings> sampling = {}; ///< Other settings from there on; nothing = the answer's own.
};

/// What the answers of one variant have cost.
struct VariantCost {
    Money sum;
    int known = 0;
    int unknown = 0; ///< Answers whose cost is not known.
};

/// Sums over the cells of a run.
struct RunTotals {
    int planned = 0, done = 0, failed = 0, cancelled = 0, running = 0;
    int notNeeded = 0; ///< Never asked, as the race was decided before.
    int passed = 0, checksFailed = 0, notEvaluated = 0;
    std::int64_t inputTokens = 0, outputTokens = 0; ///< Of all that was asked, attempts and judges, as `cost` is.
    Money cost;
    int unknownCosts = 0;
    int fromCache = 0;    ///< Of those that this part of the run asked: what was kept from before.
    Money saved;          ///< What those would have cost, where that is known.
    int unknownSaved = 0; ///< Where it is not.
    int resumed = 0;      ///< Of the finished ones: what an earlier part of the run had done.
    /// Monotonic time until which a request pauses before it is sent again; in the past = none does.
    std::chrono::microseconds pausedUntil{0};

    [[nodiscard]] int finished() const { return done + failed + cancelled + notNeeded; }
    /// Those that ended in this part of the run: how fast it is.
    [[nodiscard]] int endedNow() const { return done + failed + cancelled - resumed; }
    /// Those that were asked and answered, if only with an error.
    [[nodiscard]] int answered() const { return done + failed; }
};

} // namespace Tempera
