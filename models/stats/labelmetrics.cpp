// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/labelmetrics.h"

#include "models/stats/multinomialdelta.h"

#include <algorithm>

namespace Tempera {
namespace {

std::optional<IntervalEstimate> rateOfCounts(double part, double whole, double confidence)
{
    if (whole <= 0)
        return std::nullopt;
    return IntervalEstimate{part / whole, wilsonInterval(part, whole, confidence)};
}

/// correct / (a · expected + b · predicted) of one label: precision (0, 1), recall (1, 0), F1 (½, ½).
struct LabelRatio {
    double expected = 0;
    double predicted = 0;
};

/// The mean of a ratio over the labels that occur, and its interval.
std::optional<IntervalEstimate> macroMean(const ConfusionMatrix &counts, const LabelRatio &ratio, double confidence)
{
    const MatrixSums sums = matrixSums(counts);
    const std::size_t labels = counts.size();
    const auto occurs = [&sums](std::size_t label) { return sums.rows[label] + sums.columns[label] > 0; };
    double occurring = 0;
    for (std::size_t label = 0; label < labels; ++label)
        occurring += occurs(label) ? 1 : 0;
    if (occurring == 0)
        return std::nullopt;
    double mean = 0;
    CellSlopes slopes(labels, std::vector<double>(labels, 0));
    for (std::size_t label = 0; label < labels; ++label) {
        const double whole = (ratio.expected * sums.rows[label] + ratio.predicted * sums.columns[label]) / sums.all;
        if (!occurs(label) || whole == 0)
            continue; // never given, or never right to give: counts as 0
        const double correct = counts[label][label] / sums.all;
        mean += correct / whole / occurring;
        slopes[label][label] += 1 / whole / occurring;
        for (std::size_t other = 0; other < labels; ++other) {
            slopes[label][other] -= ratio.expected * correct / (whole * whole) / occurring;
            slopes[other][label] -= ratio.predicted * correct / (whole * whole) / occurring;
        }
    }
    const ConfidenceInterval interval = multinomialInterval(counts, slopes, mean, confidence);
    return IntervalEstimate{mean, {std::max(0.0, interval.low), std::min(1.0, interval.high)}};
}

} // namespace

double f1OfJaccard(double jaccard)
{
    return 2 * jaccard / (1 + jaccard);
}

LabelMetrics labelMetrics(const LabelQuality &quality, double confidence)
{
    LabelMetrics metrics;
    metrics.precision = rateOfCounts(quality.correct, quality.predicted, confidence);
    metrics.recall = rateOfCounts(quality.correct, quality.expected, confidence);
    metrics.f1 = rateOfCounts(quality.correct, quality.predicted + quality.expected - quality.correct, confidence);
    if (metrics.f1) {
        metrics.f1->value = f1OfJaccard(metrics.f1->value);
        metrics.f1->interval = {f1OfJaccard(metrics.f1->interval.low), f1OfJaccard(metrics.f1->interval.high)};
    }
    return metrics;
}

ClassifierMetrics classifierMetrics(const ConfusionMatrix &counts, double confidence)
{
    ClassifierMetrics metrics;
    const MatrixSums sums = matrixSums(counts);
    for (std::size_t label = 0; label < counts.size(); ++label) {
        LabelQuality quality;
        quality.expected = static_cast<int>(sums.rows[label]);
        quality.predicted = static_cast<int>(sums.columns[label]);
        quality.correct = counts[label][label];
        metrics.labels.push_back(labelMetrics(quality, confidence));
    }
    metrics.micro = rateOfCounts(sums.diagonal, sums.all, confidence);
    metrics.macro.precision = macroMean(counts, {.expected = 0, .predicted = 1}, confidence);
    metrics.macro.recall = macroMean(counts, {.expected = 1, .predicted = 0}, confidence);
    metrics.macro.f1 = macroMean(counts, {.expected = 0.5, .predicted = 0.5}, confidence);
    return metrics;
}

} // namespace Tempera
