// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/job.h"

#include "models/pricing/ratecard.h"
#include "models/stats/skewedmean.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Tempera {
namespace {

/// Rate cards by rising length of the input: they change only at the bounds of the price.
class CardsByLength
{
public:
    CardsByLength(const Price &price, const RequestTerms &terms) : m_price(price), m_terms(terms) { }

    const RateCards &at(std::int64_t inputTokens)
    {
        if (inputTokens >= m_from && inputTokens < m_until)
            return m_cards;
        m_from = std::numeric_limits<std::int64_t>::min();
        m_until = std::numeric_limits<std::int64_t>::max();
        for (const PriceRecord &record : m_price.records) {
            const std::int64_t bound = record.when.inputFrom;
            if (bound <= inputTokens)
                m_from = std::max(m_from, bound);
            else
                m_until = std::min(m_until, bound);
        }
        m_cards = rateCards(m_price, inputTokens, m_terms);
        return m_cards;
    }

private:
    const Price &m_price;
    RequestTerms m_terms;
    RateCards m_cards;
    std::int64_t m_from = 1; // nothing lies in it
    std::int64_t m_until = 0;
};

/// What of a request's input is with the provider's cache.
enum class CacheCharge { None, Writes, Reads };

bool isFreeCard(const UnitPrices &card)
{
    return card.inputPerMillion == Money() && card.outputPerMillion == Money() && !card.perRequest && !card.perHour;
}

/// The least and the most that a request may cost.
class JobPricer
{
public:
    JobPricer(const JobQuestion &question, JobWay way)
        : m_question(question),
          m_terms(termsOf(question, way)),
          m_cards(question.model.price, m_terms),
          m_isCaching(way == JobWay::Cached && question.sharedPrefix >= question.leastCachedPrefix && question.sharedPrefix > 0)
    {
    }

    [[nodiscard]] bool isCaching() const { return m_isCaching; }

    /// Between `least` and `most` tokens of output; nothing = no limit.
    [[nodiscard]] Cost of(std::int64_t input, std::int64_t least, std::optional<std::int64_t> most,
                          CacheCharge use = CacheCharge::None)
    {
        const RateCards &rates = m_cards.at(input);
        if (rates.cards.isEmpty())
            return Cost::unknown(rates.open);
        if (!most && std::ranges::all_of(rates.cards, isFreeCard))
            return Cost::exact(Money()); // however long it is
        if (!most)
            return Cost::unknown(CostReason::NoOutputLimit);
        std::optional<Cost> cost;
        for (const UnitPrices &card : rates.cards) {
            for (const std::int64_t output : {least, *most}) {
                const Cost one = onCard(card, input, output, use);
                cost = cost ? cost->unitedWith(one, least == *most ? rates.open : rates.open | CostReason::OpenOutput) : one;
            }
        }
        return *cost;
    }

    /// The longest answer that there can be after so much input.
    [[nodiscard]] std::optional<std::int64_t> limit(std::int64_t input) const
    {
        std::optional<std::int64_t> limit;
        const auto lower = [&limit](std::optional<std::int64_t> other) {
            if (other)
                limit = limit ? std::min(*limit, *other) : *other;
        };
        lower(m_question.output.cap);
        lower(m_question.model.maxOutputTokens);
        if (m_question.model.contextTokens)
            lower(std::max<std::int64_t>(0, *m_question.model.contextTokens - input));
        return limit;
    }

private:
    static RequestTerms termsOf(const JobQuestion &question, JobWay way)
    {
        RequestTerms terms = question.terms;
        if (way == JobWay::Batch)
            terms.serviceTier = BatchTier;
        return terms;
    }

    [[nodiscard]] Cost onCard(const UnitPrices &card, std::int64_t input, std::int64_t output, CacheCharge use) const
    {
        Usage usage{.inputTokens = input, .cachedInputTokens = {}, .outputTokens = output, .reasoningTokens = {}};
        if (use != CacheCharge::None && !card.cachedInputPerMillion && card.inputPerMillion != Money())
            return Cost::unknown(CostReason::NoUnitPrice);
        if (use == CacheCharge::Reads)
            usage.cachedInputTokens = m_question.sharedPrefix;
        else if (use == CacheCharge::Writes && card.cacheWrite5mPerMillion)
            usage.cacheWrite5mTokens = m_question.sharedPrefix;
        return costOn(card, usage, m_terms.machineTime);
    }

    const JobQuestion &m_question;
    RequestTerms m_terms;
    CardsByLength m_cards;
    bool m_isCaching;
};

/// Cost of the counted requests; `output` tells the least and the most of an answer after so much input.
template<typename OutputRange>
Cost jobSumOf(const JobCounts &counts, JobPricer &pricer, const OutputRange &output)
{
    CostSum sum;
    bool isFirst = pricer.isCaching();
    for (const JobCounts::Group &group : counts.groups()) {
        const auto [least, most] = output(group.tokens);
        std::int64_t rest = group.requests;
        if (isFirst) { // somebody has to write into the cache
            sum.add(pricer.of(group.tokens, least, most, CacheCharge::Writes));
            isFirst = false;
            --rest;
        }
        if (rest > 0)
            sum.add(pricer.of(group.tokens, least, most, pricer.isCaching() ? CacheCharge::Reads : CacheCharge::None), rest);
    }
    return sum.unknownCount() > 0 ? Cost::unknown(sum.unknownReasons()) : sum.known();
}

/// What the output of all requests costs, drawn from a sample.
Cost sampledOutput(const JobQuestion &question, JobPricer &pricer, std::int64_t requests)
{
    std::vector<double> least;
    std::vector<double> most;
    for (const JobAnswer &answer : question.output.answers) {
        const Cost with = pricer.of(answer.inputTokens, answer.outputTokens, answer.outputTokens);
        const Cost without = pricer.of(answer.inputTokens, 0, 0);
        if (!with.isKnown() || !without.isKnown())
            return with.isKnown() ? without : with;
        least.push_back(static_cast<double>(with.low().nano() - without.low().nano()));
        most.push_back(static_cast<double>(with.high().nano() - without.high().nano()));
    }
    const std::int64_t population = question.output.isPilot ? requests : EndlessPopulation;
    const std::optional<IntervalEstimate> low = skewedMean(least, population);
    const std::optional<IntervalEstimate> high = skewedMean(most, population);
    if (!low || !high)
        return Cost::unknown(CostReason::OpenOutput);
    const auto whole = [requests](double each) {
        return Money::fromNano(Saturated::rounded(std::max(0.0, each) * static_cast<double>(requests)));
    };
    return Cost::between(whole(low->interval.low), whole(high->interval.high), CostReason::FromPilot);
}

Cost costOfWay(const JobCounts &counts, const JobQuestion &question, JobWay way)
{
    JobPricer pricer(question, way);
    const JobOutput &output = question.output;
    const std::int64_t requests = question.requests.value_or(counts.requests());
    const auto scaled = [&](const Cost &cost) { return counts.requests() > 0 ? cost.scaled(requests, counts.requests()) : cost; };
    using Range = std::pair<std::int64_t, std::optional<std::int64_t>>;
    Cost cost;
    if (output.each) {
        cost = scaled(jobSumOf(counts, pricer, [&](std::int64_t) { return Range{*output.each, output.each}; }));
    } else if (output.answers.size() > 1) {
        const Cost input = scaled(jobSumOf(counts, pricer, [](std::int64_t) { return Range{0, 0}; }));
        const Cost answers = sampledOutput(question, pricer, requests);
        CostSum both;
        both.add(input);
        both.add(answers);
        cost = both.unknownCount() > 0 ? Cost::unknown(both.unknownReasons()) : both.known();
    } else {
        cost = scaled(jobSumOf(counts, pricer, [&](std::int64_t input) { return Range{0, pricer.limit(input)}; }));
    }
    if (counts.exactness() == Exactness::Estimate && cost.isKnown() && cost.high() > Money())
        return Cost::between(cost.low(), cost.high(), cost.reasons() | CostReason::EstimatedTokens);
    return cost;
}

QList<TierCount> jobTiersOf(const JobCounts &counts, const JobQuestion &question)
{
    QList<TierCount> tiers;
    for (const PriceRecord &record : question.model.price.records) {
        const bool isOurs = record.when.inputFrom > 0
                            && (record.when.serviceTier == question.terms.serviceTier || record.when.serviceTier == AnyTier);
        const TierCount tier{record.when.inputFrom, counts.longerThan(record.when.inputFrom - 1)};
        if (isOurs && !tiers.contains(tier))
            tiers += tier;
    }
    std::ranges::sort(tiers, std::ranges::greater(), &TierCount::inputFrom);
    return tiers;
}

std::optional<std::chrono::seconds> jobTime(const JobCounts &counts, const JobQuestion &question, std::int64_t requests)
{
    constexpr double secondsOfMinute = 60; // multiplied by first: what is a whole number of seconds stays one
    if (!question.requestsPerMinute && !question.tokensPerMinute)
        return std::nullopt;
    double seconds = 0;
    if (question.requestsPerMinute)
        seconds = secondsOfMinute * static_cast<double>(requests) / *question.requestsPerMinute;
    if (question.tokensPerMinute) {
        // A limiter counts the input and what the answer may have.
        const double answer = static_cast<double>(question.output.each.value_or(question.output.cap.value_or(0)));
        const double share = counts.requests() > 0 ? static_cast<double>(requests) / static_cast<double>(counts.requests()) : 0;
        const double tokens = static_cast<double>(counts.total()) * share + answer * static_cast<double>(requests);
        seconds = std::max(seconds, secondsOfMinute * tokens / *question.tokensPerMinute);
    }
    return std::chrono::seconds(Saturated::rounded(std::ceil(seconds)));
}

std::optional<double> meanOutputOf(const JobOutput &output)
{
    if (output.each)
        return static_cast<double>(*output.each);
    if (output.answers.size() < 2)
        return std::nullopt;
    double sum = 0;
    for (const JobAnswer &answer : output.answers)
        sum += static_cast<double>(answer.outputTokens);
    return sum / static_cast<double>(output.answers.size());
}

} // namespace

const Cost &JobFigures::of(JobWay way) const
{
    switch (way) {
    case JobWay::Standard: return standard;
    case JobWay::Cached: return cached;
    case JobWay::Batch: return batch;
    }
    Q_UNREACHABLE_RETURN(standard);
}

Cost JobFigures::perThousand(JobWay way) const
{
    constexpr std::int64_t thousand = 1000;
    if (requests <= 0)
        return Cost::exact(Money());
    const Cost scaledCost = of(way).scaled(thousand, requests);
    return scaledCost.isKnown() ? Cost::between(scaledCost.low(), scaledCost.high(), of(way).reasons()) : scaledCost;
}

JobFigures jobFigures(const JobCounts &counts, const JobQuestion &question)
{
    JobFigures made;
    made.requests = question.requests.value_or(counts.requests());
    made.inputTokens = made.requests == counts.requests() || counts.requests() == 0
                           ? counts.total()
                           : Saturated::rounded(static_cast<double>(counts.total()) * static_cast<double>(made.requests)
                                                / static_cast<double>(counts.requests()));
    JobQuestion inputOnly = question;
    inputOnly.output = {.each = 0};
    made.input = costOfWay(counts, inputOnly, JobWay::Standard);
    made.standard = costOfWay(counts, question, JobWay::Standard);
    made.cached = costOfWay(counts, question, JobWay::Cached);
    made.batch = costOfWay(counts, question, JobWay::Batch);
    for (const JobWay way : {JobWay::Cached, JobWay::Batch}) {
        const Cost &other = made.of(way);
        if (other.isKnown() && (!made.of(made.cheapest).isKnown() || other.middle() < made.of(made.cheapest).middle()))
            made.cheapest = way;
    }
    if (question.model.contextTokens)
        made.pastContext = counts.longerThan(*question.model.contextTokens);
    made.tiers = jobTiersOf(counts, question);
    made.outputTokens = meanOutputOf(question.output);
    made.time = jobTime(counts, question, made.requests);
    return made;
}

} // namespace Tempera
