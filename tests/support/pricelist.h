// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/catalog.h"
#include "models/pricing/priceaccess.h"

#include <QMetaObject>

#include <utility>

namespace Tempera {

/// Published prices as a test has them, taken into a catalog as the program does it. It outlives what has the access.
struct PriceList {
    Result<QByteArray> json = QByteArray();
    Catalog builtIn;
    Catalog *catalog = nullptr; ///< What prices are laid over; must be set where some are taken.
    QUrl source = defaultPriceSource();
    QList<QUrl> asked = {};
    QList<TakenPrice> taken = {};
    std::optional<Error> fault = {}; ///< Why nothing can be kept.

    [[nodiscard]] PriceAccess access()
    {
        PriceAccess made;
        made.source = [this] { return source; };
        made.setSource = [this](const QUrl &address) -> Result<void> {
            source = address;
            return {};
        };
        made.lookUp = [this](const QUrl &address, QObject *guard, std::function<void(const Result<PublishedPrices> &)> callback) {
            asked += address;
            const Result<PublishedPrices> read = json.and_then(
                [&address](const QByteArray &bytes) { return readPublishedPrices(bytes, priceAddressText(address)); });
            QMetaObject::invokeMethod(guard, [read, callback = std::move(callback)] { callback(read); }, Qt::QueuedConnection);
        };
        made.taken = [this] { return taken; };
        made.setTaken = [this](const QList<TakenPrice> &prices) -> Result<void> {
            if (fault)
                return std::unexpected(*fault);
            taken = prices;
            *catalog = builtIn;
            catalog->lay(taken);
            return {};
        };
        return made;
    }
};

} // namespace Tempera
