// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/estimate.h"
#include "models/session/cellplanner.h"

#include <QList>

#include <optional>
#include <vector>

namespace Tempera {

/// A request as an estimate of costs counts it, with its tokens counted as exactly as its model lets. Takes time with the length of
/// the prompt; any thread.
[[nodiscard]] PlannedRequest plannedRequest(const GenerationRequest &request, const RequestTerms &terms);

/// What has to be known of the prompts before a run may start: what it will cost, where there is a limit, and whether the
/// answers of earlier runs that are shown beside it still answer what would be asked now. Works in pieces, so that a large plan
/// shows its progress and can be given up; one piece at a time, on the planner's thread.
class Preflight
{
public:
    /// A cell to be looked at.
    struct Item {
        int index = 0;                                  ///< In the run.
        Cell cell;                                      ///< As it would be asked now, prepared but for its prompt.
        std::optional<GenerationRequest> answered = {}; ///< What the answer that is shown was asked; nothing = a cell to run.
    };
    /// Cells in a row. More are given than may be done in one go: `done` tells how far it came.
    struct Piece {
        std::vector<Item> items;
        std::size_t done = 0;
        QList<int> outdated = {}; ///< Indices of answers to another request.
    };

    explicit Preflight(std::shared_ptr<CellPlanner> planner);

    /// Does at least one item, and no more of them when its time is over.
    void work(Piece &piece);
    /// Of all cells to run so far.
    [[nodiscard]] CostEstimate estimate() const { return m_sum.estimate(); }

private:
    std::shared_ptr<CellPlanner> m_planner;
    EstimateSum m_sum;
};

} // namespace Tempera
