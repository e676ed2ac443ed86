// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/samplesize.h"

#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

double wantedQuantiles(const WantedPower &wanted)
{
    const double z = twoSidedNormal(wanted.confidence) + normalQuantile(wanted.power);
    return z * z;
}

} // namespace

double DifferenceSpread::perCase(double firstRepeats, double secondRepeats) const
{
    return cases + first / firstRepeats + second / secondRepeats;
}

std::optional<DifferenceSpread> differenceSpread(std::span<const PairedCase> cases)
{
    double count = 0;
    double sum = 0;
    double inverseFirst = 0;
    double inverseSecond = 0;
    DifferenceSpread spread;
    double freedomFirst = 0;
    double freedomSecond = 0;
    for (const PairedCase &each : cases) {
        if (!each.isComplete())
            continue;
        ++count;
        sum += each.difference();
        inverseFirst += 1.0 / each.first.repeats;
        inverseSecond += 1.0 / each.second.repeats;
        spread.first += each.first.variance() * (each.first.repeats - 1);
        spread.second += each.second.variance() * (each.second.repeats - 1);
        freedomFirst += each.first.repeats - 1;
        freedomSecond += each.second.repeats - 1;
    }
    if (count < 2)
        return std::nullopt;
    spread.first = freedomFirst > 0 ? spread.first / freedomFirst : 0;
    spread.second = freedomSecond > 0 ? spread.second / freedomSecond : 0;
    double squares = 0;
    for (const PairedCase &each : cases) {
        if (each.isComplete())
            squares += (each.difference() - sum / count) * (each.difference() - sum / count);
    }
    const double within = (spread.first * inverseFirst + spread.second * inverseSecond) / count;
    spread.cases = std::max(0.0, squares / (count - 1) - within);
    return spread;
}

std::optional<std::int64_t> casesNeeded(double variance, double difference, const WantedPower &wanted)
{
    const double needed = std::ceil(wantedQuantiles(wanted) * variance / (difference * difference));
    if (!(needed > 0) || needed > 9e15)
        return std::nullopt;
    return static_cast<std::int64_t>(needed);
}

std::optional<double> visibleDifference(double variance, std::int64_t cases, const WantedPower &wanted)
{
    if (cases <= 0 || !(variance > 0))
        return std::nullopt;
    return std::sqrt(wantedQuantiles(wanted) * variance / static_cast<double>(cases));
}

std::int64_t roundedCases(std::int64_t cases)
{
    std::int64_t unit = 1;
    while (cases / unit >= 100)
        unit *= 10;
    return (cases + unit - 1) / unit * unit;
}

} // namespace Tempera
