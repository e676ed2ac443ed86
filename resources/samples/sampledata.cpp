// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/samples/sampledata.h"

#include <QResource>

using namespace Qt::StringLiterals;

/// In a static library nothing pulls the resources in unless this is called, outside of any namespace.
static void initialiseSampleResource()
{
    Q_INIT_RESOURCE(samples);
}

namespace Tempera {

QByteArray firstStartExperiment()
{
    initialiseSampleResource();
    return QResource(u":/tempera/samples/first-start.yaml"_s).uncompressedData();
}

} // namespace Tempera
