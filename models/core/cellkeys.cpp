// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cellkeys.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace Tempera {

void CellKeys::push_back(const CellKey &key)
{
    if (m_size % cellsOfChunk == 0)
        m_chunks.emplace_back(new Chunk);
    Chunk &chunk = *m_chunks.back();
    chunk.cases.push_back(key.caseIndex);
    chunk.prompts.push_back(key.promptIndex);
    chunk.variants.push_back(key.variantIndex);
    chunk.repeats.push_back(key.repeat);
    ++m_size;
}

void CellPlaces::follow(const CellKeys &keys)
{
    const std::size_t known = m_keys.size();
    m_keys = keys;
    if (!m_order.empty())
        return sortFrom(known);
    for (std::size_t i = std::max<std::size_t>(known, 1); i < keys.size(); ++i) {
        if (keys[i] < keys[i - 1])
            return sortFrom(known);
    }
}

/// What comes before `first` is in order.
void CellPlaces::sortFrom(std::size_t first)
{
    const bool isNew = m_order.empty();
    m_order.resize(m_keys.size());
    const auto added = m_order.begin() + static_cast<std::ptrdiff_t>(isNew ? 0 : first);
    std::iota(added, m_order.end(), static_cast<int>(added - m_order.begin()));
    const auto isBefore = [this](int a, int b) {
        const CellKey one = m_keys[static_cast<std::size_t>(a)];
        const CellKey other = m_keys[static_cast<std::size_t>(b)];
        return std::pair(one, a) < std::pair(other, b);
    };
    const auto unsorted = m_order.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(unsorted, m_order.end(), isBefore);
    std::inplace_merge(m_order.begin(), unsorted, m_order.end(), isBefore);
}

int CellPlaces::find(const CellKey &key) const
{
    std::size_t low = 0;
    std::size_t high = m_keys.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (m_keys[cellAt(middle)] < key)
            low = middle + 1;
        else
            high = middle;
    }
    const bool isThere = low < m_keys.size() && m_keys[cellAt(low)] == key;
    return isThere ? static_cast<int>(cellAt(low)) : -1;
}

} // namespace Tempera
