// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"
#include "models/core/usage.h"
#include "models/pricing/ratecard.h"

#include <QtTypes>

#include <optional>
#include <vector>

namespace Tempera {

/// Tokens of one request before it is made.
struct TokenEstimate {
    qint64 inputTokens = 0;
    Exactness exactness = Exactness::Estimate;
    std::optional<qint64> maxOutputTokens; ///< The request's own limit; nothing = the model's limit holds.
    std::optional<qint64> expectedOutput;  ///< What answers like this took before; nothing = unknown.

    bool operator==(const TokenEstimate &) const = default;
};

/// A model and the tokens of one request to it.
struct PlannedRequest {
    Capabilities capabilities;
    TokenEstimate tokens;
    RequestTerms terms = {}; ///< Where the time is open and the price depends on it, the cost is an interval.
};

/// What a run will cost: an honest interval. The true cost of the requests with known prices is in [low, high].
struct CostEstimate {
    std::optional<Money> low;  ///< Uncached input with the expected output, if any. Nothing = no price is known at all.
    std::optional<Money> high; ///< With every answer at its limit. Nothing = a price or a limit is missing.
    int requests = 0;
    int unknownPrices = 0; ///< Requests whose price is not known; low leaves them out.
    qint64 inputTokens = 0;
    std::optional<qint64> maxOutput;        ///< Nothing = at least one request has no limit.
    Exactness exactness = Exactness::Exact; ///< Exact when every count of input tokens is.

    bool operator==(const CostEstimate &) const = default;
};

/// Adds up requests, one at a time. With an expected output `low` includes it, so low is then the likely cost.
class EstimateSum
{
public:
    void add(const PlannedRequest &request);
    /// Of those so far.
    [[nodiscard]] CostEstimate estimate() const;

private:
    CostEstimate m_sum = {.low = {}, .high = Money(), .maxOutput = 0};
    Money m_low;
};

/// The sum of them all.
[[nodiscard]] CostEstimate estimateRun(const std::vector<PlannedRequest> &requests);

/// "$0.0021–$0.0043", "$0.002 or more" where there is no upper bound, "≈ …" where tokens are estimated, "unknown";
/// translated. Says so when only a part of the prices is known ("$0.002 or more, unknown prices: 3").
[[nodiscard]] QString costEstimateText(const CostEstimate &estimate);

/// The amount of costOfAnswer() where it is exact, which is what a cell keeps; nothing where it is not, never a guess of 0.
[[nodiscard]] std::optional<Money> actualCost(const Price &price, const Usage &usage, const RequestTerms &asked = {});

} // namespace Tempera
