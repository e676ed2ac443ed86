// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/compactnumbers.h"
#include "models/core/request.h"

#include <QSharedData>

#include <initializer_list>
#include <vector>

namespace Tempera {

/// The keys of the cells of a run, in a few bytes each: 1 of the variant and 1 or 2 of the case, where cells follow each other as
/// they were planned. A copy shares what neither changes, also with another thread.
class CellKeys
{
public:
    CellKeys() = default;
    CellKeys(std::initializer_list<CellKey> keys)
    {
        for (const CellKey &key : keys)
            push_back(key);
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    /// `index` lies in [0, size()).
    [[nodiscard]] CellKey operator[](std::size_t index) const
    {
        const Chunk &chunk = *m_chunks[index / cellsOfChunk];
        const std::size_t place = index % cellsOfChunk;
        return {part(chunk.cases, place), part(chunk.prompts, place), part(chunk.variants, place), part(chunk.repeats, place)};
    }
    [[nodiscard]] CellKey back() const { return (*this)[m_size - 1]; }
    void push_back(const CellKey &key);

    /// So many are kept and shared together.
    static constexpr std::size_t cellsOfChunk = 4096;

private:
    struct Chunk : QSharedData {
        CompactNumbers cases;
        CompactNumbers prompts;
        CompactNumbers variants;
        CompactNumbers repeats;
    };
    [[nodiscard]] static int part(const CompactNumbers &parts, std::size_t place)
    {
        return static_cast<int>(parts.valueOr(place, 0));
    }

    std::vector<QSharedDataPointer<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

/// Finds cells by their keys, in no room of its own where they come in the order of their keys, as they mostly do, else in four
/// bytes each.
class CellPlaces
{
public:
    CellPlaces() = default;
    explicit CellPlaces(const CellKeys &keys) { follow(keys); }

    /// There are more keys than before, or as many; those that were there are the same.
    void follow(const CellKeys &keys);
    /// The first cell with this key; −1: there is none.
    [[nodiscard]] int find(const CellKey &key) const;

private:
    [[nodiscard]] std::size_t cellAt(std::size_t place) const
    {
        return m_order.empty() ? place : static_cast<std::size_t>(m_order[place]);
    }
    void sortFrom(std::size_t first);

    CellKeys m_keys;
    std::vector<int> m_order; ///< Cells in the order of their keys; empty where that is their own.
};

} // namespace Tempera
