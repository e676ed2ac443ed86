// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/resampling.h"

#include <cstdint>
#include <span>

namespace Tempera {

/// p-values, two-sided: how likely a difference at least as large is where there is none. In (0, 1].

/// Pass or fail, the same cases under two variants: min(1, 2 P(X ≤ min(better, worse))), X binomial over the cases that differ,
/// with probability ½. McNemar, Psychometrika 12 (1947), in its exact form. Never above its level.
[[nodiscard]] double mcNemarExact(std::int64_t better, std::int64_t worse);
/// The same less P(X = min): Fagerland, Lydersen, Laake, BMC Medical Research Methodology 13:91 (2013). Sharper; may lie above
/// its level by a little, so nothing is decided by it.
[[nodiscard]] double mcNemarMidP(std::int64_t better, std::int64_t worse);

/// How a sign-flip test is made.
struct SignFlipSettings {
    int flips = 10'000;             ///< Random sign patterns; up to so many, all patterns there are.
    std::size_t normalFrom = 2'000; ///< From so many differences on, Σd / √Σd² is taken as normal.
};

/// Whether differences of paired scores lie about 0: the share of sign patterns whose sum is as far from 0 as the differences'.
/// All patterns where they are few, else random ones with (1 + hits) / (1 + flips). Fisher, The Design of Experiments (1935),
/// §21; Phipson, Smyth, SAGMB 9 (2010). 1 where nothing differs. One difference a case: repeats are averaged before.
[[nodiscard]] double signFlipTest(std::span<const double> differences, StatsRandom &random,
                                  const SignFlipSettings &settings = {});

} // namespace Tempera
