// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/price.h"
#include "models/core/usage.h"
#include "models/pricing/cost.h"

#include <QList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace Tempera {

/// The rate cards that may hold for a request: one where all that its price depends on is known, several where the time or the
/// length of the input is still open, none where no card is for its service tier.
struct RateCards {
    QList<UnitPrices> cards;
    CostReasons open = {}; ///< What is open where there are several; why there is none where there is none.
};

/// The first record whose conditions all hold is the rate card of the whole request, cached input and output included
/// (Langfuse's rule; vendors price so: xAI from 200,000 input tokens on, Google above 200,000, OpenAI above 272,000). Where no
/// record holds, a request of the standard tier has the prices of `price` itself; what is free is so in every tier.
[[nodiscard]] RateCards rateCards(const Price &price, std::optional<std::int64_t> inputTokens, const RequestTerms &terms = {});

/// What usage costs on one rate card: each kind at its own price, rounded up to a nano-dollar each. What is read from the cache
/// has its own price where that is known, else the full one; what is written into it, and sound, has one of its own or none. A
/// part that is larger than its whole counts as the whole. Prices of 0 for input and output are 0 whatever the usage is.
/// What is paid by the hour needs `machineTime`.
[[nodiscard]] Cost costOn(const UnitPrices &card, const Usage &usage, std::optional<std::chrono::microseconds> machineTime = {});

/// What an answer costs. The service tier that it names counts, not the one that was asked for, which counts where it names none.
/// Between two amounts where more than one rate card may hold.
[[nodiscard]] Cost costOfAnswer(const Price &price, const Usage &usage, RequestTerms asked = {});

/// What the provider's cache of prompts saved: the answer's cost without any of its input read from the cache or written into it, less
/// its cost; negative where writing was dearer. Nothing where one of the two is not exact.
[[nodiscard]] std::optional<Money> prefixCacheSaving(const Price &price, const Usage &usage, const RequestTerms &asked = {});

/// The service tier that the requests of an endpoint ask for, as serviceTierFromName() has it; "fast" where they ask for
/// Anthropic's fast mode, which has prices of its own.
[[nodiscard]] QString askedServiceTier(const Endpoint &endpoint);

} // namespace Tempera
