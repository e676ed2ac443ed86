// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/limits.h"

#include <QCoreApplication>

namespace Tempera {

QString limitSentence(LimitHit hit, const Limits &limits)
{
    switch (hit) {
    case LimitHit::None: break;
    case LimitHit::Time: return QCoreApplication::translate("Script", "It was stopped after %1 ms.").arg(limits.time.count());
    case LimitHit::Memory:
        return QCoreApplication::translate("Script", "It needs more than %1 MiB of memory.")
            .arg(limits.memoryBytes / (1024 * 1024));
    case LimitHit::Depth: return QCoreApplication::translate("Script", "It is nested too deep.");
    case LimitHit::Stop: return QCoreApplication::translate("Script", "It was stopped.");
    }
    return {};
}

} // namespace Tempera
