// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <cstddef>
#include <list>
#include <unordered_map>

namespace Tempera {

/// The whole cells that were looked at last, by their index in a run. What it holds is bounded in bytes, by estimate.
class BodyCache
{
public:
    explicit BodyCache(std::size_t limit) : m_limit(limit) { }

    /// Null where it is not here. It counts as looked at; the pointer holds until trim() or the next change of the same cell.
    [[nodiscard]] Cell *find(int index);
    /// The same without looking at it.
    [[nodiscard]] bool contains(int index) const { return m_places.contains(index); }
    /// Replaces what is there. Does not make room: see trim().
    Cell &insert(int index, Cell cell);
    void erase(int index);
    /// Drops those that were not looked at for longest until the rest fits. The last one stays, however large it is.
    void trim();
    /// What it holds, by estimate.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_kept.size(); }

private:
    struct Kept {
        int index = 0;
        std::size_t bytes = 0;
        Cell cell;
    };

    std::size_t m_limit;
    std::size_t m_bytes = 0;
    std::list<Kept> m_kept; ///< The one that was looked at last comes first.
    std::unordered_map<int, std::list<Kept>::iterator> m_places;
};

} // namespace Tempera
