// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/intervals.h"

#include <cstdint>
#include <vector>

namespace Tempera {

/// Variants run over the same cases in random order (randomOrder()) and stop when the difference is decided. Looking after
/// every case is allowed: the chance to ever decide where there is no difference is at most α (Ville's inequality).

/// Which of two variants did better in one case.
enum class CaseOutcome { Worse, Tied, Better };

/// Race of two variants that pass or fail. Of the cases in which they differ the second's wins are a coin's throws where there is
/// no difference; the mixture over all coins against the fair one, E = 2^(b + c) · B(b + 1, c + 1), is an e-value. Robbins,
/// Annals of Mathematical Statistics 41 (1970).
class PassFailRace
{
public:
    /// α in (0, 1): of several pairs raced at once each has its share of it.
    explicit PassFailRace(double alpha = 0.05);

    void add(CaseOutcome outcome);

    [[nodiscard]] const PairedCounts &counts() const { return m_counts; }
    /// The e-value now: bets against "no difference" have grown to so many times their stake.
    [[nodiscard]] double eValue() const;
    /// Whether the e-value has reached 1/α at any time; what is decided stays so.
    [[nodiscard]] bool isDecided() const { return m_decided; }
    /// Where the second's share of the cases that differ lies: all p never refused so far, those with
    /// B(b + 1, c + 1) / (p^b (1 − p)^c) < 1/α throughout. Excludes ½ when the race is decided.
    [[nodiscard]] const ConfidenceInterval &winShare() const { return m_winShare; }

private:
    double m_alpha;
    PairedCounts m_counts;
    ConfidenceInterval m_winShare{0, 1};
    bool m_decided = false;
};

/// Race of two variants with scores in [0, 1], by the hedged betting confidence sequence of Waudby-Smith, Ramdas, JRSS B 86
/// (2024), §4.4: x = (d + 1) / 2, for each candidate mean m the capital of bets on x above it and below it.
class ScoreRace
{
public:
    /// α in (0, 1). `steps`: candidates for the difference over [−1, 1]; the interval is as fine. At least 2, made even.
    explicit ScoreRace(double alpha = 0.05, int steps = 1'000);

    /// Difference second − first of one case, in [−1, 1]; what lies outside counts as the end.
    void add(double difference);

    [[nodiscard]] std::int64_t cases() const { return m_cases; }
    /// Capital of the bets against "no difference", from 1; 1/α decides.
    [[nodiscard]] double eValue() const { return m_eValue; }
    [[nodiscard]] bool isDecided() const { return m_decided; }
    /// Where the mean difference lies; it only ever shrinks. Holds at all times at once with confidence 1 − α.
    [[nodiscard]] ConfidenceInterval difference() const;
    /// Whether the difference is known to be below the margin to either side: the race can stop as equal.
    [[nodiscard]] bool isWithin(double margin) const;

private:
    struct Candidate {
        double mean = 0;
        double above = 1; ///< Capital of bets that the scores lie above.
        double below = 1;
        [[nodiscard]] double capital() const { return (above + below) / 2; }
    };
    double m_alpha;
    double m_step;
    std::vector<Candidate> m_candidates; ///< Not refused so far, in rising order.
    Candidate m_none{0.5};               ///< "No difference"
    double m_sum = 0.5;                  ///< Of x and one half, for the mean so far.
    double m_squares = 0.25;             ///< Of deviations from the mean so far, and one quarter.
    double m_eValue = 1;
    std::int64_t m_cases = 0;
    bool m_decided = false;
};

} // namespace Tempera
