// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/eventloops.h"

#include <QtEnvironmentVariables>

namespace Tempera {

void useQtsEventLoops()
{
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB")) // else the user has said what is wanted
        qputenv("QT_NO_GLIB", "1");
}

} // namespace Tempera
