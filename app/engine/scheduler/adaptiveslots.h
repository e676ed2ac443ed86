// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <chrono>
#include <optional>

namespace Tempera {

/// How many requests an endpoint may have at once, by what it says: half as many when it is overloaded, and slowly more again,
/// one for as many answers as there are slots (additive increase, multiplicative decrease; Chiu and Jain 1989). Pure.
class AdaptiveSlots
{
public:
    /// What is under way when an endpoint is overloaded says so too: after one halving there is none for this long.
    static constexpr std::chrono::seconds SettleTime{1};

    /// At least 1, at most `most`.
    [[nodiscard]] int allowed(int most) const;
    void overloaded(std::chrono::microseconds now, int most);
    void answered(int most);

private:
    std::optional<double> m_slots; ///< Nothing = as many as may be.
    std::optional<std::chrono::microseconds> m_halved;
};

/// Whether a failure says that the endpoint has too much to do.
[[nodiscard]] bool isOverload(const Error &error);

} // namespace Tempera
