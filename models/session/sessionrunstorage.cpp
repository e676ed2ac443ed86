// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionrun.h"

#include <utility>

namespace Tempera {

/// Another program may have taken the run up meanwhile; then nothing is asked.
void SessionRun::waitForStore()
{
    m_waitsForStore = true;
    m_context.store->flush(this, [this](const Result<void> &kept) {
        m_waitsForStore = false;
        if (m_phase != Phase::Running)
            return;
        if (!kept) {
            tellWhetherKept(kept);
            stop();
        }
        pump();
    });
}

/// At the start, and from then on whenever the last answer is there: what came meanwhile is written together. That nothing can
/// be kept is not to be found out at the end of what was paid for; where it is so, it is asked once a second at most.
void SessionRun::askWhetherKept()
{
    constexpr std::chrono::seconds pause{1};
    if (m_asksWhetherKept || (m_notKept && m_context.clock->monotonic() - *m_notKept < pause))
        return;
    m_asksWhetherKept = true;
    m_context.store->flush(this, [this, count = m_backlog.count()](const Result<void> &kept) {
        m_asksWhetherKept = false;
        takeWhetherKept(kept, count);
    });
}

/// `count` cells were handed to the store when it was asked.
void SessionRun::takeWhetherKept(const Result<void> &kept, std::int64_t count)
{
    if (kept) {
        m_notKept.reset();
        m_backlog.saved(count);
    } else {
        m_notKept = m_context.clock->monotonic();
        m_backlog.failed();
        tellWhetherKept(kept);
    }
    if (m_phase != Phase::Running)
        return;
    if (m_backlog.isAhead())
        askWhetherKept();
    pump();
}

/// Once a run.
void SessionRun::tellWhetherKept(const Result<void> &kept)
{
    if (!kept && !std::exchange(m_toldNotKept, true))
        Q_EMIT storageFailed(kept.error());
}

} // namespace Tempera
