// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/classification.h"

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

std::optional<double> ratio(int part, int whole)
{
    return whole > 0 ? std::optional(static_cast<double>(part) / whole) : std::nullopt;
}

bool isKnown(const Classified &classified, int labels)
{
    return classified.expected >= 0 && classified.expected < labels;
}

} // namespace

int likeliestLabel(const Classified &classified)
{
    if (classified.shares.empty())
        return -1;
    return static_cast<int>(std::ranges::max_element(classified.shares) - classified.shares.begin());
}

ConfusionMatrix confusionMatrix(std::span<const Classified> cases, int labels)
{
    ConfusionMatrix counts(static_cast<std::size_t>(labels), std::vector<int>(static_cast<std::size_t>(labels), 0));
    for (const Classified &each : cases) {
        const int predicted = likeliestLabel(each);
        if (isKnown(each, labels) && predicted >= 0 && predicted < labels)
            ++counts[static_cast<std::size_t>(each.expected)][static_cast<std::size_t>(predicted)];
    }
    return counts;
}

std::optional<double> LabelQuality::precision() const
{
    return ratio(correct, predicted);
}

std::optional<double> LabelQuality::recall() const
{
    return ratio(correct, expected);
}

std::optional<double> ThresholdOutcome::accuracy() const
{
    return ratio(correct, known);
}

ThresholdOutcome atThreshold(std::span<const Classified> cases, int labels, double threshold)
{
    ThresholdOutcome outcome;
    outcome.threshold = threshold;
    outcome.cases = static_cast<int>(cases.size());
    outcome.labels.resize(static_cast<std::size_t>(labels));
    for (const Classified &each : cases) {
        const bool known = isKnown(each, labels);
        if (known)
            ++outcome.labels[static_cast<std::size_t>(each.expected)].expected;
        const int predicted = likeliestLabel(each);
        if (predicted < 0 || predicted >= labels || each.shares[static_cast<std::size_t>(predicted)] < threshold)
            continue;
        ++outcome.decided;
        if (!known)
            continue;
        ++outcome.known;
        LabelQuality &given = outcome.labels[static_cast<std::size_t>(predicted)];
        ++given.predicted;
        if (predicted == each.expected) {
            ++given.correct;
            ++outcome.correct;
        }
    }
    return outcome;
}

std::optional<double> brierScore(std::span<const Classified> cases)
{
    double sum = 0;
    int known = 0;
    for (const Classified &each : cases) {
        if (!isKnown(each, static_cast<int>(each.shares.size())))
            continue;
        ++known;
        for (std::size_t i = 0; i < each.shares.size(); ++i) {
            const double right = static_cast<int>(i) == each.expected ? 1 : 0;
            sum += (each.shares[i] - right) * (each.shares[i] - right);
        }
    }
    return known > 0 ? std::optional(sum / known) : std::nullopt;
}

std::optional<double> calibrationError(std::span<const Classified> cases, int bins)
{
    struct Bin {
        double confidence = 0;
        int correct = 0;
        int count = 0;
    };
    std::vector<Bin> all(static_cast<std::size_t>(std::max(1, bins)));
    int known = 0;
    for (const Classified &each : cases) {
        if (!isKnown(each, static_cast<int>(each.shares.size())))
            continue;
        const int predicted = likeliestLabel(each);
        const double confidence = std::clamp(each.shares[static_cast<std::size_t>(predicted)], 0.0, 1.0);
        const auto place = static_cast<std::size_t>(confidence * static_cast<double>(all.size()));
        Bin &bin = all[std::min(place, all.size() - 1)];
        bin.confidence += confidence;
        bin.correct += predicted == each.expected ? 1 : 0;
        ++bin.count;
        ++known;
    }
    if (known == 0)
        return std::nullopt;
    double error = 0;
    for (const Bin &bin : all)
        error += std::abs(bin.correct - bin.confidence); // the bin's count cancels
    return error / known;
}

} // namespace Tempera
