// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/poolhealth.h"

#include <algorithm>
#include <tuple>

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace Tempera {

bool PoolHealth::isDue(const Server &server, microseconds now)
{
    return server.isOut && !server.isProbed && now >= server.outUntil;
}

bool PoolHealth::goesBefore(const Server &one, const Server &other, microseconds now)
{
    enum Rank { Due, Up, Out };
    const auto rank = [now](const Server &server) { return isDue(server, now) ? Due : server.isOut ? Out : Up; };
    // Among those that are left out, the one that is or will be back first.
    const auto back = [&rank](const Server &server) { return rank(server) == Up ? microseconds(0) : server.outUntil; };
    return std::tuple(rank(one), back(one), one.outstanding, one.lastTurn)
           < std::tuple(rank(other), back(other), other.outstanding, other.lastTurn);
}

PoolHealth::Turn PoolHealth::begin(const QList<QUrl> &servers, microseconds now)
{
    const auto chosen = std::ranges::min_element(servers, [this, now](const QUrl &one, const QUrl &other) {
        return goesBefore(m_servers.value(one), m_servers.value(other), now);
    });
    Server &server = m_servers[*chosen];
    const Turn turn{*chosen, isDue(server, now)};
    server.isProbed = server.isProbed || turn.isProbe;
    server.lastTurn = ++m_turns;
    ++server.outstanding;
    return turn;
}

void PoolHealth::answered(const Turn &turn)
{
    Server &server = m_servers[turn.server];
    server.isOut = false;
    server.isProbed = false;
    server.pause = milliseconds(0);
}

void PoolHealth::end(const Turn &turn, Outcome outcome, microseconds now, milliseconds leastPause)
{
    Server &server = m_servers[turn.server];
    --server.outstanding;
    // Those that were under way when it died say the same once more: only the probe says that it is still dead.
    const bool isNews = !server.isOut || turn.isProbe;
    if (turn.isProbe)
        server.isProbed = false;
    if (outcome == Outcome::Answered)
        answered(turn);
    else if (outcome == Outcome::Died && isNews)
        leaveOut(server, now, leastPause);
}

void PoolHealth::leaveOut(Server &server, microseconds now, milliseconds leastPause)
{
    server.isOut = true;
    server.pause = std::clamp(server.pause * 2, FirstPause, LongestPause);
    server.outUntil = now + std::max(server.pause, std::min(leastPause, LongestPause));
}

bool PoolHealth::hasReady(const QList<QUrl> &servers, microseconds now) const
{
    return std::ranges::any_of(servers, [this, now](const QUrl &url) {
        const Server server = m_servers.value(url);
        return !server.isOut || isDue(server, now);
    });
}

} // namespace Tempera
