// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/presets/presetdata.h"

#include <QResource>

using namespace Qt::StringLiterals;

/// In a static library nothing pulls the resources in unless this is called, outside of any namespace.
static void initialisePresetResource()
{
    Q_INIT_RESOURCE(presets);
}

namespace Tempera {

QByteArray shippedPresetData()
{
    static const bool initialised = [] {
        initialisePresetResource();
        return true;
    }();
    Q_UNUSED(initialised)
    return QResource(u":/tempera/presets/presets.json"_s).uncompressedData();
}

} // namespace Tempera
