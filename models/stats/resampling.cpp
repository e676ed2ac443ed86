// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/resampling.h"

#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace Tempera {

double normalReal(StatsRandom &random)
{
    const double radius = std::sqrt(-2 * std::log(1 - uniformReal(random)));
    return radius * std::cos(2 * std::numbers::pi * uniformReal(random));
}

std::vector<std::size_t> randomOrder(std::size_t count, StatsRandom &random)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left)
        std::swap(order[left - 1], order[uniformBelow(random, left)]);
    return order;
}

} // namespace Tempera
