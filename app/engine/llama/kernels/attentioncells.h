// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Included by attentionloop.h alone, which says how.

#include <immintrin.h>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace Tempera::Kernels {
namespace {

constexpr int BlockCells = 32;

/// The cells from `begin` to `end` (not included) that a row may look at, block by block.
class Cells
{
public:
    Cells(const std::byte *mask, std::int64_t begin, std::int64_t end)
        : m_mask(reinterpret_cast<const std::uint16_t *>(mask)), m_end(end), m_group(begin)
    {
    }

    /// Returns how many there are in the next block; 0 = there are no more.
    int next(std::int32_t *block)
    {
        int found = 0;
        while (found < BlockCells && (m_bits != 0 || nextGroup())) {
            block[found++] = static_cast<std::int32_t>(m_group - Group) + std::countr_zero(m_bits) / 2;
            m_bits &= m_bits - 1; // both bits of the cell
            m_bits &= m_bits - 1;
        }
        return found;
    }

private:
    static constexpr int Group = 16;

    bool nextGroup()
    {
        while (m_bits == 0 && m_group < m_end) {
            m_bits = bitsAt(m_group);
            m_group += Group;
        }
        return m_bits != 0;
    }

    /// Two bits for each cell that is not masked.
    std::uint32_t bitsAt(std::int64_t first) const
    {
        constexpr std::uint16_t Masked = 0xfc00; // minus infinity
        if (first + Group <= m_end) {
            const __m256i group = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(m_mask + first));
            const __m256i masked = _mm256_cmpeq_epi16(group, _mm256_set1_epi16(static_cast<short>(Masked)));
            return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(masked));
        }
        std::uint32_t bits = 0;
        for (int i = 0; first + i < m_end; ++i)
            bits |= m_mask[first + i] == Masked ? 0U : 3U << (2 * i);
        return bits;
    }

    const std::uint16_t *m_mask;
    std::int64_t m_end;
    std::int64_t m_group; ///< After the group that the bits are of.
    std::uint32_t m_bits = 0;
};

} // namespace
} // namespace Tempera::Kernels
