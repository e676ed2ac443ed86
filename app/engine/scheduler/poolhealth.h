// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QUrl>

#include <chrono>

namespace Tempera {

/// Which of several equal servers gets the next request, by what became of those before. Knows the servers of all pools by their
/// base URLs, so that one that is in two of them is known once. Pure: whoever asks says what time it is.
///
/// A server that died is left out, then let one request through (half open) to see whether it is back: after FirstPause, and
/// after twice as long each time that it is not. Any answer brings it back.
class PoolHealth
{
public:
    static constexpr std::chrono::milliseconds FirstPause{1'000};
    static constexpr std::chrono::milliseconds LongestPause{60'000};

    /// The request that one server has in hand.
    struct Turn {
        QUrl server;
        bool isProbe = false; ///< The one request that a server gets which was left out.
    };

    /// How a turn ended, as far as it says something of the server.
    enum class Outcome {
        Answered, ///< It is there.
        Died,     ///< It is not, or cannot do its work.
        Unknown,  ///< Stopped, or it was not asked at all.
    };

    /// Chooses one of `servers`, of which there is at least one: a server whose pause is over; else that with the fewest
    /// requests, of equal ones that which had its turn the longest ago; where all are left out, that which comes back the
    /// soonest. Each turn is ended once.
    [[nodiscard]] Turn begin(const QList<QUrl> &servers, std::chrono::microseconds now);
    /// The server has begun to answer: it is back, whatever comes next.
    void answered(const Turn &turn);
    /// `leastPause` is what the server itself asked to wait.
    void end(const Turn &turn, Outcome outcome, std::chrono::microseconds now, std::chrono::milliseconds leastPause = {});

    /// Whether one of these would get a request now without being the last resort.
    [[nodiscard]] bool hasReady(const QList<QUrl> &servers, std::chrono::microseconds now) const;
    [[nodiscard]] bool isOut(const QUrl &server) const { return m_servers.value(server).isOut; }
    /// Requests that have begun and not ended.
    [[nodiscard]] int outstanding(const QUrl &server) const { return m_servers.value(server).outstanding; }

private:
    struct Server {
        int outstanding = 0;
        quint64 lastTurn = 0; ///< Number of its last turn; 0 = none yet.
        bool isOut = false;
        bool isProbed = false;                 ///< The request that was let through has not ended.
        std::chrono::milliseconds pause{0};    ///< The one under way, or the last one.
        std::chrono::microseconds outUntil{0}; ///< Then the next request may go there.
    };

    [[nodiscard]] static bool isDue(const Server &server, std::chrono::microseconds now);
    [[nodiscard]] static bool goesBefore(const Server &one, const Server &other, std::chrono::microseconds now);
    void leaveOut(Server &server, std::chrono::microseconds now, std::chrono::milliseconds leastPause);

    QHash<QUrl, Server> m_servers;
    quint64 m_turns = 0;
};

} // namespace Tempera
