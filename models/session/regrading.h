// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

#include <cstddef>
#include <deque>
#include <unordered_set>
#include <vector>

namespace Tempera {

/// How far the answers of a run have been graded again since its checks became others. Cells are named by their index in the run.
struct Regrading {
    std::deque<int> waiting;             ///< Still to be graded again, in this order.
    std::unordered_set<int> isWaiting;   ///< The same.
    int underWay = 0;                    ///< How many are with the grader.
    std::vector<Experiment> gradedBy;    ///< By whose checks those answers may be graded that have not been seen since.
    std::size_t seen = 0;                ///< Cells before it have been.
    bool looksLater = false;             ///< At the others, when the event loop is back.
    int changes = 0;                     ///< How often the checks became others; a grade of earlier ones is not taken.
    std::unordered_set<int> otherGrades; ///< Whose grade is not the one that the ledger has.

    /// Nothing happens where it waits already.
    void add(int cell)
    {
        if (isWaiting.insert(cell).second)
            waiting.push_back(cell);
    }

    /// The first of those that wait is graded, or cannot be.
    void dropNext()
    {
        isWaiting.erase(waiting.front());
        waiting.pop_front();
    }
};

} // namespace Tempera
