// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"
#include "models/pricing/jobcounts.h"

#include <cstdint>
#include <optional>

namespace Tempera {

/// What is beside the counts in the histogram of a job.
struct JobChartFacts {
    QString title; ///< Of the variant.
    VariantMark sign = {};
    std::optional<std::int64_t> contextTokens = {}; ///< Of the model; drawn where a request comes near it.
    QList<std::int64_t> tiers = {};                 ///< From so many input tokens on another price holds.
};

/// How many requests of a job have how many input tokens, with lines at the median and at what 95 % do not pass, and at the context
/// and the bounds of prices where they lie among the lengths. Its marks have no filter: nothing of it was run. Pure, any thread.
[[nodiscard]] ChartData jobChart(const JobCounts &counts, const JobChartFacts &facts);

} // namespace Tempera
