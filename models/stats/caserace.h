// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/casescores.h"
#include "models/stats/racing.h"

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace Tempera {

/// What a race compares in each case. It is fixed before the first result: a choice made after looking would not keep α.
enum class RaceFigure {
    CaseOutcomes,   ///< Who did better in a case; where a case is run once, that is who passed it.
    MeanDifference, ///< How much better, by the mean over the repeats of a case, each score in [0, 1].
};

/// Two contenders of a race: the second against the first.
struct RacePairing {
    int first = 0;
    int second = 0;

    bool operator==(const RacePairing &) const = default;
};

/// How a pair of a race stands.
struct RacedPair {
    RacePairing pairing;
    double eValue = 1;       ///< The highest so far; bets against "no difference" had grown to so many times their stake.
    std::int64_t better = 0; ///< Cases in which the second did better.
    std::int64_t worse = 0;
    std::int64_t tied = 0;
    double sum = 0;                     ///< Of the differences of the means, second − first.
    std::optional<CaseOutcome> verdict; ///< Better or Worse once it is decided: how the second is against the first.

    [[nodiscard]] std::int64_t cases() const { return better + worse + tied; }
};

/// A race of several variants over the same cases, given case by case in random order; it is over when every pair is decided.
/// Each pair has an e-value that may be looked at after every case; over the pairs the highest e-values are read as Holm reads
/// p-values: with m pairs the largest has to reach m/α, the next one (m − 1)/α … Since 1/max E is a p-value at all times at once
/// (Ville's inequality), the chance that any difference is ever called that is none stays at most α. A value; any thread.
class CaseRace
{
public:
    /// α in (0, 1). Without pairs it is never decided.
    CaseRace(const std::vector<RacePairing> &pairs, RaceFigure figure, double alpha);

    /// The scores of the next case, by contender, in [0, 1]; what lies outside counts as the end. A pair of which one has no
    /// result in the case learns nothing of it. Once it is decided nothing is added any more.
    void add(std::span<const CaseScores> contenders);

    [[nodiscard]] bool isDecided() const { return m_isDecided; }
    /// Cases that were added: when it is decided, after how many that was.
    [[nodiscard]] std::int64_t cases() const { return m_cases; }
    /// In the order in which they were given.
    [[nodiscard]] const std::vector<RacedPair> &pairs() const { return m_pairs; }
    /// What the largest e-value of those pairs that are not decided has to reach now; nothing when all are.
    [[nodiscard]] std::optional<double> neededEValue() const;
    [[nodiscard]] double alpha() const { return m_alpha; }
    [[nodiscard]] RaceFigure figure() const { return m_figure; }

private:
    using Bets = std::variant<PassFailRace, ScoreRace>;
    void decide();

    RaceFigure m_figure;
    double m_alpha;
    std::vector<RacedPair> m_pairs;
    std::vector<Bets> m_bets;         ///< Of the pairs.
    std::vector<CaseOutcome> m_leads; ///< The same: which way it went when its e-value was highest.
    std::int64_t m_cases = 0;
    bool m_isDecided = false;
};

} // namespace Tempera
