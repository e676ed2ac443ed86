// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// The point between low and high where `isBelow` turns from true to false, to double's precision. Of an `isBelow` that is
/// the same everywhere it is the nearer end.
template<typename IsBelow>
[[nodiscard]] double bisect(double low, double high, IsBelow isBelow)
{
    for (int i = 0; i < 200; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        (isBelow(middle) ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

} // namespace Tempera
