// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/compactscores.h"
#include "models/stats/intervals.h"

#include <cstdint>
#include <optional>
#include <span>

namespace Tempera {

/// How the p-value of a pair was found.
enum class PairMethod {
    McNemar, ///< Exact, of cases that pass or fail once; the interval is that of paired rates.
    SignFlip ///< Of scores or means of repeats; the interval is the smoothed bootstrap's, over many cases Student's.
};

/// What can be said of two variants.
enum class PairDecision {
    TooFewCases, ///< Nothing: there are scores of under VerdictSettings::fewestCases.
    NotDecided,
    FirstBetter,
    SecondBetter,
    EqualEnough ///< The difference is below the user's margin, to either side.
};

struct VerdictSettings {
    double confidence = 0.95;     ///< 1 − α
    double interesting = 0.05;    ///< The difference to tell the needed cases for, of the range of the scores: 0.05 = 5 points.
    double power = 0.8;           ///< The chance that so many cases show it.
    std::optional<double> margin; ///< Differences below it are as good as none; of the range of the scores. Unset: not asked.
    int fewestCases = 15;         ///< Scores of fewer cases say nothing.
    int resamples = 2'000;        ///< Of the bootstrap.
    int flips = 10'000;           ///< Of the sign-flip test.
    int bootstrapCases = 2'000;   ///< Over more cases Student's interval is the bootstrap's, and quicker.
};

/// Two variants over the same cases. Differences are second − first, in the unit of the scores.
struct PairVerdict {
    PairedCounts counts;                        ///< By the means over repeats.
    std::int64_t leftOut = 0;                   ///< Cases in which one of the two has no result.
    bool inPoints = true;                       ///< Scores lie in [0, 1]: a hundredth is a point.
    double difference = 0;                      ///< Of the means over cases.
    double confidence = 0.95;                   ///< Of the interval and of the decision.
    std::optional<ConfidenceInterval> interval; ///< Absent with too few cases, as is all below.
    std::optional<double> pValue;               ///< Of "there is no difference".
    std::optional<double> equalPValue;          ///< Of "it is at least the margin"; absent without one.
    double margin = 0;                          ///< In the unit of the scores; 0 = none asked.
    double interesting = 0;                     ///< In the unit of the scores.
    std::optional<std::int64_t> casesNeeded;    ///< To show `interesting`; absent where no case differs.
    std::optional<double> visible;              ///< The smallest difference that these cases can be expected to show.
    PairMethod method = PairMethod::McNemar;
    PairDecision decision = PairDecision::TooFewCases;
};

/// The verdict on one pair, by itself. Better, worse and equal are only said where the p-value and the interval both say so.
/// Takes about cases × (resamples + flips) steps: not for the GUI thread.
[[nodiscard]] PairVerdict pairVerdict(std::span<const PairedCase> cases, StatsRandom &random,
                                      const VerdictSettings &settings = {});

/// The same of two variants by their scores of each case; cases that neither of them has do not count.
[[nodiscard]] PairVerdict pairVerdict(const CompactScores &first, const CompactScores &second, StatsRandom &random,
                                      const VerdictSettings &settings = {});

/// Corrects p-values of pairs that are read together (usualCorrection()), and decides again. Once for all of them.
void correctForPairs(std::span<PairVerdict> verdicts);

} // namespace Tempera
