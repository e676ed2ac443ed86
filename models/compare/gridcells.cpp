// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/gridcells.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace Tempera {

GridCells::GridCells(const CellKeys &cells, int baselineVariant) : m_baseline(baselineVariant)
{
    int guess = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const CellKey key = cells[i];
        const auto index = static_cast<std::size_t>(key.caseIndex);
        if (index >= m_rowOfCase.size())
            m_rowOfCase.resize(index + 1, -1);
        m_rowOfCase[index] = 0;
        guess = columnLike(key, guess) + 1;
        if (guess == 0)
            m_columns.push_back({key.promptIndex, key.variantIndex});
    }
    for (std::size_t index = 0; index < m_rowOfCase.size(); ++index) {
        if (m_rowOfCase[index] < 0)
            continue;
        m_rowOfCase[index] = rows();
        m_cases.push_back(static_cast<int>(index));
    }
    std::ranges::sort(m_columns, {}, [this](const GridColumn &column) {
        return std::tuple(column.variantIndex != m_baseline, column.promptIndex, column.variantIndex);
    });
    m_last.assign(m_cases.size() * m_columns.size(), -1);
    if (!add(cells))
        Q_UNREACHABLE(); // all its cases and columns are known
}

bool GridCells::add(const CellKeys &cells)
{
    if (cells.size() < m_size)
        return false;
    int lastCase = m_cases.empty() ? -1 : m_cases.back();
    int column = -1;
    for (std::size_t i = m_size; i < cells.size(); ++i) {
        const CellKey key = cells[i];
        column = columnLike(key, column + 1);
        if (column < 0 || (rowOf(key.caseIndex) < 0 && key.caseIndex < lastCase))
            return false;
        lastCase = std::max(lastCase, key.caseIndex);
    }
    for (std::size_t i = m_size; i < cells.size(); ++i) {
        const CellKey key = cells[i];
        const auto index = static_cast<std::size_t>(key.caseIndex);
        if (index >= m_rowOfCase.size())
            m_rowOfCase.resize(index + 1, -1);
        if (m_rowOfCase[index] < 0) {
            m_rowOfCase[index] = rows();
            m_cases.push_back(key.caseIndex);
            m_last.resize(m_cases.size() * m_columns.size(), -1);
        }
        column = columnLike(key, column + 1);
        addToPlace(static_cast<std::size_t>(m_rowOfCase[index]) * m_columns.size() + static_cast<std::size_t>(column),
                   static_cast<int>(i));
    }
    return true;
}

/// Cells follow each other as the columns do, mostly.
int GridCells::columnLike(const CellKey &key, int guess) const
{
    const GridColumn wanted{key.promptIndex, key.variantIndex};
    const auto index = static_cast<std::size_t>(guess) < m_columns.size() ? static_cast<std::size_t>(guess) : 0;
    return index < m_columns.size() && m_columns[index] == wanted ? static_cast<int>(index) : columnOf(wanted);
}

void GridCells::addToPlace(std::size_t place, int cell)
{
    const int before = std::exchange(m_last[place], cell);
    if (before >= 0 && m_next.empty()) { // up to here no place had a second one
        m_next.resize(m_size);
        std::iota(m_next.begin(), m_next.end(), 0);
    }
    ++m_size;
    if (before < 0 && m_next.empty())
        return;
    m_next.push_back(before < 0 ? cell : m_next[static_cast<std::size_t>(before)]);
    if (before >= 0)
        m_next[static_cast<std::size_t>(before)] = cell;
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
    const int last = m_last[static_cast<std::size_t>(row) * m_columns.size() + static_cast<std::size_t>(column)];
    return last < 0 || m_next.empty() ? last : m_next[static_cast<std::size_t>(last)];
}

int GridCells::baselineOf(const CellKeys &cells, int cell) const
{
    const CellKey key = cells[static_cast<std::size_t>(cell)];
    if (key.variantIndex == m_baseline)
        return -1;
    const int column = columnOf({key.promptIndex, m_baseline});
    const int start = column < 0 ? -1 : first(rowOf(key.caseIndex), column);
    for (int other = start; other >= 0; other = next(other)) {
        if (cells[static_cast<std::size_t>(other)].repeat == key.repeat)
            return other;
    }
    return start;
}

} // namespace Tempera
