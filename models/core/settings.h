// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpointoptions.h"
#include "models/core/error.h"
#include "models/core/localsettings.h"
#include "models/core/money.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Tempera {

/// A server that was added by hand, and the name under which its key is kept.
struct SavedEndpoint {
    QUrl baseUrl;
    QString keyName;
    EndpointOptions options = {};

    bool operator==(const SavedEndpoint &) const = default;
};

/// What the time of the user's own machine costs, as the user says; nothing of it = nothing is reckoned.
struct MachineTariff {
    std::optional<Money> perHour = {}; ///< US dollars; comes before the other two.
    std::optional<double> watts = {};  ///< That it takes while it answers …
    std::optional<Money> perKwh = {};  ///< … at so many US dollars for a kilowatt-hour.

    /// What an hour costs, rounded to a nano-dollar; nothing where it cannot be told.
    [[nodiscard]] std::optional<Money> hourly() const;
    bool operator==(const MachineTariff &) const = default;
};

/// What the user has set for the program as a whole. A value: a change is a new value, handed out by the program.
/// Never a key.
struct Settings {
    int remoteSlots = 6;                       ///< Requests at once for one remote model; 1 to 100.
    int localSlots = 8;                        ///< Sequences at once for one local model; 1 to 64.
    QString colourScheme;                      ///< Name of a colour scheme; empty = the system's.
    QString language;                          ///< "de", "zh_CN", …; empty = the system's.
    std::optional<Money> dailyBudget;          ///< Of all runs; nothing = no limit.
    std::optional<Money> monthlyBudget = {};   ///< The same.
    QMap<QString, Money> endpointBudgets = {}; ///< Of a month, by the key of the endpoint's prices or its host.
    QString defaultModel;                      ///< Provider id of a new variant; empty = the built-in model.
    LocalSettings local;                       ///< How models run on this machine.
    QStringList modelFolders;                  ///< Where GGUF files are looked for, besides the usual places.
    QStringList modelFiles;                    ///< Single GGUF files of the library, by absolute path.
    QList<SavedEndpoint> endpoints;            ///< Servers that were added by hand; without keys.
    MachineTariff machine = {};                ///< For models that run here.
    QUrl priceSource;                          ///< Where published prices are looked up; empty = the usual place.
    QStringList recentFiles;                   ///< Newest first.
    QJsonObject others;                        ///< What a newer version wrote; kept as it is.

    bool operator==(const Settings &) const = default;
};

[[nodiscard]] QJsonObject settingsToJson(const Settings &settings);
/// Values of a wrong type or out of range fall back to their defaults, one by one.
[[nodiscard]] Settings settingsFromJson(const QJsonObject &object);

} // namespace Tempera
