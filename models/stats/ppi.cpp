// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/ppi.h"

#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace Tempera {
namespace {

double meanOf(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Covariance, divided by n − 1; of one with itself the variance.
double covariance(std::span<const double> first, std::span<const double> second)
{
    const double firstMean = meanOf(first);
    const double secondMean = meanOf(second);
    double sum = 0;
    for (std::size_t i = 0; i < first.size(); ++i)
        sum += (first[i] - firstMean) * (second[i] - secondMean);
    return sum / static_cast<double>(first.size() - 1);
}

} // namespace

std::optional<CorrectedMean> correctedMean(std::span<const JudgedCase> both, std::span<const double> judgeAlone,
                                           double confidence)
{
    if (both.size() < 2 || judgeAlone.size() < 2)
        return std::nullopt;
    std::vector<double> people;
    std::vector<double> judged;
    for (const JudgedCase &each : both) {
        people.push_back(each.person);
        judged.push_back(each.judge);
    }
    std::vector<double> all = judged;
    all.insert(all.end(), judgeAlone.begin(), judgeAlone.end());

    const auto n = static_cast<double>(both.size());
    const auto others = static_cast<double>(judgeAlone.size());
    const double spread = covariance(all, all);
    CorrectedMean result;
    if (spread > 0)
        result.weight = std::clamp(covariance(people, judged) / ((1 + n / others) * spread), 0.0, 1.0);
    std::vector<double> rest;
    for (const JudgedCase &each : both)
        rest.push_back(each.person - result.weight * each.judge);
    const double value = result.weight * meanOf(judgeAlone) + meanOf(rest);
    const double error = std::sqrt(result.weight * result.weight * spread / others + covariance(rest, rest) / n);
    const double half = twoSidedStudent(confidence, n - 1) * error;
    result.corrected = {value, {value - half, value + half}};
    result.judge = *meanEstimate(std::span<const double>(all), confidence);
    result.people = *meanEstimate(std::span<const double>(people), confidence);
    return result;
}

} // namespace Tempera
