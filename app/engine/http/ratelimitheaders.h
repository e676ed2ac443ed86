// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/toldlimits.h"

#include <QDateTime>
#include <QHttpHeaders>

namespace Tempera {

/// What the head of a response says about the limits of its key. Read are OpenAI's x-ratelimit-{limit,remaining,reset}-
/// {requests,tokens}, which most houses have too (Cerebras with "-minute" at the end), and Anthropic's
/// anthropic-ratelimit-{requests,tokens,input-tokens,output-tokens}-{limit,remaining,reset}. What cannot be read is left out.
/// A date is taken against the server's own clock (Date), where it tells it, else against `now`.
[[nodiscard]] ToldLimits toldLimits(const QHttpHeaders &headers, const QDateTime &now);

/// How long until a reset: a duration in Go's spelling ("12ms", "6m0s", "1h2m3.5s"), a number of seconds ("7.66"), or a date by
/// RFC 3339 against `now`. At least 0, at most 31 days; nothing for anything else.
[[nodiscard]] std::optional<std::chrono::milliseconds> timeUntilReset(QByteArrayView text, const QDateTime &now);

} // namespace Tempera
