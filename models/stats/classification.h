// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <span>
#include <vector>

namespace Tempera {

/// What a classifier says of one case, and what is right.
struct Classified {
    std::vector<double> shares; ///< One a label, in [0, 1], sum 1.
    int expected = -1;          ///< Index of the right label; −1 = not known.
};

/// Index of the largest share, of equals the first; −1 when there is none.
[[nodiscard]] int likeliestLabel(const Classified &classified);

/// Counts [expected][predicted] at the likeliest label, over the cases whose label is known.
using ConfusionMatrix = std::vector<std::vector<int>>;
[[nodiscard]] ConfusionMatrix confusionMatrix(std::span<const Classified> cases, int labels);

/// How well one label is recognised, over the decided cases whose label is known. Absent = nothing to divide by.
struct LabelQuality {
    int expected = 0;  ///< Cases that have this label, undecided ones included.
    int predicted = 0; ///< Cases that were given it.
    int correct = 0;
    [[nodiscard]] std::optional<double> precision() const; ///< correct / predicted
    [[nodiscard]] std::optional<double> recall() const;    ///< correct / expected: an undecided case is missed
};

/// What is decided when a label is only given where its share reaches a threshold.
struct ThresholdOutcome {
    double threshold = 0;
    int cases = 0;
    int decided = 0; ///< Cases whose likeliest label's share is at least the threshold.
    int known = 0;   ///< Decided cases whose right label is known.
    int correct = 0; ///< Of those.
    std::vector<LabelQuality> labels;
    [[nodiscard]] std::optional<double> accuracy() const; ///< correct / known
};

/// Definitions of precision and recall: Manning, Raghavan, Schütze, Introduction to Information Retrieval (2008),
/// §8.3; accuracy against coverage as in selective classification: El-Yaniv, Wiener, JMLR 11 (2010).
[[nodiscard]] ThresholdOutcome atThreshold(std::span<const Classified> cases, int labels, double threshold);

/// Mean over the known cases of the sum over labels of (share − 1{right})², in [0, 2]; 0 is perfect.
/// Brier, Monthly Weather Review 78 (1950).
[[nodiscard]] std::optional<double> brierScore(std::span<const Classified> cases);

/// Σ over bins of (cases in bin / cases) · |accuracy − mean share of the likeliest label|, bins of equal width over
/// [0, 1]; 0 is perfect. Naeini, Cooper, Hauskrecht, AAAI (2015); Guo et al., ICML (2017), eq. 5.
[[nodiscard]] std::optional<double> calibrationError(std::span<const Classified> cases, int bins = 10);

} // namespace Tempera
