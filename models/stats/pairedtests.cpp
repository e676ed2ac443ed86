// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/pairedtests.h"

#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <vector>

namespace Tempera {
namespace {

double everySignPattern(const std::vector<double> &differences, double bound)
{
    const std::uint64_t patterns = std::uint64_t{1} << differences.size();
    std::uint64_t hits = 0;
    for (std::uint64_t pattern = 0; pattern < patterns; ++pattern) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i)
            sum += (pattern >> i & 1) != 0 ? -differences[i] : differences[i];
        hits += std::abs(sum) >= bound ? 1 : 0;
    }
    return static_cast<double>(hits) / static_cast<double>(patterns);
}

double randomSignPatterns(const std::vector<double> &differences, double bound, StatsRandom &random, int flips)
{
    int hits = 0;
    for (int flip = 0; flip < flips; ++flip) {
        double sum = 0;
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < differences.size(); ++i, bits >>= 1) {
            if (i % 64 == 0)
                bits = random();
            sum += (bits & 1) != 0 ? -differences[i] : differences[i];
        }
        hits += std::abs(sum) >= bound ? 1 : 0;
    }
    return (1.0 + hits) / (1.0 + flips);
}

} // namespace

double mcNemarExact(std::int64_t better, std::int64_t worse)
{
    const auto fewer = static_cast<double>(std::min(better, worse));
    return std::min(1.0, 2 * binomialCdf(fewer, static_cast<double>(better + worse), 0.5));
}

double mcNemarMidP(std::int64_t better, std::int64_t worse)
{
    if (better == worse)
        return 1;
    const auto fewer = static_cast<double>(std::min(better, worse));
    const auto both = static_cast<double>(better + worse);
    return 2 * binomialCdf(fewer, both, 0.5) - binomialShare(fewer, both, 0.5);
}

double signFlipTest(std::span<const double> differences, StatsRandom &random, const SignFlipSettings &settings)
{
    std::vector<double> moved;
    std::ranges::copy_if(differences, std::back_inserter(moved), [](double difference) { return difference != 0; });
    if (moved.empty())
        return 1;
    const double sum = std::abs(std::accumulate(moved.begin(), moved.end(), 0.0));
    const double squares = std::inner_product(moved.begin(), moved.end(), moved.begin(), 0.0);
    // Sums that are equal but for rounding count as equal.
    const double bound = sum - 1e-9 * std::sqrt(squares);
    if (moved.size() < 63 && std::uint64_t{1} << moved.size() <= static_cast<std::uint64_t>(std::max(1, settings.flips)))
        return everySignPattern(moved, bound);
    if (moved.size() >= settings.normalFrom)
        return std::min(1.0, 2 * normalCdf(-sum / std::sqrt(squares)));
    return randomSignPatterns(moved, bound, random, settings.flips);
}

} // namespace Tempera
