// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/multinomialdelta.h"

#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace Tempera {

ConfidenceInterval multinomialInterval(const ConfusionMatrix &counts, const CellSlopes &slopes, double value, double confidence)
{
    double cases = 0;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (std::size_t j = 0; j < counts[i].size(); ++j) {
            cases += counts[i][j];
            sum += counts[i][j] * slopes[i][j];
            squares += counts[i][j] * slopes[i][j] * slopes[i][j];
        }
    }
    const double variance = std::max(0.0, squares / cases - sum / cases * (sum / cases)) / cases;
    const double half = twoSidedNormal(confidence) * std::sqrt(variance);
    return {value - half, value + half};
}

MatrixSums matrixSums(const ConfusionMatrix &counts)
{
    MatrixSums sums;
    sums.rows.resize(counts.size());
    sums.columns.resize(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (std::size_t j = 0; j < counts.size(); ++j) {
            sums.rows[i] += counts[i][j];
            sums.columns[j] += counts[i][j];
            sums.all += counts[i][j];
        }
        sums.diagonal += counts[i][i];
    }
    return sums;
}

} // namespace Tempera
