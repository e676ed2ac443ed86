// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/casescores.h"

#include <cstdint>
#include <optional>
#include <span>

namespace Tempera {

/// What makes the difference of two variants scatter from case to case: the parts of
/// Var = ω² + σ²_A / K_A + σ²_B / K_B. Miller, arXiv 2411.00640 (2024), §5.
struct DifferenceSpread {
    double cases = 0;  ///< ω²: between cases. Where there is one repeat, the scatter of the repeats lies in here.
    double first = 0;  ///< σ²_A: between the repeats of one case.
    double second = 0; ///< σ²_B
    /// Variance of one case's difference with so many repeats of each (≥ 1).
    [[nodiscard]] double perCase(double firstRepeats, double secondRepeats) const;
};

/// The parts as the complete cases show them. Nothing under two.
[[nodiscard]] std::optional<DifferenceSpread> differenceSpread(std::span<const PairedCase> cases);

/// How surely a difference is to be seen.
struct WantedPower {
    double confidence = 0.95; ///< 1 − α, two-sided.
    double power = 0.8;       ///< Chance to see a difference that is there.
};

/// Cases that show a difference of `difference` ≠ 0: (z_{α/2} + z_β)² · variance / difference², rounded up. Nothing where the
/// variance, of one case's difference, is 0: then no number can be told.
[[nodiscard]] std::optional<std::int64_t> casesNeeded(double variance, double difference, const WantedPower &wanted = {});
/// The smallest difference that so many cases can be expected to show. Nothing without cases or variance.
[[nodiscard]] std::optional<double> visibleDifference(double variance, std::int64_t cases, const WantedPower &wanted = {});

/// A number as people say it, "about 260": rounded up to two digits.
[[nodiscard]] std::int64_t roundedCases(std::int64_t cases);

} // namespace Tempera
