// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/ratecard.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

enum class Holds { No, Perhaps, Yes };

Holds holdsInTime(const PriceConditions &when, const QDateTime &time)
{
    const bool depends = when.from.isValid() || when.until.isValid() || when.hours;
    if (!depends)
        return Holds::Yes;
    if (!time.isValid())
        return Holds::Perhaps;
    const QDateTime utc = time.toUTC();
    if ((when.from.isValid() && utc.date() < when.from) || (when.until.isValid() && utc.date() >= when.until))
        return Holds::No;
    const int minute = utc.time().hour() * 60 + utc.time().minute();
    return !when.hours || when.hours->contains(minute) ? Holds::Yes : Holds::No;
}

Holds holdsForInput(const PriceConditions &when, std::optional<std::int64_t> inputTokens)
{
    if (when.inputFrom <= 0)
        return Holds::Yes;
    if (!inputTokens)
        return Holds::Perhaps;
    return *inputTokens >= when.inputFrom ? Holds::Yes : Holds::No;
}

bool isForTier(const QString &condition, const QString &tier)
{
    return condition == AnyTier || condition == tier;
}

bool hasAnyPrice(const UnitPrices &prices)
{
    return prices != UnitPrices();
}

/// 0 when either side is known to be 0; nothing when what is needed is not known.
std::optional<Money> priceOfTokens(const std::optional<Money> &perMillion, const std::optional<std::int64_t> &tokens)
{
    if (tokens && *tokens < 0)
        return std::nullopt;
    if ((perMillion && *perMillion == Money()) || (tokens && *tokens == 0))
        return Money();
    if (!perMillion || !tokens)
        return std::nullopt;
    return moneyForTokens(*perMillion, *tokens);
}

/// Takes parts of a whole, each at a price of its own.
class SharedOut
{
public:
    SharedOut(std::int64_t whole, bool isFree) : m_rest(whole), m_isFree(isFree) { }

    void take(std::int64_t tokens, const std::optional<Money> &perMillion)
    {
        const std::int64_t count = std::clamp<std::int64_t>(tokens, 0, m_rest);
        m_rest -= count;
        const std::optional<Money> cost = priceOfTokens(m_isFree && !perMillion ? std::optional(Money()) : perMillion, count);
        m_sum = m_sum && cost ? std::optional(*m_sum + *cost) : std::nullopt;
    }
    [[nodiscard]] std::int64_t rest() const { return m_rest; }
    [[nodiscard]] const std::optional<Money> &sum() const { return m_sum; }

private:
    std::int64_t m_rest;
    bool m_isFree;
    std::optional<Money> m_sum = Money();
};

const std::optional<Money> &orElse(const std::optional<Money> &price, const std::optional<Money> &other)
{
    return price ? price : other;
}

std::optional<Money> inputCost(const UnitPrices &card, const Usage &usage)
{
    if (!usage.inputTokens || *usage.inputTokens < 0)
        return priceOfTokens(card.inputPerMillion, usage.inputTokens);
    SharedOut input(*usage.inputTokens, card.inputPerMillion == Money());
    input.take(usage.cachedInputTokens.value_or(0), orElse(card.cachedInputPerMillion, card.inputPerMillion));
    input.take(usage.cacheWrite5mTokens.value_or(0), card.cacheWrite5mPerMillion);
    input.take(usage.cacheWrite1hTokens.value_or(0), card.cacheWrite1hPerMillion);
    input.take(usage.imageTokens.value_or(0), orElse(card.imagePerMillion, card.inputPerMillion));
    input.take(usage.audioInputTokens.value_or(0), card.audioInputPerMillion);
    input.take(input.rest(), card.inputPerMillion);
    return input.sum();
}

std::optional<Money> outputCost(const UnitPrices &card, const Usage &usage)
{
    if (!usage.outputTokens || *usage.outputTokens < 0)
        return priceOfTokens(card.outputPerMillion, usage.outputTokens);
    SharedOut output(*usage.outputTokens, card.outputPerMillion == Money());
    // One price for all of it, unless the card says otherwise; it is rounded once.
    if (card.reasoningPerMillion)
        output.take(usage.reasoningTokens.value_or(0), card.reasoningPerMillion);
    output.take(usage.audioOutputTokens.value_or(0), card.audioOutputPerMillion);
    output.take(output.rest(), card.outputPerMillion);
    return output.sum();
}

/// Rounded up to a nano-dollar, as all is.
std::optional<Money> timeCost(const std::optional<Money> &perHour, std::optional<std::chrono::microseconds> time)
{
    if (!perHour || *perHour == Money())
        return Money();
    if (!time || time->count() < 0)
        return std::nullopt;
    constexpr std::int64_t hour = std::chrono::microseconds(std::chrono::hours(1)).count();
    const Saturated::Wide exact = Saturated::Wide{perHour->nano()} * time->count();
    return Money::fromNano(Saturated::number(exact / hour + (exact % hour > 0 ? 1 : 0)));
}

} // namespace

RateCards rateCards(const Price &price, std::optional<std::int64_t> inputTokens, const RequestTerms &terms)
{
    RateCards found;
    bool isForIt = false;
    for (const PriceRecord &record : price.records) {
        const PriceConditions &when = record.when;
        if (!isForTier(when.serviceTier, terms.serviceTier) || (!when.region.isEmpty() && when.region != terms.region))
            continue;
        isForIt = true;
        const Holds input = holdsForInput(when, inputTokens);
        const Holds time = holdsInTime(when, terms.when);
        if (input == Holds::No || time == Holds::No)
            continue;
        found.cards += record.prices;
        if (input == Holds::Yes && time == Holds::Yes)
            return found;
        found.open |= input == Holds::Perhaps ? CostReason::NoUsage : CostReason::OpenTime;
    }
    const bool isFree = price.records.isEmpty() && price.inputPerMillion == Money() && price.outputPerMillion == Money();
    if (terms.serviceTier.isEmpty() || isFree) {
        if (hasAnyPrice(price))
            found.cards += price;
        else if (found.cards.isEmpty())
            found.open = CostReason::NoPrice;
    } else if (found.cards.isEmpty()) {
        found.open = hasAnyPrice(price) || isForIt ? CostReason::NoTierPrice : CostReason::NoPrice;
    }
    return found;
}

Cost costOn(const UnitPrices &card, const Usage &usage, std::optional<std::chrono::microseconds> machineTime)
{
    const std::optional<Money> input = inputCost(card, usage);
    const std::optional<Money> output = outputCost(card, usage);
    const std::optional<Money> time = timeCost(card.perHour, machineTime);
    if (input && output && time)
        return Cost::exact(*input + *output + *time + card.perRequest.value_or(Money()));
    if (!time)
        return Cost::unknown(CostReason::OpenDuration);
    const bool isTold = usage.inputTokens && usage.outputTokens && *usage.inputTokens >= 0 && *usage.outputTokens >= 0;
    if (!isTold)
        return Cost::unknown(CostReason::NoUsage);
    return Cost::unknown(card.inputPerMillion && card.outputPerMillion ? CostReason::NoUnitPrice : CostReason::NoPrice);
}

Cost costOfAnswer(const Price &price, const Usage &usage, RequestTerms asked)
{
    if (usage.serviceTier)
        asked.serviceTier = *usage.serviceTier;
    const RateCards rates = rateCards(price, usage.inputTokens, asked);
    if (rates.cards.isEmpty())
        return Cost::unknown(rates.open);
    Cost cost = costOn(rates.cards.first(), usage, asked.machineTime);
    for (const UnitPrices &card : rates.cards)
        cost = cost.unitedWith(costOn(card, usage, asked.machineTime), rates.open);
    return cost;
}

std::optional<Money> prefixCacheSaving(const Price &price, const Usage &usage, const RequestTerms &asked)
{
    Usage plain = usage;
    plain.cachedInputTokens.reset();
    plain.cacheWrite5mTokens.reset();
    plain.cacheWrite1hTokens.reset();
    const Cost without = costOfAnswer(price, plain, asked);
    const Cost with = costOfAnswer(price, usage, asked);
    if (without.kind() != Cost::Kind::Exact || with.kind() != Cost::Kind::Exact)
        return std::nullopt;
    return without.low() - with.low();
}

QString askedServiceTier(const Endpoint &endpoint)
{
    const auto asked = [&endpoint](const QString &name) {
        const QByteArray value = endpoint.body.value(name, "null"_ba);
        // A JSON text alone is no document for every version of the parser.
        return QJsonDocument::fromJson("{\"tier\":" + value + '}').object().value("tier"_L1).toString();
    };
    if (asked(u"speed"_s) == "fast"_L1) // Anthropic's fast mode
        return u"fast"_s;
    const QString tier = asked(u"service_tier"_s);
    return serviceTierFromName(tier.isEmpty() ? asked(u"serviceTier"_s) : tier);
}

} // namespace Tempera
