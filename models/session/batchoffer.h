// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/batchservice.h"
#include "models/pricing/budget.h"
#include "models/pricing/estimate.h"

#include <optional>
#include <vector>

namespace Tempera {

/// The batches of a run before they are sent, and what they will cost.
struct BatchOffer {
    std::vector<BatchOrder> orders;
    std::vector<CostEstimate> costs; ///< Of each of them, at batch price.
    CostEstimate atBatchPrice;       ///< Of all.
    CostEstimate oneByOne;           ///< What the same requests would cost as a run.
};

/// Takes time with the length of the prompts; any thread. Errors are those of BatchService::orders(), and Usage where nothing is to
/// be sent.
[[nodiscard]] Result<BatchOffer> batchOffer(std::vector<GenerationRequest> requests, const BatchService &service);

/// Why limits on money forbid it (Budget); nothing where they do not. A batch cannot be ended at a limit, so the most that all of it
/// may cost has to fit. Takes time with the length of the prompts; any thread.
[[nodiscard]] std::optional<Error> overBudget(const BatchOffer &offer, const Budget &limits, const SpentBefore &before,
                                              bool acceptsUnknownCost);

} // namespace Tempera
