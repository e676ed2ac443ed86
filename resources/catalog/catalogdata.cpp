// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/catalog/catalogdata.h"

#include <QResource>

using namespace Qt::StringLiterals;

/// In a static library nothing pulls the resources in unless this is called, outside of any namespace.
static void initialiseCatalogResource()
{
    Q_INIT_RESOURCE(catalog);
}

namespace Tempera {

QByteArray catalogData()
{
    initialiseCatalogResource();
    return QResource(u":/tempera/catalog/models.json"_s).uncompressedData();
}

} // namespace Tempera
