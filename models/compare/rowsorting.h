// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <vector>

namespace Tempera {

/// Puts rows in the order of a number, in steps of which each takes far less than a millisecond, however many rows there are: a
/// merge sort that can be left and gone on with. Rows of one number stay in the order in which they were added. A NaN comes
/// nowhere in particular: unknown is an infinity.
class RowSorting
{
public:
    /// Not after step().
    void add(double key, int row);
    /// True: it is sorted.
    bool step();
    /// What was sorted, the smallest number first; it is empty afterwards.
    [[nodiscard]] std::vector<int> take();
    void clear();

private:
    using Entry = std::pair<double, int>;
    void beginPass();

    std::vector<Entry> m_from;
    std::vector<Entry> m_to;
    std::size_t m_run = 0;   ///< Stretches of so many are sorted; 0: those of the first step are not yet.
    std::size_t m_start = 0; ///< The two stretches that are being put together begin here;
    std::size_t m_left = 0;  ///< the next of the one …
    std::size_t m_right = 0; ///< … and of the other.
};

} // namespace Tempera
