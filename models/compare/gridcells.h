// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellkeys.h"

#include <vector>

namespace Tempera {

/// A column of the grid.
struct GridColumn {
    int promptIndex = 0;
    int variantIndex = 0;

    bool operator==(const GridColumn &) const = default;
};

/// Where the cells of a run stand when cases are rows and prompts × variants are columns; the repeats of a place lie behind each
/// other. It holds indices only, four bytes a cell, eight where there are repeats; cells that come later are added, and it is made
/// anew when the list is another one.
class GridCells
{
public:
    GridCells() = default;
    /// The columns of the baseline variant come first.
    GridCells(const CellKeys &cells, int baselineVariant);

    [[nodiscard]] int rows() const { return static_cast<int>(m_cases.size()); }
    [[nodiscard]] int columns() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] const GridColumn &column(int column) const { return m_columns[static_cast<std::size_t>(column)]; }
    /// The case of a row.
    [[nodiscard]] int caseAt(int row) const { return m_cases[static_cast<std::size_t>(row)]; }
    /// Takes in what follows the cells that it was made of, in as many steps as there are new ones: rows come below, the rest
    /// stays where it is. False: it cannot, and nothing has changed; a column or a row between the others is new.
    [[nodiscard]] bool add(const CellKeys &cells);
    /// −1: no cell is of that case, or of that prompt and variant.
    [[nodiscard]] int rowOf(int caseIndex) const;
    [[nodiscard]] int columnOf(const GridColumn &column) const;
    /// The first repeat there; −1: there is none.
    [[nodiscard]] int first(int row, int column) const;
    /// The next repeat at the same place; −1: that was the last.
    [[nodiscard]] int next(int cell) const
    {
        const int following = m_next.empty() ? cell : m_next[static_cast<std::size_t>(cell)];
        return following > cell ? following : -1;
    }
    /// The cell of the baseline that belongs to a cell: of the same case and prompt, and of the same repeat where there is one.
    /// −1: there is none, or it is the cell itself.
    [[nodiscard]] int baselineOf(const CellKeys &cells, int cell) const;

private:
    [[nodiscard]] int columnLike(const CellKey &key, int guess) const;
    void addToPlace(std::size_t place, int cell);

    std::vector<int> m_cases;
    std::vector<int> m_rowOfCase;
    std::vector<GridColumn> m_columns;
    std::vector<int> m_last; ///< Of the repeats at a place, row by row.
    std::vector<int> m_next; ///< In a ring: of the last repeat the first, which is never behind it; empty without repeats.
    std::size_t m_size = 0;  ///< Cells that were arranged.
    int m_baseline = 0;
};

} // namespace Tempera
