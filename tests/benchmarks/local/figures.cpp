// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/local/figures.h"

#include <algorithm>
#include <cstdio>

namespace Tempera {

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(half) : (values.at(half - 1) + values.at(half)) / 2;
}

bool figure(const char *name, double ratio, Target target)
{
    const bool atMost = target.side == Target::Side::AtMost;
    const bool ok = atMost ? ratio <= target.value : ratio >= target.value;
    std::printf("bench %s = %.3f x (target %s %.2f) %s\n", name, ratio, atMost ? "<=" : ">=", target.value, ok ? "ok" : "short");
    std::fflush(stdout);
    return ok;
}

} // namespace Tempera
