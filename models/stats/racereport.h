// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"
#include "models/stats/caserace.h"
#include "models/stats/measuredscore.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {

/// What runs in a race: one prompt with one variant.
struct RaceContender {
    int promptIndex = 0;
    int variantIndex = 0;

    bool operator==(const RaceContender &) const = default;
};

/// What was not spent on cells that were not needed, by the cells of the same contenders that ran. As the order of the cases is
/// random these are a simple random sample of them all.
struct RaceSavings {
    int cells = 0;
    /// Likely amount, and between which two it lies (95 %, normal approximation; the same three where every cell costs the same).
    /// Nothing where no cost is known of a contender of which cells were saved.
    std::optional<Money> likely;
    std::optional<Money> low;                      ///< Nothing also where a single cell is all that is known of a contender.
    std::optional<Money> high;                     ///< The same.
    std::optional<std::chrono::microseconds> time; ///< By how fast the others were finished. Nothing where none was.
};

/// How the race of a run stands, or ended.
struct RaceReport {
    double alpha = 0.05; ///< The chance that a difference is called that is none is at most that, over all pairs.
    ScoreMeasure measure = ScoreMeasure::Passes;
    RaceFigure figure = RaceFigure::CaseOutcomes;
    std::vector<RaceContender> contenders; ///< The pairs name them by their place here.
    std::vector<RacedPair> pairs;
    std::int64_t plannedCases = 0;
    std::int64_t racedCases = 0; ///< When it is decided: after so many.
    bool isDecided = false;
    std::optional<double> neededEValue; ///< See CaseRace.
    RaceSavings saved;
};

} // namespace Tempera
