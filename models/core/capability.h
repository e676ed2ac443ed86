// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"
#include "models/core/sampling.h"

#include <QDate>
#include <QList>
#include <QMap>

#include <optional>

namespace Tempera {

/// Other prices for a request whose input is longer than a limit; they hold for all of its tokens.
struct PriceTier {
    std::int64_t inputTokensAbove = 0;
    std::optional<Money> inputPerMillion;
    std::optional<Money> outputPerMillion;
    std::optional<Money> cachedInputPerMillion;
    std::optional<Money> cacheWrite5mPerMillion = {};
    std::optional<Money> cacheWrite1hPerMillion = {};

    bool operator==(const PriceTier &) const = default;
};

/// Prices of a model in US dollars for a million tokens. Absent = unknown.
struct Price {
    std::optional<Money> inputPerMillion;
    std::optional<Money> outputPerMillion;
    std::optional<Money> cachedInputPerMillion;
    std::optional<Money> cacheWrite5mPerMillion = {}; ///< Input that is written into the provider's cache for a short time.
    std::optional<Money> cacheWrite1hPerMillion = {}; ///< For an hour.
    QList<PriceTier> tiers; ///< Rising limits; empty = one price for every length.
    QDate asOf;             ///< Day on which the figure was right.
    QString source;         ///< Where it is from, for display.

    bool operator==(const Price &) const = default;
};

/// What is known of a model: what it takes, its limits, its prices. Data, not code.
struct Capabilities {
    QString model;                    ///< Name on the wire.
    QString title;                    ///< Name for display.
    QString provider;                 ///< "openai", "anthropic", "local", …
    QMap<Parameter, QString> refused; ///< Parameters that it does not take, each with a translated reason.
    std::optional<std::int64_t> contextTokens;
    std::optional<std::int64_t> maxOutputTokens;
    Price price;
    QString encoding; ///< "o200k_base", "cl100k_base", "local"; empty = not published.

    [[nodiscard]] bool accepts(Parameter parameter) const { return !refused.contains(parameter); }
    /// What is set there and refused.
    [[nodiscard]] QList<Parameter> refusedOf(const SamplingSettings &settings) const;
    bool operator==(const Capabilities &) const = default;
};

} // namespace Tempera
