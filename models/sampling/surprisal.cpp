// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/surprisal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Tempera {
namespace {

/// Never −0 of a sure token.
double surprisalBits(double probability)
{
    return probability >= 1 ? 0 : -std::log2(probability);
}

} // namespace

TokenSurprise tokenSurprise(const TokenFacts &facts)
{
    TokenSurprise surprise;
    if (facts.isProbabilityKnown())
        surprise.surprisal = Bounds{surprisalBits(facts.probability.high), surprisalBits(facts.probability.low)};
    if (facts.isEntropyKnown())
        surprise.entropy = Bounds{facts.entropy.low / std::numbers::ln2, facts.entropy.high / std::numbers::ln2};
    return surprise;
}

Bounds TextLikelihood::meanSurprisal() const
{
    // 0 − x: never −0.
    return {0 - meanLogProbability.high / std::numbers::ln2, 0 - meanLogProbability.low / std::numbers::ln2};
}

Bounds TextLikelihood::perplexity() const
{
    return {std::exp(-meanLogProbability.high), std::exp(-meanLogProbability.low)};
}

TextLikelihood textLikelihood(std::span<const TokenSurprise> tokens)
{
    TextLikelihood likelihood;
    Bounds bits;
    for (const TokenSurprise &token : tokens) {
        if (!token.surprisal) {
            ++likelihood.unknown;
            continue;
        }
        ++likelihood.tokens;
        bits.low += token.surprisal->low;
        bits.high += token.surprisal->high;
    }
    if (likelihood.tokens > 0) {
        const double scale = std::numbers::ln2 / likelihood.tokens;
        likelihood.meanLogProbability = {0 - bits.high * scale, 0 - bits.low * scale};
    }
    return likelihood;
}

std::vector<ProbabilityDrop> sharpestDrops(std::span<const TokenSurprise> tokens, std::size_t most)
{
    std::vector<ProbabilityDrop> drops;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const std::optional<Bounds> &before = tokens[i - 1].surprisal;
        const std::optional<Bounds> &here = tokens[i].surprisal;
        if (!before || !here || !std::isfinite(before->middle()))
            continue;
        const double bits = here->middle() - before->middle();
        if (bits >= leastDropBits)
            drops.push_back({static_cast<int>(i), bits, std::exp2(-before->middle()), std::exp2(-here->middle())});
    }
    const auto end = drops.begin() + static_cast<std::ptrdiff_t>(std::min(most, drops.size()));
    const auto sharper = [](const ProbabilityDrop &a, const ProbabilityDrop &b) {
        return a.bits != b.bits ? a.bits > b.bits : a.token < b.token;
    };
    std::ranges::partial_sort(drops, end, sharper);
    drops.erase(end, drops.end());
    return drops;
}

std::vector<TimelineColumn> timelineColumns(std::span<const TokenSurprise> tokens, int most)
{
    std::vector<TimelineColumn> columns;
    if (most <= 0)
        return columns;
    const std::size_t count = std::min(tokens.size(), static_cast<std::size_t>(most));
    columns.reserve(count);
    for (std::size_t column = 0; column < count; ++column) {
        const std::size_t first = column * tokens.size() / count;
        const std::size_t end = (column + 1) * tokens.size() / count;
        TimelineColumn shown{static_cast<int>(first), static_cast<int>(end) - 1, {}, {}};
        double entropy = 0;
        int known = 0;
        for (const TokenSurprise &token : tokens.subspan(first, end - first)) {
            if (token.surprisal)
                shown.surprisal = std::max(shown.surprisal.value_or(0), token.surprisal->middle());
            if (token.entropy) {
                entropy += token.entropy->middle();
                ++known;
            }
        }
        if (known > 0)
            shown.entropy = entropy / known;
        columns.push_back(shown);
    }
    return columns;
}

std::optional<double> meanLogProbabilityOf(const Trace &trace)
{
    std::vector<TokenSurprise> tokens;
    for (const auto &token : trace)
        tokens.push_back(tokenSurprise(tokenFacts(*token)));
    const TextLikelihood likelihood = textLikelihood(tokens);
    if (likelihood.tokens == 0)
        return std::nullopt;
    return (likelihood.meanLogProbability.low + likelihood.meanLogProbability.high) / 2;
}

} // namespace Tempera
