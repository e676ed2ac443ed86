// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ports/runstore.h"

using namespace Qt::StringLiterals;

namespace Tempera {

QString runStateName(RunState state)
{
    switch (state) {
    case RunState::Running: return u"running"_s;
    case RunState::Finished: return u"finished"_s;
    case RunState::Stopped: return u"stopped"_s;
    case RunState::Failed: return u"failed"_s;
    case RunState::Interrupted: return u"interrupted"_s;
    }
    return {};
}

RunState runStateFromName(const QString &name)
{
    for (const RunState state : {RunState::Finished, RunState::Stopped, RunState::Failed, RunState::Interrupted}) {
        if (runStateName(state) == name)
            return state;
    }
    return RunState::Running;
}

} // namespace Tempera
