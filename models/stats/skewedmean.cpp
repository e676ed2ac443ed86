// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/skewedmean.h"

#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

/// By how much the degrees of freedom fall with the square of the skewness; see skewedMean().
constexpr double skewnessPenalty = 0.3;
constexpr double leastDegrees = 3;

struct SampleShape {
    double mean = 0;
    double deviation = 0; ///< Of the population, estimated.
    double skewness = 0;  ///< The same.
};

SampleShape sampleShapeOf(std::span<const double> values)
{
    SampleShape shape;
    const auto n = static_cast<double>(values.size());
    for (const double value : values)
        shape.mean += value / n;
    double squares = 0;
    double cubes = 0;
    for (const double value : values) {
        const double off = value - shape.mean;
        squares += off * off;
        cubes += off * off * off;
    }
    shape.deviation = std::sqrt(squares / (n - 1));
    const double spread = std::sqrt(squares / n);
    if (spread > 0 && n > 2)
        shape.skewness = cubes / n / (spread * spread * spread) * std::sqrt(n * (n - 1)) / (n - 2);
    return shape;
}

/// The w with ((1 + γw/3)³ − 1)/γ + γ/6n = y: Hall's transformation, undone.
double hallInverse(double y, double skewness, double n)
{
    constexpr double straight = 1e-9;
    if (std::abs(skewness) < straight)
        return y;
    return 3 * (std::cbrt(1 + skewness * (y - skewness / (6 * n))) - 1) / skewness;
}

} // namespace

std::optional<IntervalEstimate> skewedMean(std::span<const double> values, std::int64_t population, double confidence)
{
    if (values.size() < 2)
        return std::nullopt;
    const SampleShape shape = sampleShapeOf(values);
    const auto n = static_cast<double>(values.size());
    const double share = population == EndlessPopulation ? 0 : std::min(1.0, n / static_cast<double>(population));
    const double degrees =
        std::max(std::min(leastDegrees, n - 1), (n - 1) / (1 + skewnessPenalty * shape.skewness * shape.skewness));
    const double reach = twoSidedStudent(confidence, degrees) / std::sqrt(n);
    const double scale = shape.deviation * std::sqrt(1 - share);
    return IntervalEstimate{shape.mean,
                            {shape.mean - scale * hallInverse(reach, shape.skewness, n),
                             shape.mean - scale * hallInverse(-reach, shape.skewness, n)}};
}

} // namespace Tempera
