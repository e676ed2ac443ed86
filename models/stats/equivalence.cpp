// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/equivalence.h"

#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Tempera {

std::optional<double> equivalenceOfMeans(std::span<const double> differences, double margin)
{
    if (differences.size() < 2)
        return std::nullopt;
    const auto cases = static_cast<double>(differences.size());
    const double mean = std::accumulate(differences.begin(), differences.end(), 0.0) / cases;
    double squares = 0;
    for (const double difference : differences)
        squares += (difference - mean) * (difference - mean);
    const double error = std::sqrt(squares / (cases - 1) / cases);
    if (error == 0)
        return std::abs(mean) < margin ? 0.0 : 1.0;
    return studentCdf((std::abs(mean) - margin) / error, cases - 1);
}

std::optional<double> equivalenceOfRates(const PairedCounts &counts, double margin)
{
    if (counts.cases() == 0)
        return std::nullopt;
    const double notFarBelow = normalCdf(-pairedRateScore(counts, -margin));
    const double notFarAbove = normalCdf(pairedRateScore(counts, margin));
    return std::max(notFarBelow, notFarAbove);
}

} // namespace Tempera
