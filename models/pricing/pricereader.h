// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/catalogrecords.h"
#include "models/pricing/catalogwalk.h"

namespace Tempera {

/// What counts for a price that does not name its own.
struct PriceOrigin {
    QDate asOf;
    QString source;
};

/// Reads `price` of a model. Its tiers become records of their own, the highest first, after those of `records`, which stay in
/// their order.
[[nodiscard]] Price readPrice(CatalogWalk &walk, const QJsonObject &json, const PriceOrigin &origin);

/// Reads `price_rules` of a provider; nothing where it has none.
[[nodiscard]] std::optional<QList<PriceRule>> readPriceRules(CatalogWalk &walk, const QJsonObject &provider);

} // namespace Tempera
