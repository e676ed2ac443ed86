// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/usagereading.h"

#include <QJsonObject>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

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
        const Count count = dot < 0 ? countAt(object, name)
                                    : countAt(object.value(name.first(dot)).toObject(), name.sliced(dot + 1));
        if (count)
            return count;
    }
    return {};
}

} // namespace

Usage usageFromJson(const QJsonObject &object)
{
    Usage usage;
    Count input = firstCount(object, {"prompt_tokens"_L1, "input_tokens"_L1});
    Count output = firstCount(object, {"completion_tokens"_L1, "output_tokens"_L1});
    const Count cached = firstCount(object, {"prompt_tokens_details.cached_tokens"_L1, "input_tokens_details.cached_tokens"_L1,
                                             "prompt_cache_hit_tokens"_L1, "cache_read_input_tokens"_L1, "cached_tokens"_L1});
    const Count missed = firstCount(object, {"prompt_cache_miss_tokens"_L1});
    const Count reasoning = firstCount(object, {"completion_tokens_details.reasoning_tokens"_L1,
                                                "output_tokens_details.reasoning_tokens"_L1, "reasoning_tokens"_L1});
    if (!input && cached && missed)
        input = *cached + *missed;
    if (const Count total = countAt(object, "total_tokens"_L1); total && input && output) {
        const std::int64_t told = *input + *output;
        const std::int64_t beside = reasoning.value_or(0);
        const std::int64_t read = cached.value_or(0) + countAt(object, "cache_creation_input_tokens"_L1).value_or(0);
        if (told == *total) {
            // Both parts stand inside.
        } else if (told + beside == *total) {
            *output += beside;
        } else if (told + read == *total) {
            *input += read;
        } else if (told + read + beside == *total) {
            *input += read;
            *output += beside;
        } else {
            usage.exactness = Exactness::Estimate;
        }
    } else if (input && cached && *cached > *input) {
        *input += *cached; // a part cannot be larger than the whole, so it stands beside
    }
    usage.inputTokens = input;
    usage.outputTokens = output;
    usage.cachedInputTokens = cached;
    usage.reasoningTokens = reasoning;
    if (!input || !output)
        usage.exactness = Exactness::Estimate;
    return usage;
}

} // namespace Tempera
