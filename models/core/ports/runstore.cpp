// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ports/runstore.h"

#include <utility>

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

void RunStore::loadSpending(const SpendingQuery &, QObject *guard, std::function<void(Result<QList<SpendingRow>>)> callback)
{
    QMetaObject::invokeMethod(
        guard, [callback = std::move(callback)] { callback(failure(ErrorKind::Storage, u"nothing is kept here"_s)); },
        Qt::QueuedConnection);
}

} // namespace Tempera
