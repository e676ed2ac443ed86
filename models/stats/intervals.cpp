// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/intervals.h"

#include "models/stats/bisection.h"
#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace Tempera {
namespace {

ConfidenceInterval scoreInterval(double rate, double trials, double z)
{
    const double weight = z * z / trials;
    const double center = (rate + weight / 2) / (1 + weight);
    const double half = z * std::sqrt(rate * (1 - rate) / trials + weight / (4 * trials)) / (1 + weight);
    // At the ends the sums leave a rest of rounding.
    return {rate <= 0 ? 0 : std::max(0.0, center - half), rate >= 1 ? 1 : std::min(1.0, center + half)};
}

/// The mean over all repeats and its standard error, clustered by case.
struct ClusteredMean {
    double mean = 0;
    double squaredError = 0; ///< 0 of one case.
    double scores = 0;
    double cases = 0;
};

ClusteredMean clusteredMean(std::span<const CaseScores> cases)
{
    ClusteredMean result;
    for (const CaseScores &each : cases) {
        result.mean += each.sum;
        result.scores += each.repeats;
        result.cases += each.repeats > 0 ? 1 : 0;
    }
    if (result.scores == 0)
        return result;
    result.mean /= result.scores;
    if (result.cases < 2)
        return result;
    for (const CaseScores &each : cases) {
        const double part = each.sum - each.repeats * result.mean;
        result.squaredError += part * part;
    }
    result.squaredError *= result.cases / (result.cases - 1) / (result.scores * result.scores);
    return result;
}

/// The sorted values' quantile at a share in [0, 1], between its neighbours in proportion.
double sortedQuantile(const std::vector<double> &sorted, double share)
{
    const double place =
        std::clamp(share * static_cast<double>(sorted.size() + 1) - 1, 0.0, static_cast<double>(sorted.size() - 1));
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// Clustered by case; a case of one repeat is a trial.
std::optional<IntervalEstimate> clusteredRate(const ClusteredMean &clustered, double confidence)
{
    if (clustered.scores == 0)
        return std::nullopt;
    const double rate = clustered.mean;
    if (clustered.scores == clustered.cases)
        return IntervalEstimate{rate, scoreInterval(rate, clustered.scores, twoSidedNormal(confidence))};
    if (clustered.cases < 2)
        return IntervalEstimate{rate, wilsonInterval(rate, 1, confidence)};
    // Where all passed or all failed nothing is known of how repeats agree: each case then counts once.
    const double variance = rate * (1 - rate);
    const double trials = variance > 0 && clustered.squaredError > 0 ? variance / clustered.squaredError
                          : variance > 0                             ? clustered.scores
                                                                     : clustered.cases;
    const double t = twoSidedStudent(confidence, clustered.cases - 1);
    return IntervalEstimate{rate, scoreInterval(rate, std::clamp(trials, 1.0, clustered.scores), t)};
}

} // namespace

ConfidenceInterval wilsonInterval(double passed, double trials, double confidence)
{
    if (!(trials > 0))
        return {0, 1};
    return scoreInterval(passed / trials, trials, twoSidedNormal(confidence));
}

ConfidenceInterval betaInterval(double passed, double trials, double confidence)
{
    const double tail = (1 - confidence) / 2;
    const double a = 1 + passed;
    const double b = 1 + trials - passed;
    return {betaQuantile(tail, a, b), betaQuantile(1 - tail, a, b)};
}

std::optional<IntervalEstimate> rateEstimate(std::span<const CaseScores> cases, double confidence)
{
    return clusteredRate(clusteredMean(cases), confidence);
}

void ClusterSums::add(int passedOfCase, int repeatsOfCase)
{
    const double hits = passedOfCase;
    const double trials = repeatsOfCase;
    cases += repeatsOfCase > 0 ? 1 : 0;
    passed += hits;
    repeats += trials;
    passedSquares += hits * hits;
    repeatSquares += trials * trials;
    passedRepeats += hits * trials;
}

/// Whole numbers below 2⁵³, so that nothing is lost by summing first.
std::optional<IntervalEstimate> rateEstimate(const ClusterSums &sums, double confidence)
{
    ClusteredMean clustered;
    clustered.scores = sums.repeats;
    clustered.cases = sums.cases;
    if (sums.repeats > 0)
        clustered.mean = sums.passed / sums.repeats;
    if (sums.cases > 1) {
        const double squares =
            sums.passedSquares - 2 * clustered.mean * sums.passedRepeats + clustered.mean * clustered.mean * sums.repeatSquares;
        clustered.squaredError = std::max(0.0, squares) * sums.cases / (sums.cases - 1) / (sums.repeats * sums.repeats);
    }
    return clusteredRate(clustered, confidence);
}

std::optional<IntervalEstimate> meanEstimate(std::span<const CaseScores> cases, double confidence)
{
    const ClusteredMean clustered = clusteredMean(cases);
    if (clustered.cases < 2)
        return std::nullopt;
    const double half = twoSidedStudent(confidence, clustered.cases - 1) * std::sqrt(clustered.squaredError);
    return IntervalEstimate{clustered.mean, {clustered.mean - half, clustered.mean + half}};
}

std::optional<IntervalEstimate> meanEstimate(std::span<const double> values, double confidence)
{
    const auto count = static_cast<double>(values.size());
    if (values.size() < 2)
        return std::nullopt;
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double half = twoSidedStudent(confidence, count - 1) * std::sqrt(squares / (count - 1) / count);
    return IntervalEstimate{mean, {mean - half, mean + half}};
}

std::optional<IntervalEstimate> bootstrapMean(std::span<const double> values, StatsRandom &random,
                                              const BootstrapSettings &settings)
{
    const std::size_t count = values.size();
    if (count < 2)
        return std::nullopt;
    const auto cases = static_cast<double>(count);
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / cases;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double shift = std::sqrt(squares / (cases - 1)) / cases;
    std::vector<double> means(static_cast<std::size_t>(std::max(1, settings.resamples)));
    for (double &each : means) {
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i)
            sum += values[uniformBelow(random, count)];
        each = sum / cases + shift * normalReal(random);
    }
    std::ranges::sort(means);
    const double tail = normalCdf(-twoSidedStudent(settings.confidence, cases - 1));
    return IntervalEstimate{mean, {sortedQuantile(means, tail), sortedQuantile(means, 1 - tail)}};
}

double PairedCounts::difference() const
{
    return cases() > 0 ? static_cast<double>(better - worse) / static_cast<double>(cases()) : 0;
}

double pairedRateScore(const PairedCounts &counts, double difference)
{
    const auto n = static_cast<double>(counts.cases());
    const auto better = static_cast<double>(counts.better);
    const auto worse = static_cast<double>(counts.worse);
    // The likeliest share of worse cases, were the difference so.
    const double a = 2 * n;
    const double b = -better - worse + (2 * n - better + worse) * difference;
    const double c = -worse * difference * (1 - difference);
    const double share = (std::sqrt(std::max(0.0, b * b - 4 * a * c)) - b) / (2 * a);
    const double above = better - worse - n * difference;
    const double variance = n * (2 * share + difference * (1 - difference));
    if (variance > 0)
        return above / std::sqrt(variance);
    return above == 0 ? 0 : std::copysign(std::numeric_limits<double>::infinity(), above);
}

ConfidenceInterval pairedRateInterval(const PairedCounts &counts, double confidence)
{
    if (counts.cases() == 0)
        return {-1, 1};
    const double z = twoSidedNormal(confidence);
    const double difference = counts.difference();
    const double low = bisect(-1, difference, [&](double at) { return pairedRateScore(counts, at) > z; });
    const double high = bisect(difference, 1, [&](double at) { return pairedRateScore(counts, at) > -z; });
    return {counts.worse == counts.cases() ? -1 : low, counts.better == counts.cases() ? 1 : high};
}

} // namespace Tempera
