// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/estimate.h"

#include <QCoreApplication>

#include <algorithm>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The prices that hold for one request.
struct Rates {
    std::optional<Money> input;
    std::optional<Money> output;
    std::optional<Money> cachedInput;
    std::optional<Money> cacheWrite5m;
    std::optional<Money> cacheWrite1h;
};

Rates ratesFor(const Price &price, std::int64_t inputTokens)
{
    Rates rates{price.inputPerMillion, price.outputPerMillion, price.cachedInputPerMillion, price.cacheWrite5mPerMillion,
                price.cacheWrite1hPerMillion};
    for (const PriceTier &tier : price.tiers) {
        if (inputTokens > tier.inputTokensAbove)
            rates = {tier.inputPerMillion, tier.outputPerMillion, tier.cachedInputPerMillion, tier.cacheWrite5mPerMillion,
                     tier.cacheWrite1hPerMillion};
    }
    return rates;
}

/// 0 when either side is known to be 0; nothing when what is needed is not known.
std::optional<Money> part(const std::optional<Money> &perMillion, const std::optional<std::int64_t> &tokens)
{
    if (tokens && *tokens < 0)
        return std::nullopt;
    if ((perMillion && *perMillion == Money()) || (tokens && *tokens == 0))
        return Money();
    if (!perMillion || !tokens)
        return std::nullopt;
    return moneyForTokens(*perMillion, *tokens);
}

/// What is read from a cache has its own price where that is known, else the full one. What is written into one is dearer
/// than other input; without its price the cost is not known.
std::optional<Money> inputCost(const Rates &rates, const Usage &usage)
{
    if (!usage.inputTokens || *usage.inputTokens < 0)
        return part(rates.input, usage.inputTokens);
    const bool isFree = rates.input == Money();
    std::int64_t rest = *usage.inputTokens;
    std::optional<Money> sum = Money();
    const auto take = [&](std::int64_t tokens, const std::optional<Money> &perMillion) {
        const std::int64_t count = std::clamp<std::int64_t>(tokens, 0, rest);
        rest -= count;
        const std::optional<Money> cost = part(isFree && !perMillion ? rates.input : perMillion, count);
        sum = sum && cost ? std::optional(*sum + *cost) : std::nullopt;
    };
    take(usage.cachedInputTokens.value_or(0), rates.cachedInput ? rates.cachedInput : rates.input);
    take(usage.cacheWrite5mTokens.value_or(0), rates.cacheWrite5m);
    take(usage.cacheWrite1hTokens.value_or(0), rates.cacheWrite1h);
    take(rest, rates.input);
    return sum;
}

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

    const Rates rates = ratesFor(request.capabilities.price, tokens.inputTokens);
    const std::optional<Money> input = part(rates.input, tokens.inputTokens);
    if (!input || !rates.output) {
        ++m_sum.unknownPrices;
        m_sum.high.reset();
        return;
    }
    const qint64 expected = std::min(tokens.expectedOutput.value_or(0), limit.value_or(tokens.expectedOutput.value_or(0)));
    m_low += *input + part(rates.output, expected).value_or(Money());
    const std::optional<Money> most = part(rates.output, limit);
    addOrForget(m_sum.high, most ? std::optional(*input + *most) : std::nullopt);
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

std::optional<Money> actualCost(const Price &price, const Usage &usage)
{
    // Without a count of the input nobody knows which tier holds.
    if (!usage.inputTokens && !price.tiers.isEmpty())
        return std::nullopt;
    const Rates rates = ratesFor(price, usage.inputTokens.value_or(0));
    const std::optional<Money> input = inputCost(rates, usage);
    const std::optional<Money> output = part(rates.output, usage.outputTokens);
    return input && output ? std::optional(*input + *output) : std::nullopt;
}

} // namespace Tempera
