// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/price.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

namespace Tempera {

/// For what a price is paid; the words are those of the catalog's file ("input", "cached_input").
enum class PriceKind { Input, Output, CachedInput, CacheWrite5m, CacheWrite1h, Reasoning, AudioInput, AudioOutput };

[[nodiscard]] const QList<PriceKind> &allPriceKinds();
[[nodiscard]] QString priceKindName(PriceKind kind);
[[nodiscard]] std::optional<PriceKind> priceKindFromName(const QString &name);
/// The place of a price among the others.
[[nodiscard]] std::optional<Money> &priceOfKind(UnitPrices &prices, PriceKind kind);
[[nodiscard]] const std::optional<Money> &priceOfKind(const UnitPrices &prices, PriceKind kind);

/// One price that somebody publishes.
struct PublishedPrice {
    QString provider; ///< Key in the catalog.
    QString model;    ///< Name on the wire.
    PriceKind kind = PriceKind::Input;
    std::int64_t above = 0; ///< Holds for requests with more input tokens than this; 0 = for all.
    Money perMillion;

    bool operator==(const PublishedPrice &) const = default;
};

/// What was read of a list of prices.
struct PublishedPrices {
    QList<PublishedPrice> prices;
    int models = 0;  ///< Of them.
    int skipped = 0; ///< Models of providers that the catalog does not know, of other uses, or with figures that cannot be.
};

/// Largest list that is read, in bytes; LiteLLM's has 1.6 MB.
inline constexpr qsizetype MostPriceBytes = 16 * 1024 * 1024;

/// Reads LiteLLM's `model_prices_and_context_window.json`: an object of models, each with US dollars for one token. A price of 0 is
/// taken as not told, but of models that are called "…:free". What is of the wrong kind, negative or more than a dollar for a token
/// makes its model skipped; figures that this version does not know are passed over.
/// Errors, Syntax: no JSON (with its line), no object, too large, or no price in it. `place` names it.
[[nodiscard]] Result<PublishedPrices> readPublishedPrices(const QByteArray &json, const QString &place);

} // namespace Tempera
