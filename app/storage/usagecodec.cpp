// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/usagecodec.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array usageMembers{
    std::pair{"input_tokens"_L1, &Usage::inputTokens},
    std::pair{"cached_input_tokens"_L1, &Usage::cachedInputTokens},
    std::pair{"output_tokens"_L1, &Usage::outputTokens},
    std::pair{"reasoning_tokens"_L1, &Usage::reasoningTokens},
    std::pair{"cache_write_5m_tokens"_L1, &Usage::cacheWrite5mTokens},
    std::pair{"cache_write_1h_tokens"_L1, &Usage::cacheWrite1hTokens},
};

std::optional<std::int64_t> knownInteger(const QJsonObject &json, QLatin1StringView name)
{
    const QJsonValue value = json.value(name);
    return value.isDouble() ? std::optional<std::int64_t>(value.toInteger()) : std::nullopt;
}

} // namespace

void insertUsage(QJsonObject &json, const Usage &usage, const std::optional<Money> &cost)
{
    json.insert("exact"_L1, usage.exactness == Exactness::Exact);
    for (const auto &[name, member] : usageMembers) {
        if (const std::optional<std::int64_t> &count = usage.*member)
            json.insert(name, qint64(*count));
    }
    if (cost)
        json.insert("cost_nano"_L1, qint64(cost->nano()));
}

Usage usageIn(const QJsonObject &json)
{
    Usage usage;
    usage.exactness = json.value("exact"_L1).toBool() ? Exactness::Exact : Exactness::Estimate;
    for (const auto &[name, member] : usageMembers)
        usage.*member = knownInteger(json, name);
    return usage;
}

std::optional<Money> costIn(const QJsonObject &json)
{
    const std::optional<std::int64_t> nano = knownInteger(json, "cost_nano"_L1);
    return nano ? std::optional(Money::fromNano(*nano)) : std::nullopt;
}

} // namespace Tempera
