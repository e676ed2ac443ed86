// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/classification.h"
#include "models/stats/intervals.h"

#include <optional>
#include <vector>

namespace Tempera {

/// Precision, recall and F1 with their intervals. Absent = nothing to divide by.
struct LabelMetrics {
    std::optional<IntervalEstimate> precision; ///< correct / predicted
    std::optional<IntervalEstimate> recall;    ///< correct / expected
    std::optional<IntervalEstimate> f1;        ///< 2 correct / (predicted + expected)
};

/// 2J / (1 + J): F1 of J = correct / (predicted + expected − correct), with which it grows.
[[nodiscard]] double f1OfJaccard(double jaccard);

/// Of one label. Precision and recall have Wilson's interval. F1 = 2J / (1 + J) grows with J = correct / (predicted + expected −
/// correct), a rate, so that it has Wilson's interval of J, carried over.
[[nodiscard]] LabelMetrics labelMetrics(const LabelQuality &quality, double confidence = 0.95);

/// Of a whole classifier.
struct ClassifierMetrics {
    std::vector<LabelMetrics> labels;
    /// Every case counts once. As each case has one label and is given one, precision, recall and F1 are all the accuracy.
    std::optional<IntervalEstimate> micro;
    /// Every label counts once: the means over the labels that occur, expected or given; one that is never given has precision 0,
    /// one that is never expected recall 0. Intervals by the delta method: Takahashi, Yamamoto, Kuchiba, Koyama, Applied
    /// Intelligence 52 (2022).
    LabelMetrics macro;
};

/// Of the counts [expected][given], as confusionMatrix() makes them: undecided cases are not in it.
[[nodiscard]] ClassifierMetrics classifierMetrics(const ConfusionMatrix &counts, double confidence = 0.95);

} // namespace Tempera
