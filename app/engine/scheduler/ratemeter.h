// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpointoptions.h"
#include "models/core/toldlimits.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <optional>

namespace Tempera {

/// What endpoints limit in a minute.
enum class Metered { Requests, Tokens, InputTokens, OutputTokens };

/// How much of each, by Metered.
using MeteredAmounts = std::array<qint64, 4>;

/// What one key has asked of one model in the last minute, and whether it may ask more. Keeps a log of what was sent (a
/// sliding window), so that no minute, wherever it begins, holds more than the limit, and all of it can be used; a bucket of
/// tokens would allow twice as much in the minute after a rest. Everything counts from the moment when it was sent.
///
/// A limit is the lower of what the user set and what the server told last. What a server says is left is taken where it is
/// less than the log says by a tenth of the limit: then others use the same key, or the server counts otherwise. Smaller
/// differences are noise, from requests that cross on the way. Pure.
class RateMeter
{
public:
    using Id = quint64;
    using Time = std::chrono::microseconds;

    /// A minute, and as much as the times on the way to the server may differ.
    static constexpr Time Window{60'250'000};
    /// One part in so many of a limit is noise in what a server says is left of it.
    static constexpr qint64 NoiseShare = 10;

    /// What the user set.
    void setLimits(const RateLimits &limits) { m_limits = limits; }

    /// How long until a request with this need may be sent; zero = now. One that needs more than a limit waits for the whole of it.
    [[nodiscard]] Time waitFor(const MeteredAmounts &need, Time now);
    /// It is sent.
    Id take(const MeteredAmounts &need, Time now);
    /// What it used in truth.
    void settle(Id id, const MeteredAmounts &used);
    /// What its response says of the limits.
    void told(Id id, const ToldLimits &limits, Time now);
    /// Nothing may be sent before.
    void pauseUntil(Time moment) { m_pausedUntil = std::max(m_pausedUntil, moment); }

    /// Nothing: no limit is known.
    [[nodiscard]] std::optional<qint64> limitOf(Metered kind) const;
    /// Whether it can be forgotten: nothing was sent of late, and nothing was told.
    [[nodiscard]] bool isIdle(Time now);

private:
    struct Entry {
        Time at;
        MeteredAmounts amounts;
        MeteredAmounts usedThen; ///< With it, by the log.
    };
    /// What others use of a limit.
    struct Others {
        qint64 amount = 0;
        Time until{0};
    };

    void forgetOld(Time now);
    [[nodiscard]] Entry *entry(Id id);
    [[nodiscard]] Time waitForRoom(std::size_t kind, qint64 missing, Time now) const;
    void hear(std::size_t kind, const ToldLimit &told, const Entry *asked, Time now);

    RateLimits m_limits;
    std::array<std::optional<qint64>, 4> m_told;
    std::array<Others, 4> m_others;
    std::deque<Entry> m_log;
    Id m_firstId = 1; ///< That of the log's first entry.
    Id m_lastTold = 0;
    MeteredAmounts m_used{};
    Time m_pausedUntil{0};
};

} // namespace Tempera
