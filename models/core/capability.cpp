// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/capability.h"

namespace Tempera {

QList<Parameter> Capabilities::refusedOf(const SamplingSettings &settings) const
{
    QList<Parameter> list;
    for (const Parameter parameter : allParameters()) {
        if (settings.isSet(parameter) && !accepts(parameter))
            list.append(parameter);
    }
    return list;
}

} // namespace Tempera
