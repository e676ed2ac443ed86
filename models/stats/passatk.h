// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/compactscores.h"
#include "models/stats/intervals.h"

#include <optional>

namespace Tempera {

/// That of k answers at least one passes, from c passes among n repeats: 1 − C(n − c, k) / C(n, k), without bias. Chen et al.,
/// arXiv 2107.03374 (2021), eq. 1. Nothing where fewer than k repeats are there; k ≥ 1, 0 ≤ c ≤ n.
[[nodiscard]] std::optional<double> passAtK(int passed, int repeats, int k);
/// That all of k answers pass (pass^k): C(c, k) / C(n, k), without bias; (c / n)^k would have one. Yao et al., arXiv
/// 2406.12045 (2024).
[[nodiscard]] std::optional<double> passAllOfK(int passed, int repeats, int k);

/// The mean of one of them over cases.
struct PassEstimate {
    IntervalEstimate mean; ///< Interval by Student's distribution over cases, in [0, 1]; by Wilson's where all cases agree.
    int cases = 0;
    int leftOut = 0; ///< Cases with fewer than k repeats.
};
/// Over cases whose scores are passes and failures (1 and 0). Nothing where under two cases have k repeats.
[[nodiscard]] std::optional<PassEstimate> meanPassAtK(const CompactScores &cases, int k, double confidence = 0.95);
[[nodiscard]] std::optional<PassEstimate> meanPassAllOfK(const CompactScores &cases, int k, double confidence = 0.95);

} // namespace Tempera
