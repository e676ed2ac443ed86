// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/worstcase.h"

#include "models/pricing/ratecard.h"
#include "models/text/tokencounter.h"

#include <algorithm>

namespace Tempera {
namespace {

/// What frames a message, and what a template puts around them all, at most.
constexpr std::int64_t framingOfMessage = 16;
constexpr std::int64_t framingOfPrompt = 64;

std::int64_t bytesBeside(const GenerationRequest &request)
{
    std::int64_t bytes = request.sampling.jsonSchema.size() + request.sampling.grammar.size();
    for (auto it = request.endpoint.body.begin(); it != request.endpoint.body.end(); ++it)
        bytes += it.value().size(); // tools and schemas are input too
    return bytes;
}

/// No request has more input tokens; nothing where that cannot be said.
std::optional<std::int64_t> mostInput(const GenerationRequest &request, const Capabilities &capabilities, InputBound bound)
{
    if (!holdOnlyText(request.messages))
        return capabilities.contextTokens;
    std::int64_t tokens = 0;
    const auto encoding = bound == InputBound::Tokens ? BpeEncoding::load(capabilities.encoding)
                                                      : Result<std::shared_ptr<const BpeEncoding>>(nullptr);
    for (const Message &message : request.messages) {
        const QByteArray text = message.text.toUtf8();
        tokens += encoding && *encoding ? (*encoding)->count(text) : text.size();
        tokens += framingOfMessage;
    }
    tokens += framingOfPrompt + bytesBeside(request);
    return capabilities.contextTokens ? std::min(tokens, *capabilities.contextTokens) : tokens;
}

std::optional<std::int64_t> mostOutput(const GenerationRequest &request, const Capabilities &capabilities)
{
    const QString wire = providerOf(request).wire;
    if (wire == openAiEmbeddingsWire || wire == openAiModerationWire || wire == classificationWire)
        return 0; // what comes is no text
    std::optional<std::int64_t> limit;
    const auto lower = [&limit](std::optional<std::int64_t> other) {
        if (other)
            limit = limit ? std::min(*limit, *other) : *other;
    };
    if (request.sampling.maxTokens.value_or(-1) >= 0)
        lower(*request.sampling.maxTokens);
    lower(capabilities.maxOutputTokens);
    lower(capabilities.contextTokens);
    return limit;
}

/// Whoever does not know whether a cache is written pays for writing.
UnitPrices dearest(UnitPrices card)
{
    if (card.inputPerMillion && card.cacheWrite5mPerMillion)
        card.inputPerMillion = std::max(*card.inputPerMillion, *card.cacheWrite5mPerMillion);
    return card;
}

} // namespace

Cost worstCase(const GenerationRequest &request, InputBound bound)
{
    const Capabilities capabilities = providerOf(request).capabilities;
    const RateCards rates = rateCards(capabilities.price, std::nullopt, {.serviceTier = askedServiceTier(request.endpoint)});
    if (rates.cards.isEmpty())
        return Cost::unknown(rates.open);
    const auto isFree = [](const UnitPrices &card) {
        return card.inputPerMillion == Money() && card.outputPerMillion == Money() && !card.perRequest && !card.perHour;
    };
    if (std::ranges::all_of(rates.cards, isFree))
        return Cost::exact(Money());
    Usage usage;
    usage.inputTokens = mostInput(request, capabilities, bound);
    usage.outputTokens = mostOutput(request, capabilities);
    if (!usage.inputTokens)
        return Cost::unknown(CostReason::EstimatedTokens);
    if (!usage.outputTokens)
        return Cost::unknown(CostReason::NoOutputLimit);
    std::optional<Cost> worst;
    for (const UnitPrices &card : rates.cards) {
        const Cost one = costOn(dearest(card), usage);
        worst = worst ? worst->unitedWith(one, rates.open) : one;
    }
    return *worst;
}

QString budgetEndpoint(const GenerationRequest &request)
{
    const QString key = providerOf(request).capabilities.provider;
    return key.isEmpty() ? request.endpoint.baseUrl.host() : key;
}

} // namespace Tempera
