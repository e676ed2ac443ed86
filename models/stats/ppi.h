// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/intervals.h"

#include <optional>
#include <span>

namespace Tempera {

/// What a person and a judge said of one case.
struct JudgedCase {
    double person = 0;
    double judge = 0;
};

/// A judge's mean score, put right by the cases that people scored too. Shown beside what the judge alone says.
struct CorrectedMean {
    IntervalEstimate corrected;
    IntervalEstimate judge;  ///< Of all cases, uncorrected. Its interval is that of the judge's opinion, not of the truth.
    IntervalEstimate people; ///< Of the cases people scored, without the judge.
    double weight = 0;       ///< λ in [0, 1]: how much the judge is relied on.
};

/// PPI++: λ · mean_N(f) + mean_n(Y − λ f), λ = Cov(Y, f) / ((1 + n/N) Var f) but within [0, 1]; variance
/// λ² Var(f) / N + Var(Y − λ f) / n, Student's quantile with n − 1. Angelopoulos, Duchi, Zrnic, arXiv 2311.01453 (2023).
/// `both`: the n cases that people scored; `judgeAlone`: what the judge said of the N others. The cases that people score must
/// have been chosen at random. Nothing where n < 2 or N < 2.
[[nodiscard]] std::optional<CorrectedMean> correctedMean(std::span<const JudgedCase> both, std::span<const double> judgeAlone,
                                                         double confidence = 0.95);

} // namespace Tempera
