// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace Tempera {

/// What a catalog says of one model.
struct ModelRecord {
    QString title;
    std::optional<std::int64_t> contextTokens;
    std::optional<std::int64_t> maxOutputTokens;
    Price price;
    std::optional<QString> encoding;         ///< Nothing = that of its family.
    std::optional<bool> reasoning;           ///< Nothing = as its family.
    std::optional<QList<Parameter>> refuses; ///< Nothing = what its family refuses.
};

/// What holds for all models of a provider whose name begins with `prefix`. The longest prefix counts.
struct ModelFamily {
    QString prefix;
    QString encoding;
    bool reasoning = false;
    QList<Parameter> refuses;
};

/// A price that follows from another: that of the standard tier, with its own conditions, times a factor.
struct PriceRule {
    PriceConditions when; ///< Beside those of the price it follows from.
    double factor = 1;
    QStringList models = {};  ///< Names on the wire; empty = all.
    bool hasLongInput = true; ///< False = what the rule says of a longer input than the first tier's is unknown.
    QString source = {};
};

/// What a catalog says of a provider.
struct ProviderRecord {
    QString title;
    QStringList hosts;                     ///< Host names of its base URLs.
    QString wire;                          ///< The API that it speaks; empty = what the id says.
    std::optional<QList<Parameter>> takes; ///< What its wire can say; nothing = as OpenAI's own.
    /// What writing into a cache costs, as a multiple of other input, where a model's price does not say it.
    std::optional<double> cacheWriteFactor;
    std::optional<double> cacheWrite1hFactor;
    std::optional<QList<PriceRule>> rules; ///< Batch, flex, …; the first for a model and tier counts. Nothing = not told.
    QList<ModelFamily> families;
    QHash<QString, ModelRecord> models; ///< By name on the wire.
};

} // namespace Tempera
