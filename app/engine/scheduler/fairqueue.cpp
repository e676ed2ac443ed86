// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/fairqueue.h"

namespace Tempera {

FairQueue::Runs::const_iterator FairQueue::turn() const
{
    const auto next = m_runs.upper_bound(m_last);
    return next == m_runs.end() ? m_runs.begin() : next;
}

void FairQueue::remove(const QUuid &run, Id id)
{
    const auto found = m_runs.find(run);
    if (found == m_runs.end())
        return;
    found->second.erase(id);
    if (found->second.empty())
        m_runs.erase(found);
}

FairQueue::Id FairQueue::take()
{
    m_last = turn()->first;
    const Id id = *m_runs.at(m_last).begin();
    remove(m_last, id);
    return id;
}

std::vector<FairQueue::Id> FairQueue::all() const
{
    std::vector<Id> ids;
    for (const auto &[run, waiting] : m_runs)
        ids.insert(ids.end(), waiting.begin(), waiting.end());
    return ids;
}

} // namespace Tempera
