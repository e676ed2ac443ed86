// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <chrono>
#include <optional>

namespace Tempera {

/// What a response says about one of the limits of its key. Nothing = it does not say.
struct ToldLimit {
    std::optional<qint64> limit = {};                    ///< In a minute; a few houses mean a day.
    std::optional<qint64> remaining = {};                ///< When the request was taken; at least 0.
    std::optional<std::chrono::milliseconds> reset = {}; ///< From the response until the whole limit is there again; at least 0.

    bool operator==(const ToldLimit &) const = default;
};

/// The limits of one key for one model, as a response tells them.
struct ToldLimits {
    ToldLimit requests = {};
    ToldLimit tokens = {}; ///< Input and output together.
    ToldLimit inputTokens = {};
    ToldLimit outputTokens = {};

    [[nodiscard]] bool isEmpty() const { return *this == ToldLimits(); }
    bool operator==(const ToldLimits &) const = default;
};

} // namespace Tempera
