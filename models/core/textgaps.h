// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {

/// The times between one piece of visible text and the next, as they came. A piece is a token of a local model, of a server what it
/// puts into one event. Quantiles are those of the nearest rank.
struct TextGaps {
    std::chrono::microseconds median{0};
    std::chrono::microseconds most{0}; ///< 95 % of them are not longer.
    std::chrono::microseconds longest{0};

    bool operator==(const TextGaps &) const = default;
};

/// Gathers them. One thread.
class GapRecord
{
public:
    /// Gaps that are kept for the quantiles; of those behind them only the longest counts.
    static constexpr std::size_t mostKept = 65'536;

    /// A piece has come, at a time that is none before the last one's.
    void note(std::chrono::microseconds at);
    /// Nothing before the second piece.
    [[nodiscard]] std::optional<TextGaps> gaps() const;

private:
    std::optional<std::chrono::microseconds> m_last;
    std::vector<std::uint32_t> m_kept; ///< Microseconds; longer than 71 minutes = that.
    std::chrono::microseconds m_longest{0};
};

} // namespace Tempera
