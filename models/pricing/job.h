// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"
#include "models/pricing/cost.h"
#include "models/pricing/jobcounts.h"

#include <QList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {

/// The shortest beginning that providers keep in their cache: OpenAI's and Anthropic's documentation of prompt caching, for
/// most of their models.
inline constexpr std::int64_t LeastCachedPrefix = 1024;

/// How the requests of a job reach the endpoint.
enum class JobWay {
    Standard, ///< One by one.
    Cached,   ///< One by one, where all after the first find the shared beginning of their prompts in the provider's cache.
    Batch,    ///< Through the provider's batch interface.
};

/// An answer that was really given.
struct JobAnswer {
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
};

/// What is known of how long the answers of a job will be. What is said first below counts first.
struct JobOutput {
    std::optional<std::int64_t> each = {}; ///< Every answer has so many tokens.
    /// Answers from which those of the job are drawn, at least two.
    std::vector<JobAnswer> answers = {};
    bool isPilot = true; ///< They are a random sample of the job's own requests, without repeats; else of earlier runs.
    std::optional<std::int64_t> cap = {}; ///< No answer has more. Nothing: the model's own limits.
};

/// What is asked of a job. Its counts are stored apart, so that an answer comes at once when something here changes.
struct JobQuestion {
    Capabilities model = {};
    RequestTerms terms = {};                   ///< Of the standard way.
    std::optional<std::int64_t> requests = {}; ///< How many; nothing = as many as are counted. Others are drawn from these.
    std::int64_t sharedPrefix = 0;             ///< Tokens with which all the prompts begin.
    std::int64_t leastCachedPrefix = LeastCachedPrefix;
    JobOutput output = {};
    std::optional<double> requestsPerMinute = {}; ///< The endpoint's limits, > 0.
    std::optional<double> tokensPerMinute = {};
};

/// Requests from a price's bound on.
struct TierCount {
    std::int64_t inputFrom = 0;
    std::int64_t requests = 0;

    bool operator==(const TierCount &) const = default;
};

/// What a job will cost before it is run.
struct JobFigures {
    std::int64_t requests = 0;
    std::int64_t inputTokens = 0;
    Cost input; ///< The standard way without any output.
    Cost standard;
    Cost cached;
    Cost batch;
    JobWay cheapest = JobWay::Standard;       ///< By the middle of its cost, among those that are known.
    std::int64_t pastContext = 0;             ///< Requests counted that are longer than the model's context.
    QList<TierCount> tiers;                   ///< Of the standard way, by falling bound; each holds those from its bound on.
    std::optional<double> outputTokens;       ///< Of one answer, where answers are known.
    std::optional<std::chrono::seconds> time; ///< At the endpoint's limits, with every answer as long as it may be.

    [[nodiscard]] const Cost &of(JobWay way) const;
    /// For a thousand requests.
    [[nodiscard]] Cost perThousand(JobWay way) const;
};

/// Pure; a few milliseconds for 10,000 different lengths. Each request is priced by itself, with the rate card of its own length,
/// and the sum is exact where input and output are. From a sample of answers comes the interval in which the cost of the whole job lies with
/// 95 % confidence, see skewedMean(); where only the cap is known, the cost lies between no output and all of it.
[[nodiscard]] JobFigures jobFigures(const JobCounts &counts, const JobQuestion &question);

} // namespace Tempera
