// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace Tempera {

/// US dollars for each kind of usage; for a million tokens where nothing else is said. Absent = unknown.
struct UnitPrices {
    std::optional<Money> inputPerMillion;
    std::optional<Money> outputPerMillion;
    std::optional<Money> cachedInputPerMillion;       ///< Absent = as other input.
    std::optional<Money> cacheWrite5mPerMillion = {}; ///< Input that is written into the provider's cache for a short time.
    std::optional<Money> cacheWrite1hPerMillion = {}; ///< For an hour.
    std::optional<Money> reasoningPerMillion = {};    ///< Output that is thought and not said; absent = as other output.
    std::optional<Money> imagePerMillion = {};        ///< Input tokens of pictures; absent = as other input.
    std::optional<Money> audioInputPerMillion = {};   ///< Absent = unknown: sound is mostly dearer than text.
    std::optional<Money> audioOutputPerMillion = {};  ///< The same.
    std::optional<Money> perRequest = {};             ///< For each request, whatever its length; absent = nothing.
    std::optional<Money> perHour = {};                ///< For the time a machine works, beside its tokens; absent = nothing.

    bool operator==(const UnitPrices &) const = default;
};

/// All of them times a factor, each rounded to the nearest nano-dollar; 0.5 for a batch at half price.
[[nodiscard]] UnitPrices scaledPrices(const UnitPrices &prices, double factor);

/// A part of the day in UTC, in minutes since midnight: from ≤ minute < until; with until ≤ from it goes past midnight.
struct DayHours {
    int from = 0;
    int until = 24 * 60;

    [[nodiscard]] bool contains(int minute) const
    {
        return from < until ? minute >= from && minute < until : minute >= from || minute < until;
    }
    bool operator==(const DayHours &) const = default;
};

/// The service tier of requests that run within a day, at a lower price.
inline constexpr QLatin1StringView BatchTier{"batch"};
/// In a condition: whatever the tier is.
inline constexpr QLatin1StringView AnyTier{"any"};

/// One name for what wires call a tier: empty for the standard one ("default", "standard", "auto", "on_demand" …), else the name in
/// lower case ("flex", "priority", "batch").
[[nodiscard]] QString serviceTierFromName(const QString &name);

/// When a rate card holds. What is not named does not matter, but for the tier: without one it is the standard tier's.
struct PriceConditions {
    std::int64_t inputFrom = 0; ///< Fewest input tokens of the request, cached ones included. "Above N" is N + 1.
    QString serviceTier = {};   ///< As serviceTierFromName() has it; AnyTier.
    QDate from = {};            ///< First day in UTC.
    QDate until = {};           ///< First day in UTC on which it holds no longer.
    std::optional<DayHours> hours = {};
    QString region = {}; ///< Where the request is processed, as the provider names it.

    bool operator==(const PriceConditions &) const = default;
};

/// A rate card: prices, when they hold, and who says so.
struct PriceRecord {
    PriceConditions when;
    UnitPrices prices;
    QString source = {};   ///< For display; empty = that of the price as a whole.
    QDate verifiedOn = {}; ///< Invalid = that of the price as a whole.

    bool operator==(const PriceRecord &) const = default;
};

/// What a second source says of a price, where it differs by more than a hundredth.
struct PriceDoubt {
    UnitPrices prices;
    QString source;

    bool operator==(const PriceDoubt &) const = default;
};

/// Prices of a model. The first record whose conditions all hold is the rate card of the whole request; where none does, the
/// prices here are, which are those of the standard tier. See rateCards().
struct Price : UnitPrices {
    QList<PriceRecord> records; ///< In the order in which they are tried.
    QDate asOf;                 ///< Day on which the figure was right.
    QString source;             ///< Where it is from, for display.
    std::optional<PriceDoubt> doubt = {};

    bool operator==(const Price &) const = default;
};

/// What decides which rate card holds for a request.
struct RequestTerms {
    QString serviceTier = {}; ///< As serviceTierFromName() has it.
    QDateTime when = {};      ///< Invalid = not known yet.
    QString region = {};      ///< Empty = no particular one.
    /// Time that a machine worked for it, where that is what costs; nothing = not known.
    std::optional<std::chrono::microseconds> machineTime = {};
};

} // namespace Tempera
