// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/passatk.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace Tempera {
namespace {

/// C(part, k) / C(whole, k): that k drawn without putting back all come from the part.
std::optional<double> shareOfDraws(int part, int whole, int k)
{
    if (k < 1 || k > whole || part < 0 || part > whole)
        return std::nullopt;
    double share = 1;
    for (int i = 0; i < k; ++i)
        share *= static_cast<double>(std::max(0, part - i)) / (whole - i);
    return share;
}

template<typename OfCase>
std::optional<PassEstimate> meanOverCases(const CompactScores &cases, double confidence, OfCase ofCase)
{
    PassEstimate result;
    std::vector<double> values;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const CaseScores each = cases[i];
        if (const std::optional<double> value = ofCase(static_cast<int>(std::lround(each.sum)), each.repeats))
            values.push_back(*value);
        else
            ++result.leftOut;
    }
    const std::optional<IntervalEstimate> mean = meanEstimate(std::span<const double>(values), confidence);
    if (!mean)
        return std::nullopt;
    result.mean = *mean;
    result.cases = static_cast<int>(values.size());
    result.mean.interval = std::ranges::min(values) == std::ranges::max(values)
                               ? wilsonInterval(mean->value * result.cases, result.cases, confidence)
                               : ConfidenceInterval{std::max(0.0, mean->interval.low), std::min(1.0, mean->interval.high)};
    return result;
}

} // namespace

std::optional<double> passAtK(int passed, int repeats, int k)
{
    const std::optional<double> none = shareOfDraws(repeats - passed, repeats, k);
    return none ? std::optional(1 - *none) : std::nullopt;
}

std::optional<double> passAllOfK(int passed, int repeats, int k)
{
    return shareOfDraws(passed, repeats, k);
}

std::optional<PassEstimate> meanPassAtK(const CompactScores &cases, int k, double confidence)
{
    return meanOverCases(cases, confidence, [k](int passed, int repeats) { return passAtK(passed, repeats, k); });
}

std::optional<PassEstimate> meanPassAllOfK(const CompactScores &cases, int k, double confidence)
{
    return meanOverCases(cases, confidence, [k](int passed, int repeats) { return passAllOfK(passed, repeats, k); });
}

} // namespace Tempera
