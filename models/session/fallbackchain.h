// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/fallbackplan.h"

#include <chrono>
#include <functional>
#include <optional>

namespace Tempera {

/// Whether an error is one of who was asked, so that somebody else may answer: not there, overloaded, out of quota or not to be
/// paid, no such model, or broken off. Not where the request itself was refused, or the answer withheld.
[[nodiscard]] bool mayFallBack(const Error &error);

/// Whether an answer that was graded is not what was asked for: a check failed, it does not follow its schema, or what is to be made
/// of it cannot be made. A check that could not be carried out says nothing of it.
[[nodiscard]] bool failedItsChecks(const Cell &answer);

/// Makes a cell ready to be asked for, or Failed; see Preparation.
using PrepareCell = std::function<void(Cell &cell)>;

/// A planned cell that cannot be asked for is that of the first of its fallbacks which can; its attempts say of whom nothing could
/// be asked. Where none can, it stays as it is.
void skipUnaskable(Cell &cell, const FallbackPlan &plan, const PrepareCell &prepare);

/// The attempts of one cell that may need several: decides after each whether and whom to ask next, and what the result is. What
/// answered counts before what failed, the later before the earlier. A value; any thread.
class FallbackChain
{
public:
    /// `first` is about to be asked, at `begun` (monotonic).
    FallbackChain(FallbackPlan plan, const Cell &first, std::chrono::microseconds begun);

    /// Whether an answer may be asked for again because of its checks.
    [[nodiscard]] bool looksAtChecks() const { return m_plan.looksAtChecks(); }
    /// The attempt under way asks the same again, for another sample.
    [[nodiscard]] bool isAnotherSample() const { return m_samples > 0; }

    /// What the attempt that has ended cost, without its judges; nothing = unknown. Returns the cost of the cell so far.
    std::optional<Money> settle(const std::optional<Money> &cost);
    /// The attempt of `cell` has ended and is graded, at `now`. True: it is the next attempt, to be started. False: it is the result.
    [[nodiscard]] bool goOn(Cell &cell, const PrepareCell &prepare, std::chrono::microseconds now);
    /// The same where no other may follow.
    void end(Cell &cell);
    /// The next attempt may not be started: `cell` is the result without it.
    void refuse(Cell &cell, const Error &why);
    /// The next attempt is not started any more: `cell` is Cancelled.
    void stop(Cell &cell) const;

private:
    enum class Step { None, Again, Next };
    [[nodiscard]] Step stepAfter(const Cell &cell, std::chrono::microseconds now) const;
    [[nodiscard]] bool makeNext(Cell &cell, Step step, const PrepareCell &prepare, std::chrono::microseconds now);
    [[nodiscard]] Cell attemptAt(GenerationRequest request, const Cell &before, std::chrono::microseconds now) const;
    /// Of the deadline of the cell, which is that of all its attempts; nothing where it has none of its own.
    [[nodiscard]] std::optional<std::chrono::microseconds> left(std::chrono::microseconds now) const;
    void record(const Cell &cell);
    void takeResult(Cell &cell) const;

    FallbackPlan m_plan;
    std::shared_ptr<const GenerationRequest> m_planned; ///< Without its messages.
    std::chrono::microseconds m_begun;
    CellAttempts m_attempts;         ///< That are over.
    qsizetype m_next = 0;            ///< Of the plan's list, who is asked next.
    int m_samples = 0;               ///< Asked again of who is being asked.
    std::optional<Money> m_cost;     ///< Of the attempt that ended last, without its judges.
    std::optional<Cell> m_best;      ///< The result, as things are.
    std::optional<Money> m_bestCost; ///< Without its judges.
    qsizetype m_bestAttempt = -1;
};

} // namespace Tempera
