// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/usagereading.h"

#include "models/core/price.h"

#include <QJsonObject>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostTierName = 64; ///< UTF-16 units of what names a service tier.

using Count = std::optional<std::int64_t>;

Count countAt(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return possibleTokens(value.isDouble() ? value.toInteger(-1) : -1);
}

/// The first of the names that is there; one with a dot lies in an object of that name.
Count firstCount(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const qsizetype dot = name.indexOf(u'.');
        const Count count =
            dot < 0 ? countAt(object, name) : countAt(object.value(name.first(dot)).toObject(), name.sliced(dot + 1));
        if (count)
            return count;
    }
    return {};
}

/// Anthropic's own names: what was read from the cache or written into it is beside the rest.
bool isAnthropics(const QJsonObject &object)
{
    return object.contains("input_tokens"_L1) && !object.contains("prompt_tokens"_L1)
           && (object.contains("cache_read_input_tokens"_L1) || object.contains("cache_creation_input_tokens"_L1));
}

} // namespace

Usage usageFromJson(const QJsonObject &object)
{
    Usage usage;
    Count input = firstCount(object, {"prompt_tokens"_L1, "input_tokens"_L1, "promptTokens"_L1, "inputTokens"_L1,
                                      "promptTokenCount"_L1, "prompt_eval_count"_L1});
    Count output = firstCount(object, {"completion_tokens"_L1, "output_tokens"_L1, "completionTokens"_L1, "outputTokens"_L1,
                                       "candidatesTokenCount"_L1, "eval_count"_L1});
    const Count cached = firstCount(object, {"prompt_tokens_details.cached_tokens"_L1, "input_tokens_details.cached_tokens"_L1,
                                             "prompt_cache_hit_tokens"_L1, "cache_read_input_tokens"_L1, "cached_tokens"_L1,
                                             "cachedInputTokens"_L1, "cacheReadInputTokens"_L1, "cachedContentTokenCount"_L1});
    const Count missed = firstCount(object, {"prompt_cache_miss_tokens"_L1});
    const Count reasoning =
        firstCount(object, {"completion_tokens_details.reasoning_tokens"_L1, "output_tokens_details.reasoning_tokens"_L1,
                            "output_tokens_details.thinking_tokens"_L1, "reasoning_tokens"_L1, "reasoningTokens"_L1,
                            "thoughtsTokenCount"_L1});
    const Count anyWrite = firstCount(object, {"cache_creation_input_tokens"_L1, "prompt_tokens_details.cache_write_tokens"_L1,
                                               "input_tokens_details.cache_write_tokens"_L1, "cacheWriteInputTokens"_L1});
    const Count hourWrite = firstCount(object, {"cache_creation.ephemeral_1h_input_tokens"_L1});
    Count shortWrite = firstCount(object, {"cache_creation.ephemeral_5m_input_tokens"_L1});
    if (!shortWrite && anyWrite)
        shortWrite = std::max<std::int64_t>(0, *anyWrite - hourWrite.value_or(0));
    const std::int64_t beside = cached.value_or(0) + shortWrite.value_or(0) + hourWrite.value_or(0);
    if (!input && cached && missed)
        input = *cached + *missed;
    if (const Count tools = firstCount(object, {"toolUsePromptTokenCount"_L1}); tools && input)
        *input += *tools;
    if (const Count total = firstCount(object, {"total_tokens"_L1, "totalTokens"_L1, "totalTokenCount"_L1});
        total && input && output) {
        const std::int64_t told = *input + *output;
        const std::int64_t thought = reasoning.value_or(0);
        if (told == *total) {
            // Both parts stand inside.
        } else if (told + thought == *total) {
            *output += thought;
        } else if (told + beside == *total) {
            *input += beside;
        } else if (told + beside + thought == *total) {
            *input += beside;
            *output += thought;
        } else {
            usage.exactness = Exactness::Estimate;
        }
    } else if (input && (beside > *input || isAnthropics(object))) {
        *input += beside; // a part cannot be larger than the whole, so it is beside
    }
    usage.inputTokens = input;
    usage.outputTokens = output;
    usage.cachedInputTokens = cached;
    usage.reasoningTokens = reasoning;
    usage.cacheWrite5mTokens = shortWrite;
    usage.cacheWrite1hTokens = hourWrite;
    usage.serviceTier = toldServiceTier(object);
    if (!input || !output)
        usage.exactness = Exactness::Estimate;
    return usage;
}

std::optional<QString> toldServiceTier(const QJsonObject &object)
{
    if (object.value("speed"_L1).toString() == "fast"_L1)
        return u"fast"_s;
    for (const QLatin1StringView name : {"service_tier"_L1, "serviceTier"_L1, "trafficType"_L1}) {
        if (std::optional<QString> tier = toldServiceTier(object.value(name).toString()))
            return tier;
    }
    return std::nullopt;
}

std::optional<QString> toldServiceTier(const QString &name)
{
    static constexpr auto onDemand = "on_demand_"_L1; // Google's cloud: as one goes, at one of several speeds
    QString tier = name.trimmed().toLower().left(mostTierName);
    if (tier.isEmpty() || tier == "auto"_L1 || tier.endsWith("unspecified"_L1))
        return std::nullopt;
    if (tier.startsWith(onDemand))
        tier.remove(0, onDemand.size());
    return serviceTierFromName(tier);
}

} // namespace Tempera
