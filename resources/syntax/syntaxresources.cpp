// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/syntax/syntaxresources.h"

#include <QResource>

// Outside of any namespace, as Q_INIT_RESOURCE must be.
static void initResources()
{
    Q_INIT_RESOURCE(syntax);
}

namespace Tempera {

void initSyntaxResources()
{
    initResources();
}

} // namespace Tempera
