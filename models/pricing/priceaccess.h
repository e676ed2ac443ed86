// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/pricechanges.h"

#include <QObject>
#include <QUrl>

#include <functional>

namespace Tempera {

/// Where prices are looked up while the user has not said otherwise: LiteLLM's list of models (MIT licence).
[[nodiscard]] inline QUrl defaultPriceSource()
{
    return QUrl(QStringLiteral("https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json"));
}

/// What was typed as the place of a list of prices: an address, else a file.
[[nodiscard]] inline QUrl priceAddress(const QString &typed)
{
    return typed.contains(QLatin1StringView("://")) ? QUrl(typed) : QUrl::fromLocalFile(typed);
}

/// How it is shown.
[[nodiscard]] inline QString priceAddressText(const QUrl &address)
{
    return address.isLocalFile() ? address.toLocalFile() : address.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

/// Looking up published prices, and keeping those that the user takes. Empty functions: prices cannot be looked up. All of it is
/// called on one thread.
struct PriceAccess {
    /// Where they are looked up.
    std::function<QUrl()> source = {};
    std::function<Result<void>(const QUrl &)> setSource = {};
    /// Reads the list at an address of https, or in a file. The callback comes later, unless the guard is gone. Nobody asks unless
    /// the user wishes it.
    std::function<void(const QUrl &, QObject *guard, std::function<void(const Result<PublishedPrices> &)>)> lookUp = {};
    /// Those that were taken.
    std::function<QList<TakenPrice>()> taken = {};
    /// In effect at once, and kept; the error is that of the file.
    std::function<Result<void>(const QList<TakenPrice> &)> setTaken = {};
};

} // namespace Tempera
