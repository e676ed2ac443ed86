// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/casescores.h"
#include "models/stats/resampling.h"

#include <cstdint>
#include <optional>
#include <span>

namespace Tempera {

/// Where a figure lies, said with a confidence: of intervals made so, that share contains the true figure.
struct ConfidenceInterval {
    double low = 0;
    double high = 0;
    [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
    [[nodiscard]] double width() const { return high - low; }
    bool operator==(const ConfidenceInterval &) const = default;
};

/// A figure from a sample, with where the true one lies.
struct IntervalEstimate {
    double value = 0;
    ConfidenceInterval interval;
};

/// Of a rate of independent trials, by the score test: Wilson, JASA 22 (1927). 0 ≤ passed ≤ trials; of no trials [0, 1].
[[nodiscard]] ConfidenceInterval wilsonInterval(double passed, double trials, double confidence = 0.95);
/// The middle of the posterior of a rate, from a uniform prior: beta(1 + passed, 1 + failed). Better than Wilson's under 200
/// trials, where the rate is as likely to be any: Bowyer, Aitchison, Ivanova, arXiv 2503.01747 (2025).
[[nodiscard]] ConfidenceInterval betaInterval(double passed, double trials, double confidence = 0.95);

/// Pass rate over all repeats. Repeats of one case are not independent, so that the case is the cluster:
/// SE² = Σ_cases (Σ_repeats (s − mean))² / n² (Liang, Zeger 1986, with cases / (cases − 1)); Wilson's interval is made with as
/// many trials as would have that SE, at most n, and Student's quantile (Korn, Graubard 1998). Without repeats it is
/// Wilson's. Cases without results do not count; nothing without any.
[[nodiscard]] std::optional<IntervalEstimate> rateEstimate(std::span<const CaseScores> cases, double confidence = 0.95);
/// What the interval of a rate takes from its cases, so that they need not be kept: sums over cases of passed and repeats.
struct ClusterSums {
    double cases = 0;
    double passed = 0;
    double repeats = 0;
    double passedSquares = 0; ///< Σ passed²
    double repeatSquares = 0; ///< Σ repeats²
    double passedRepeats = 0; ///< Σ passed · repeats
    /// A case, of whose repeats ≥ 0 so many passed.
    void add(int passedOfCase, int repeatsOfCase);
};
[[nodiscard]] std::optional<IntervalEstimate> rateEstimate(const ClusterSums &sums, double confidence = 0.95);
/// Mean score over all repeats, ± Student's quantile (cases − 1) × the SE clustered by case. Nothing under two cases. Of few
/// and lopsided scores it covers a little less than it says: 93.9 % for 95 % of 20 scores of a cube root's shape.
[[nodiscard]] std::optional<IntervalEstimate> meanEstimate(std::span<const CaseScores> cases, double confidence = 0.95);
/// The same of one figure a case: of differences, or of the means of repeats.
[[nodiscard]] std::optional<IntervalEstimate> meanEstimate(std::span<const double> values, double confidence = 0.95);

/// How a bootstrap is made.
struct BootstrapSettings {
    int resamples = 2'000;
    double confidence = 0.95;
};

/// Mean of one figure a case, by the smoothed bootstrap over cases: each resample's mean is shifted by N(0, s²/n²), which makes
/// up for the bootstrap's variance being (n − 1)/n of the right one, and the percentiles are those at Student's quantile.
/// Hesterberg, arXiv 1411.5279 (2014), §4.3 and §4.4. Of a case with repeats the figure is their mean: its scatter holds that
/// of the repeats already. Nothing under two cases. Takes cases × resamples steps.
[[nodiscard]] std::optional<IntervalEstimate> bootstrapMean(std::span<const double> values, StatsRandom &random,
                                                            const BootstrapSettings &settings = {});

/// Cases that two variants were both tried on, by which one did better.
struct PairedCounts {
    std::int64_t better = 0; ///< The second passed, the first failed.
    std::int64_t worse = 0;  ///< The first passed, the second failed.
    std::int64_t tied = 0;
    [[nodiscard]] std::int64_t cases() const { return better + worse + tied; }
    [[nodiscard]] double difference() const; ///< (better − worse) / cases; 0 of none.
    bool operator==(const PairedCounts &) const = default;
};

/// Score statistic of "the difference of the paired rates is `difference`", in [−1, 1]; falls as that grows. Tango, Statistics
/// in Medicine 17 (1998), eq. 11. About standard normal where it is true.
[[nodiscard]] double pairedRateScore(const PairedCounts &counts, double difference);
/// Of the difference of two paired rates: all that pairedRateScore() does not refuse. [−1, 1] of no cases.
[[nodiscard]] ConfidenceInterval pairedRateInterval(const PairedCounts &counts, double confidence = 0.95);

} // namespace Tempera
