// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/gridcells.h"

#include <algorithm>
#include <map>
#include <utility>

namespace Tempera {

GridCells::GridCells(const std::vector<CellSummary> &cells, int baselineVariant)
    : m_next(cells.size(), -1), m_baseline(baselineVariant)
{
    std::map<std::pair<int, int>, int> seen; // few: prompts × variants
    std::pair<int, int> last{-1, -1};
    for (const CellSummary &cell : cells) {
        const auto index = static_cast<std::size_t>(cell.key.caseIndex);
        if (index >= m_rowOfCase.size())
            m_rowOfCase.resize(index + 1, -1);
        m_rowOfCase[index] = 0;
        const std::pair<int, int> column{cell.key.promptIndex, cell.key.variantIndex};
        if (std::exchange(last, column) != column)
            seen.emplace(column, 0);
    }
    for (std::size_t index = 0; index < m_rowOfCase.size(); ++index) {
        if (m_rowOfCase[index] < 0)
            continue;
        m_rowOfCase[index] = rows();
        m_cases.push_back(static_cast<int>(index));
    }
    for (const auto &[column, unused] : seen)
        m_columns.push_back({column.first, column.second});
    std::ranges::stable_partition(m_columns, [this](const GridColumn &column) { return column.variantIndex == m_baseline; });
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        seen[{m_columns[i].promptIndex, m_columns[i].variantIndex}] = static_cast<int>(i);
    m_first.assign(m_cases.size() * m_columns.size(), -1);
    for (std::size_t i = cells.size(); i-- > 0;) { // backwards, so that the first comes to stand before the others
        const CellKey &key = cells[i].key;
        const auto row = static_cast<std::size_t>(m_rowOfCase[static_cast<std::size_t>(key.caseIndex)]);
        const auto column = static_cast<std::size_t>(seen[{key.promptIndex, key.variantIndex}]);
        m_next[i] = std::exchange(m_first[row * m_columns.size() + column], static_cast<int>(i));
    }
}

bool GridCells::startsWith(const GridCells &other) const
{
    return m_columns == other.m_columns && other.m_cases.size() <= m_cases.size()
           && std::equal(other.m_cases.begin(), other.m_cases.end(), m_cases.begin());
}

int GridCells::rowOf(int caseIndex) const
{
    const auto index = static_cast<std::size_t>(caseIndex);
    return caseIndex >= 0 && index < m_rowOfCase.size() ? m_rowOfCase[index] : -1;
}

int GridCells::columnOf(const GridColumn &column) const
{
    const auto found = std::ranges::find(m_columns, column);
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

int GridCells::first(int row, int column) const
{
    return m_first[static_cast<std::size_t>(row) * m_columns.size() + static_cast<std::size_t>(column)];
}

int GridCells::baselineOf(const std::vector<CellSummary> &cells, int cell) const
{
    const CellKey &key = cells[static_cast<std::size_t>(cell)].key;
    if (key.variantIndex == m_baseline)
        return -1;
    const int column = columnOf({key.promptIndex, m_baseline});
    const int start = column < 0 ? -1 : first(rowOf(key.caseIndex), column);
    for (int other = start; other >= 0; other = next(other)) {
        if (cells[static_cast<std::size_t>(other)].key.repeat == key.repeat)
            return other;
    }
    return start;
}

} // namespace Tempera
