// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"
#include "models/experiment/fallbackplan.h"
#include "models/text/prompttemplate.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Tempera {

/// What is to be run of an experiment.
struct PlanOptions {
    int repeat = 0;         ///< 0 = the experiment's own.
    QString filterPattern;  ///< Regular expression over case descriptions and variable values; empty = all.
    QList<int> caseIndexes; ///< Empty = all.
    QList<std::pair<QString, QString>> metadata = {}; ///< What cases must have, see hasMetadata(); empty = all.
    std::optional<CaseRange> caseRange = {};          ///< Nothing = the experiment's own.
    int firstCases = 0;                               ///< So many of those that all of this leaves; 0 = all.
    int sampleCases = 0;                              ///< So many of these, drawn at random; 0 = all.
    std::uint32_t sampleSeed = 0;                     ///< Of that drawing.
    RetrySettings retry;
    std::optional<std::chrono::milliseconds> deadline = {}; ///< Of each cell; 0 = none. Nothing = the experiment's own.
    bool wantTrace = false;
    /// Asked before each case that is compared with the filter; false ends the planning with the cases so far. Empty = all
    /// are planned.
    std::function<bool()> keepGoing = {};
    /// Asked for the order in which so many cases are run: 0 … count − 1, each once. Empty = their own.
    std::function<std::vector<std::size_t>(std::size_t count)> caseOrder = {};
    bool strict = false; ///< All local cells, whatever their variants say.
    /// Bytes that what is kept of the cells may take, by estimate; a larger plan is refused. Nothing = as many as there is
    /// room for.
    std::optional<std::int64_t> memoryLimit = {};
};

/// Which cells are run of an experiment, by number, in the order in which they are run: case by case, so that one row fills
/// before the next. A value that is cheap to copy: it holds neither the cells nor a rendered prompt (see PromptRenderer), but
/// how many there are and how to name each. Any thread.
class Plan
{
public:
    /// A plan of no cells.
    Plan();
    /// Errors of the whole (ErrorKind::Usage): nothing to run, a filter that is no pattern, more cells than fit. A prompt that
    /// is not a template (see promptProblems()) is one too: nothing is to be paid for what cannot be meant.
    [[nodiscard]] static Result<Plan> of(const Experiment &experiment, TemplateEngine &templates, const PlanOptions &options);

    [[nodiscard]] std::size_t size() const;
    /// Each case has so many, which follow each other; 0 where some have others than the rest.
    [[nodiscard]] std::size_t cellsOfCase() const;
    /// Of the cell with this number, in [0, size()).
    [[nodiscard]] CellKey key(std::size_t index) const;
    /// The cell with this key, but for the messages of its request.
    [[nodiscard]] Cell cell(const CellKey &key) const;
    /// What is asked next in it; empty for most.
    [[nodiscard]] FallbackPlan fallbacks(const CellKey &key) const;
    /// The experiment as it was planned.
    [[nodiscard]] const Experiment &experiment() const;

private:
    struct Data;
    class Maker;
    explicit Plan(std::shared_ptr<const Data> data);

    std::shared_ptr<const Data> d;
};

} // namespace Tempera
