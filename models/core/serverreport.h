// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Tempera {

/// How far a server's clock is from this machine's.
struct ClockDifference {
    std::chrono::milliseconds ahead{0}; ///< The server's clock minus ours; negative = it is behind.
    std::chrono::milliseconds error{0}; ///< At most so much more or less.

    /// Whether the clocks are known to differ.
    [[nodiscard]] bool isKnown() const { return std::chrono::abs(ahead) > error; }
    bool operator==(const ClockDifference &) const = default;
};

/// Of the Date header of a response and our own clock before and after. The header tells whole seconds, cut off, and was written
/// somewhere between both: ahead = date + 0.5 s − middle, error = 0.5 s + half the time between them. Nothing where the date
/// is none.
[[nodiscard]] std::optional<ClockDifference> clockDifference(const QDateTime &date, const QDateTime &asked,
                                                             const QDateTime &answered);

/// What one cheap request told of a server.
struct ServerReport {
    Result<QStringList> models = QStringList(); ///< Their names in the server's order, or why there are none.
    bool isGenerated = false;                   ///< It lists no models; it was asked for one token instead, and wrote it.
    std::optional<std::chrono::milliseconds> latency =
        {};                                    ///< Until the response began, connection included; nothing = there was none.
    std::optional<ClockDifference> clock = {}; ///< Nothing = it tells no time.
};

/// What a file of certificates holds.
struct CertificateFacts {
    int count = 0;
    QString subject; ///< Whom the first one is of.
    QDateTime until; ///< When the first of them ends to be valid.
};

} // namespace Tempera
