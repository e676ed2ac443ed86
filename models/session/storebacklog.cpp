// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/storebacklog.h"

using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// Cells that may wait to be written. A few hundred go into one transaction, so that it is worth its wait for the disk.
constexpr std::int64_t mostUnsaved = 512;
/// How long the oldest of them may wait. Those under way still come, and are to be on disk within the second too.
constexpr std::chrono::microseconds longestUnsaved = 300ms;
/// Cells that count as of one time.
constexpr std::chrono::microseconds groupSpan = 10ms;

} // namespace

void StoreBacklog::add(std::chrono::microseconds now)
{
    ++m_count;
    if (m_groups.empty() || now - m_groups.back().since > groupSpan)
        m_groups.push_back({now, m_count});
    else
        m_groups.back().last = m_count;
}

void StoreBacklog::saved(std::int64_t count)
{
    m_saved = count;
    while (!m_groups.empty() && m_groups.front().last <= count)
        m_groups.pop_front();
}

void StoreBacklog::failed()
{
    saved(m_count);
}

bool StoreBacklog::isTooLong(std::chrono::microseconds now) const
{
    return m_count - m_saved >= mostUnsaved || (!m_groups.empty() && now - m_groups.front().since >= longestUnsaved);
}

} // namespace Tempera
