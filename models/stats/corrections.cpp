// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/corrections.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace Tempera {

Correction usualCorrection(std::size_t comparisons)
{
    if (comparisons < 2)
        return Correction::None;
    return comparisons <= 10 ? Correction::Holm : Correction::BenjaminiHochberg;
}

std::vector<double> adjustedPValues(std::span<const double> pValues, Correction correction)
{
    std::vector<double> adjusted(pValues.begin(), pValues.end());
    if (correction == Correction::None)
        return adjusted;
    const std::size_t count = pValues.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [pValues](std::size_t i) { return pValues[i]; });
    if (correction == Correction::Holm) {
        double largest = 0;
        for (std::size_t rank = 0; rank < count; ++rank) {
            largest = std::max(largest, std::min(1.0, pValues[order[rank]] * static_cast<double>(count - rank)));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
    double smallest = 1;
    for (std::size_t rank = count; rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        smallest = std::min(smallest, pValues[i] * static_cast<double>(count) / static_cast<double>(rank));
        adjusted[i] = smallest;
    }
    return adjusted;
}

} // namespace Tempera
