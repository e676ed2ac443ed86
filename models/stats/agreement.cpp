// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/agreement.h"

#include "models/stats/multinomialdelta.h"

#include <algorithm>

namespace Tempera {

std::optional<Agreement> cohenKappa(const ConfusionMatrix &counts, double confidence)
{
    const MatrixSums sums = matrixSums(counts);
    if (sums.all == 0)
        return std::nullopt;
    const std::size_t labels = counts.size();
    const double agreed = sums.diagonal / sums.all;
    double chance = 0;
    for (std::size_t i = 0; i < labels; ++i)
        chance += sums.rows[i] * sums.columns[i] / (sums.all * sums.all);
    if (chance >= 1)
        return std::nullopt;
    CellSlopes slopes(labels, std::vector<double>(labels, 0));
    for (std::size_t i = 0; i < labels; ++i) {
        for (std::size_t j = 0; j < labels; ++j) {
            const double ofChance = (sums.columns[i] + sums.rows[j]) / sums.all;
            slopes[i][j] = ((i == j ? 1 : 0) * (1 - chance) - ofChance * (1 - agreed)) / ((1 - chance) * (1 - chance));
        }
    }
    Agreement result;
    result.cases = static_cast<int>(sums.all);
    result.agreed = {agreed, wilsonInterval(sums.diagonal, sums.all, confidence)};
    result.kappa.value = (agreed - chance) / (1 - chance);
    const ConfidenceInterval interval = multinomialInterval(counts, slopes, result.kappa.value, confidence);
    result.kappa.interval = {std::max(-1.0, interval.low), std::min(1.0, interval.high)};
    return result;
}

} // namespace Tempera
