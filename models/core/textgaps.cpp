// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/textgaps.h"

#include <algorithm>
#include <limits>

namespace Tempera {
namespace {

/// The smallest of the gaps that `percent` of a hundred are not longer than.
std::chrono::microseconds quantileOf(std::vector<std::uint32_t> gaps, std::size_t percent)
{
    const std::size_t rank = (gaps.size() * percent + 99) / 100;
    const auto at = gaps.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::ranges::nth_element(gaps, at);
    return std::chrono::microseconds(*at);
}

} // namespace

void GapRecord::note(std::chrono::microseconds at)
{
    if (m_last) {
        const std::chrono::microseconds gap = std::max(at - *m_last, std::chrono::microseconds(0));
        m_longest = std::max(m_longest, gap);
        constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
        if (m_kept.size() < mostKept)
            m_kept.push_back(static_cast<std::uint32_t>(std::min<std::int64_t>(gap.count(), most)));
    }
    m_last = at;
}

std::optional<TextGaps> GapRecord::gaps() const
{
    if (m_kept.empty())
        return std::nullopt;
    return TextGaps{.median = quantileOf(m_kept, 50), .most = quantileOf(m_kept, 95), .longest = m_longest};
}

} // namespace Tempera
