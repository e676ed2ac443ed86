// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/plan.h"
#include "models/stats/racereport.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace Tempera {

/// How a run is raced: every variant over the same cases in random order, until each difference that matters is decided.
struct RaceSettings {
    double alpha = 0.05; ///< In (0, 1). See RaceReport.
    ScoreMeasure measure = ScoreMeasure::Passes;
    /// Every other variant is compared with it under the same prompt, and its other prompts with its first.
    int baselineVariant = 0;
    std::uint32_t seed = 1; ///< Of the order of the cases: the same one gives the same order.

    bool operator==(const RaceSettings &) const = default;
};

/// The order in which the cases of a race are run: 0 … count − 1, each order as likely as any other.
[[nodiscard]] std::vector<std::size_t> raceOrder(std::size_t count, std::uint32_t seed);

/// Why such an experiment cannot be raced, translated: there is nothing to compare, or nothing to compare it by. Nothing where it
/// can. Looks at so many of the cases at most.
[[nodiscard]] std::optional<QString> raceObstacle(const Experiment &experiment, qsizetype mostCases);
/// What raceObstacle() says where there is nothing to compare.
[[nodiscard]] QString nothingToRace();

/// The race of one run. It is told of the cells as they end, in any order, and takes the cases in theirs: each when the cases before
/// it are complete, so that what is decided hangs neither on threads nor on who answers fast. What it knows comes from results
/// alone: told the same again, it stands where it stood.
class RunRace
{
public:
    /// `cellsOfCase`: what each case is run of, in the order in which its cells are numbered; how many cases are planned.
    RunRace(const RaceSettings &settings, const std::vector<CellKey> &cellsOfCase, std::size_t cases);
    /// Of a plan whose cases are in the order of the race.
    [[nodiscard]] static RunRace of(const RaceSettings &settings, const Plan &plan);

    /// A cell that is final and graded, by its number: case after case in the order of the race. Each once; one that was not needed says nothing.
    void add(std::size_t index, const CellSummary &cell);
    /// A cell that is not run, as the race is decided.
    void leaveOut(std::size_t index);
    /// Whether there is anything to race.
    [[nodiscard]] bool hasPairs() const { return !m_race.pairs().empty(); }
    [[nodiscard]] bool isDecided() const { return m_race.isDecided(); }
    /// Cases that it took.
    [[nodiscard]] std::int64_t cases() const { return m_race.cases(); }
    /// Without the time that was saved, which is not known here.
    [[nodiscard]] RaceReport report() const;

private:
    /// What the cells of a contender cost, in dollars: mean and sum of squared deviations by Welford's recurrence, which finds none
    /// where all are equal.
    struct Spending {
        std::int64_t known = 0; ///< Cells whose cost is.
        double mean = 0;
        double deviations = 0;
        std::int64_t leftOut = 0; ///< Cells.

        void add(Money cost);
    };
    /// A case that is not complete, or follows one that is not.
    struct OpenCase {
        std::vector<CaseScores> contenders;
        std::size_t finished = 0; ///< Cells.
    };
    [[nodiscard]] std::size_t contenderOf(std::size_t index) const { return m_contenderOf[index % m_contenderOf.size()]; }
    [[nodiscard]] RaceSavings savings() const;
    void takeCompleteCases();

    RaceSettings m_settings;
    std::vector<RaceContender> m_contenders;
    std::vector<std::size_t> m_contenderOf; ///< By the place of a cell in its case.
    std::int64_t m_plannedCases = 0;
    CaseRace m_race;
    std::map<std::size_t, OpenCase> m_open; ///< By its place in the order.
    std::size_t m_nextCase = 0;
    std::vector<Spending> m_spending; ///< By contender.
};

} // namespace Tempera
