// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/pricing/catalogrecords.h"

#include <QByteArray>
#include <QDate>
#include <QMap>

namespace Tempera {

/// The content of one catalog file.
struct CatalogContent {
    QDate asOf;
    QMap<QString, ProviderRecord> providers;
};

/// Reads the JSON form that Catalog describes. Fails with Syntax: broken JSON with line and column, a value of the
/// wrong type or out of range with the path to it ("providers.openai.models.gpt-4o.price.input").
[[nodiscard]] Result<CatalogContent> readCatalog(const QByteArray &json, const QString &place);

} // namespace Tempera
