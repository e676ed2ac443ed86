// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/classification.h"
#include "models/stats/intervals.h"

#include <vector>

namespace Tempera {

/// How a figure of a matrix of counts changes with the share of each of its cells.
using CellSlopes = std::vector<std::vector<double>>;

/// value ± z · SE, SE² = (Σ p g² − (Σ p g)²) / n over the cells' shares p and slopes g: the delta method for multinomial counts
/// (Agresti, Categorical Data Analysis (2013), §16.1). Of shares of at least one case.
[[nodiscard]] ConfidenceInterval multinomialInterval(const ConfusionMatrix &counts, const CellSlopes &slopes, double value,
                                                     double confidence);

/// Sums of a square matrix of counts.
struct MatrixSums {
    std::vector<double> rows;
    std::vector<double> columns;
    double diagonal = 0;
    double all = 0;
};
[[nodiscard]] MatrixSums matrixSums(const ConfusionMatrix &counts);

} // namespace Tempera
