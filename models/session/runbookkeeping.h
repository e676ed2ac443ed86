// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/core/ports/clock.h"
#include "models/core/ports/runstore.h"
#include "models/session/regrading.h"
#include "models/session/runoptions.h"
#include "models/session/runrace.h"

#include <chrono>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace Tempera {

/// How far a run is: what SessionRun changes while it goes on.
struct RunBookkeeping {
    enum class Phase { Planned, Running, Over };

    CellKey m_lastRead;                   ///< While it is being read.
    std::unordered_map<int, Cell> m_live; ///< Those under way, and those whose prompt is ready.
    std::vector<int> m_toAsk;             ///< Bodies that the ledger is asked for when the event loop is back.
    std::unordered_set<int> m_asked;      ///< These, and those that it was asked for.
    std::unordered_set<int> m_lost;       ///< The ledger has not got them.
    bool m_trimsLater = false;            ///< When the event loop is back.
    std::vector<VariantCost> m_costs;     ///< By variant.
    std::vector<bool> m_areAskable;       ///< By variant.
    RunTotals m_totals;
    RunState m_endState = RunState::Finished;
    std::size_t m_next = 0;     ///< Cells before it were started or are final.
    std::size_t m_rendered = 0; ///< Cells before it have their prompt or are final.
    bool m_isRendering = false; ///< Some of those after it are in the background.
    int m_unsettled = 0;        ///< Cells that are not final, or final and not graded yet.
    std::size_t m_neverAsked = std::numeric_limits<std::size_t>::max(); ///< From here on what was Cancelled is not stored.
    std::optional<Error> m_whyCancelled;                                ///< What was never asked.
    std::optional<RaceReport> m_toldRace;                               ///< Of a run of the ledger that was one.
    std::size_t m_leftOut = 0;              ///< Cells before it that were not needed are in the store.
    std::chrono::microseconds m_begun{0};   ///< Monotonic.
    std::chrono::microseconds m_lastEnd{0}; ///< The same: of the last cell that ended.
    int m_concurrency = 1;
    std::chrono::milliseconds m_delay{0};      ///< After an answer, before the next cell.
    std::chrono::microseconds m_quietUntil{0}; ///< Monotonic: no cell starts before.
    std::unique_ptr<ClockTimer> m_quietEnd;    ///< Null until it is needed.
    bool m_pumping = false;
    bool m_stopping = false;
    Regrading m_regrading;
    std::map<int, int> m_held; ///< Graded cells that wait for the others of their row; with Regrading::changes of then.
    bool m_isTakenUp = false;
};

} // namespace Tempera
