// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/publishedprices.h"

#include <QDate>
#include <QJsonObject>

#include <optional>

namespace Tempera {

class Catalog;

/// A published price that differs from the one that is reckoned with.
struct PriceChange {
    QString provider;
    QString model;
    PriceKind kind = PriceKind::Input;
    std::int64_t inputFrom = 0;  ///< Fewest input tokens for which it holds; 0 = any.
    std::optional<Money> before; ///< For a million tokens; nothing = it was not known.
    Money now;
    bool isNewModel = false; ///< The catalog does not know it.

    /// By how much it is more (0.5 = half as much again); nothing where there was no price, or none to divide by.
    [[nodiscard]] std::optional<double> share() const;
    /// It differs by more than a hundredth, so that it has to be looked at.
    [[nodiscard]] bool isLarge() const;
    bool operator==(const PriceChange &) const = default;
};

/// What the published prices would change, ordered by provider and model: first of models that are known, then of new ones. A price
/// that says what holds without it (cached input as other input, thought output as other output) changes nothing.
[[nodiscard]] QList<PriceChange> priceChanges(const Catalog &catalog, const PublishedPrices &published);

/// A price that the user took from a list; it holds before the built-in one and behind those of the user's own file.
struct TakenPrice {
    QString provider;
    QString model;
    PriceKind kind = PriceKind::Input;
    std::int64_t inputFrom = 0;
    Money perMillion;
    QString source; ///< The address or the file it came from.
    QDate on;       ///< The day it was taken.

    bool operator==(const TakenPrice &) const = default;
};

[[nodiscard]] TakenPrice takenPrice(const PriceChange &change, const QString &source, const QDate &on);
/// `taken` with others, each in the place of an older one for the same.
[[nodiscard]] QList<TakenPrice> withTaken(QList<TakenPrice> taken, const QList<TakenPrice> &others);

[[nodiscard]] QJsonObject takenPricesToJson(const QList<TakenPrice> &prices);
/// Error: Syntax, with what is wrong; `place` names the file.
[[nodiscard]] Result<QList<TakenPrice>> takenPricesFromJson(const QJsonObject &json, const QString &place);

/// What it is paid for, for display: "input", "output above 200,000".
[[nodiscard]] QString priceKindText(PriceKind kind, std::int64_t inputFrom);
/// "+12.5 %", "new" where there was none.
[[nodiscard]] QString priceShareText(const PriceChange &change);

} // namespace Tempera
