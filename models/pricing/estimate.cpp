// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/estimate.h"

#include <QCoreApplication>

#include <algorithm>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The most that one answer can have: the request's limit, the model's, and what the context leaves.
std::optional<qint64> outputLimit(const PlannedRequest &request)
{
    std::optional<qint64> limit;
    const auto lower = [&limit](std::optional<qint64> other) {
        if (other)
            limit = limit ? std::min(*limit, *other) : *other;
    };
    lower(request.tokens.maxOutputTokens);
    lower(request.capabilities.maxOutputTokens);
    if (request.capabilities.contextTokens)
        lower(std::max<qint64>(0, *request.capabilities.contextTokens - request.tokens.inputTokens));
    return limit;
}

/// What so many tokens cost; nothing where an amount or a price is missing, also one of output that there may not be.
std::optional<Cost> costAtTokens(const RateCards &rates, qint64 inputTokens, std::optional<qint64> outputTokens)
{
    std::optional<Cost> cost;
    const Usage usage{.inputTokens = inputTokens, .cachedInputTokens = {}, .outputTokens = outputTokens, .reasoningTokens = {}};
    for (const UnitPrices &card : rates.cards) {
        const Cost one = costOn(card, usage);
        cost = cost ? cost->unitedWith(one, rates.open) : one;
        if (!card.outputPerMillion)
            return std::nullopt;
    }
    return cost && cost->isKnown() ? cost : std::nullopt;
}

/// Sums that become unknown with their first unknown part.
template<typename T>
void addOrForget(std::optional<T> &sum, const std::optional<T> &more)
{
    if (!sum || !more)
        sum.reset();
    else if constexpr (std::is_integral_v<T>)
        sum = Saturated::sum(*sum, *more);
    else
        *sum += *more;
}

} // namespace

void EstimateSum::add(const PlannedRequest &request)
{
    const TokenEstimate &tokens = request.tokens;
    ++m_sum.requests;
    m_sum.inputTokens = Saturated::sum(m_sum.inputTokens, tokens.inputTokens);
    if (tokens.exactness == Exactness::Estimate)
        m_sum.exactness = Exactness::Estimate;
    const std::optional<qint64> limit = outputLimit(request);
    addOrForget(m_sum.maxOutput, limit);

    const qint64 expected = std::min(tokens.expectedOutput.value_or(0), limit.value_or(tokens.expectedOutput.value_or(0)));
    const RateCards rates = rateCards(request.capabilities.price, tokens.inputTokens, request.terms);
    const std::optional<Cost> least = costAtTokens(rates, tokens.inputTokens, expected);
    if (!least) {
        ++m_sum.unknownPrices;
        m_sum.high.reset();
        return;
    }
    m_low += least->low();
    const std::optional<Cost> most = costAtTokens(rates, tokens.inputTokens, limit);
    addOrForget(m_sum.high, most ? std::optional(most->high()) : std::nullopt);
}

CostEstimate EstimateSum::estimate() const
{
    CostEstimate sum = m_sum;
    if (sum.requests == 0 || sum.unknownPrices < sum.requests)
        sum.low = m_low;
    return sum;
}

CostEstimate estimateRun(const std::vector<PlannedRequest> &requests)
{
    EstimateSum sum;
    for (const PlannedRequest &request : requests)
        sum.add(request);
    return sum.estimate();
}

QString costEstimateText(const CostEstimate &estimate)
{
    if (!estimate.low)
        return moneyText(std::nullopt);
    QString text = estimate.exactness == Exactness::Estimate && *estimate.low > Money() ? u"≈ "_s : QString();
    if (!estimate.high && estimate.low->isBeyond())
        text += estimate.low->text();
    else if (!estimate.high)
        text += QCoreApplication::translate("CostEstimate", "%1 or more").arg(estimate.low->text());
    else if (*estimate.high == *estimate.low)
        text += estimate.low->text();
    else
        text += estimate.low->text() + u"–"_s + estimate.high->text();
    if (estimate.unknownPrices > 0)
        text += u", "_s + QCoreApplication::translate("CostEstimate", "unknown prices: %1").arg(estimate.unknownPrices);
    return text;
}

std::optional<Money> actualCost(const Price &price, const Usage &usage, const RequestTerms &asked)
{
    if (usage.toldCost)
        return usage.toldCost;
    const Cost cost = costOfAnswer(price, usage, asked);
    return cost.kind() == Cost::Kind::Exact ? std::optional(cost.low()) : std::nullopt;
}

} // namespace Tempera
