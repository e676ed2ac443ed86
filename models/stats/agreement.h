// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/classification.h"
#include "models/stats/intervals.h"

#include <optional>

namespace Tempera {

/// How far two who label the same cases (a person and a check, two people) agree.
struct Agreement {
    IntervalEstimate kappa;  ///< Cohen's κ in [−1, 1]: 1 = always, 0 = as chance would. Interval by the delta method.
    IntervalEstimate agreed; ///< Share of cases with the same label. Wilson's interval.
    int cases = 0;
};

/// Of the counts [label by the first][label by the second]. κ = (p_o − p_e) / (1 − p_e): Cohen, Educational and Psychological
/// Measurement 20 (1960); its SE: Fleiss, Cohen, Everitt, Psychological Bulletin 72 (1969). Nothing without cases, and where
/// both gave one and the same label throughout: then chance alone would agree.
[[nodiscard]] std::optional<Agreement> cohenKappa(const ConfusionMatrix &counts, double confidence = 0.95);

} // namespace Tempera
