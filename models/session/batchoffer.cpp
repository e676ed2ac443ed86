// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchoffer.h"

#include "models/pricing/ratecard.h"
#include "models/session/preflight.h"
#include "models/session/worstcase.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The most that a request may cost in a batch.
Cost worstInBatch(GenerationRequest request)
{
    request.endpoint.body.insert(u"service_tier"_s, "\"" + QByteArray(BatchTier.latin1()) + "\"");
    return worstCase(request);
}

} // namespace

Result<BatchOffer> batchOffer(std::vector<GenerationRequest> requests, const BatchService &service)
{
    Result<std::vector<BatchOrder>> orders = service.orders(std::move(requests));
    if (!orders)
        return std::unexpected(orders.error());
    if (orders->empty())
        return failure(ErrorKind::Usage, QCoreApplication::translate("Batch", "There is no request to send."));
    BatchOffer offer;
    offer.orders = *std::move(orders);
    EstimateSum all;
    EstimateSum plain;
    for (const BatchOrder &order : offer.orders) {
        EstimateSum sum;
        for (const GenerationRequest &request : order.requests) {
            PlannedRequest planned = plannedRequest(request, {.serviceTier = BatchTier});
            sum.add(planned);
            all.add(planned);
            planned.terms = {.serviceTier = askedServiceTier(request.endpoint)};
            plain.add(planned);
        }
        offer.costs.push_back(sum.estimate());
    }
    offer.atBatchPrice = all.estimate();
    offer.oneByOne = plain.estimate();
    return offer;
}

std::optional<Error> overBudget(const BatchOffer &offer, const Budget &limits, const SpentBefore &before, bool acceptsUnknownCost)
{
    if (limits.isUnlimited())
        return std::nullopt;
    BudgetMeter meter(limits, before, acceptsUnknownCost);
    for (const BatchOrder &order : offer.orders) {
        for (const GenerationRequest &request : order.requests) {
            const Cost worst = worstInBatch(request);
            BudgetDecision decision = meter.decide(budgetEndpoint(request), worst);
            if (decision.verdict == BudgetVerdict::Go) {
                meter.settle(meter.claim(budgetEndpoint(request), worst), std::nullopt); // counts as spent, whole
                continue;
            }
            if (decision.verdict == BudgetVerdict::Wait)
                decision.verdict = BudgetVerdict::Stop;
            return failure(ErrorKind::Budget, budgetDecisionText(decision)).error();
        }
    }
    return std::nullopt;
}

} // namespace Tempera
