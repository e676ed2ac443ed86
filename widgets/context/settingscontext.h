// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/localsettings.h"
#include "models/core/settings.h"
#include "models/library/librarymodel.h"
#include "models/pricing/budget.h"
#include "models/pricing/priceaccess.h"
#include "widgets/context/endpointaccess.h"
#include "widgets/context/trustaccess.h"

#include <functional>
#include <optional>

namespace Tempera {

/// What the settings dialog starts from and where its changes go.
struct SettingsContext {
    LocalSettings local;
    int localSlots = 8; ///< Generations of one local model at the same time.
    std::optional<std::int64_t> availableBytes;
    QList<LibraryModel> models;
    /// In effect for the next load, and kept; the error is shown in the window.
    std::function<Result<void>(const LocalSettings &)> saveLocal;
    EndpointAccess endpoints = {};
    QList<UsedEndpoint> usedEndpoints = {}; ///< Of the open experiment.
    TrustAccess trust = {};
    Budget limits = {};         ///< What all runs together may spend.
    QStringList priceKeys = {}; ///< Names under which endpoints can be limited.
    MachineTariff tariff = {};  ///< What the time of this machine costs.
    /// In effect at once, and kept.
    std::function<Result<void>(const MachineTariff &)> saveTariff = {};
    PriceAccess prices = {};          ///< Published prices.
    const Catalog *catalog = nullptr; ///< What prices are known.
    QDate today = {};
    /// In effect from the next run on, and kept.
    std::function<Result<void>(const Budget &)> saveLimits = {};
};

} // namespace Tempera
