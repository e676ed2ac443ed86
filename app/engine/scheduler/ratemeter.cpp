// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/ratemeter.h"

#include <algorithm>
#include <utility>

namespace Tempera {

void RateMeter::forgetOld(Time now)
{
    while (!m_log.empty() && m_log.front().at + Window <= now) {
        for (std::size_t kind = 0; kind < m_used.size(); ++kind)
            m_used[kind] -= m_log.front().amounts[kind];
        m_log.pop_front();
        ++m_firstId;
    }
}

RateMeter::Entry *RateMeter::entry(Id id)
{
    return id >= m_firstId && id - m_firstId < m_log.size() ? &m_log[static_cast<std::size_t>(id - m_firstId)] : nullptr;
}

std::optional<qint64> RateMeter::limitOf(Metered kind) const
{
    std::optional<qint64> limit = m_told[static_cast<std::size_t>(kind)];
    qint64 own = 0;
    if (kind == Metered::Requests)
        own = m_limits.requestsPerMinute;
    else if (kind == Metered::Tokens)
        own = m_limits.tokensPerMinute;
    if (own > 0)
        limit = limit ? std::min(*limit, own) : own;
    return limit;
}

RateMeter::Time RateMeter::waitFor(const MeteredAmounts &need, Time now)
{
    forgetOld(now);
    Time wait = std::max(Time(0), m_pausedUntil - now);
    for (std::size_t kind = 0; kind < need.size(); ++kind) {
        const std::optional<qint64> limit = limitOf(static_cast<Metered>(kind));
        if (!limit)
            continue;
        const qint64 others = m_others[kind].until > now ? m_others[kind].amount : 0;
        const qint64 missing = std::min(need[kind], *limit) - (*limit - m_used[kind] - others);
        if (need[kind] > 0 && missing > 0)
            wait = std::max(wait, waitForRoom(kind, missing, now));
    }
    return wait;
}

/// Until so much has left the window.
RateMeter::Time RateMeter::waitForRoom(std::size_t kind, qint64 missing, Time now) const
{
    qint64 others = m_others[kind].until > now ? m_others[kind].amount : 0;
    for (const Entry &each : m_log) {
        const Time leaves = each.at + Window;
        if (others > 0 && m_others[kind].until <= leaves) {
            missing -= std::exchange(others, 0);
            if (missing <= 0)
                return m_others[kind].until - now;
        }
        missing -= each.amounts[kind];
        if (missing <= 0)
            return leaves - now;
    }
    return others > 0 ? m_others[kind].until - now : Time(0);
}

RateMeter::Id RateMeter::take(const MeteredAmounts &need, Time now)
{
    forgetOld(now);
    for (std::size_t kind = 0; kind < need.size(); ++kind)
        m_used[kind] += need[kind];
    m_log.push_back({now, need, m_used});
    return m_firstId + m_log.size() - 1;
}

void RateMeter::settle(Id id, const MeteredAmounts &used)
{
    Entry *sent = entry(id);
    if (!sent)
        return; // its minute is over
    for (std::size_t kind = 0; kind < used.size(); ++kind)
        m_used[kind] += used[kind] - sent->amounts[kind];
    sent->amounts = used;
}

void RateMeter::told(Id id, const ToldLimits &limits, Time now)
{
    if (id < m_lastTold)
        return; // a later one has said more
    m_lastTold = id;
    const Entry *asked = entry(id);
    hear(static_cast<std::size_t>(Metered::Requests), limits.requests, asked, now);
    hear(static_cast<std::size_t>(Metered::Tokens), limits.tokens, asked, now);
    hear(static_cast<std::size_t>(Metered::InputTokens), limits.inputTokens, asked, now);
    hear(static_cast<std::size_t>(Metered::OutputTokens), limits.outputTokens, asked, now);
}

void RateMeter::hear(std::size_t kind, const ToldLimit &told, const Entry *asked, Time now)
{
    if (told.limit)
        m_told[kind] = told.limit;
    const std::optional<qint64> limit = limitOf(static_cast<Metered>(kind));
    if (!limit || !told.remaining || !asked)
        return;
    m_others[kind] = {};
    const qint64 hidden = *limit - asked->usedThen[kind] - *told.remaining;
    if (hidden * NoiseShare > *limit)
        m_others[kind] = {hidden, now + std::min(Time(told.reset.value_or(std::chrono::minutes(1))), Window)};
}

bool RateMeter::isIdle(Time now)
{
    forgetOld(now);
    const bool isTold = std::ranges::any_of(m_told, [](const auto &limit) { return limit.has_value(); });
    return m_log.empty() && !isTold && m_pausedUntil <= now;
}

} // namespace Tempera
