// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/intervals.h"

#include <optional>
#include <span>

namespace Tempera {

/// Two one-sided tests: p-value of "the difference is at least the margin, to either side". At p ≤ α the two are equal but for
/// the margin, which the user sets; the interval at confidence 1 − 2α then lies within it. Schuirmann, Journal of
/// Pharmacokinetics and Biopharmaceutics 15 (1987). margin > 0, in the unit of the differences.

/// Of differences, one a case, by Student's distribution. Nothing under two cases.
[[nodiscard]] std::optional<double> equivalenceOfMeans(std::span<const double> differences, double margin);
/// Of paired rates, by pairedRateScore() at both margins. Nothing without cases.
[[nodiscard]] std::optional<double> equivalenceOfRates(const PairedCounts &counts, double margin);

} // namespace Tempera
