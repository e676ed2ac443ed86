// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/rowsorting.h"

#include <algorithm>

namespace Tempera {
namespace {

/// Entries of one step.
constexpr std::size_t sortedAtOnce = 2048;

} // namespace

void RowSorting::add(double key, int row)
{
    m_from.emplace_back(key, row);
}

bool RowSorting::step()
{
    if (m_run == 0) { // stretches of one step, each by itself
        const std::size_t end = std::min(m_start + sortedAtOnce, m_from.size());
        std::stable_sort(m_from.begin() + static_cast<std::ptrdiff_t>(m_start), m_from.begin() + static_cast<std::ptrdiff_t>(end),
                         [](const Entry &a, const Entry &b) { return a.first < b.first; });
        m_start = end;
        if (end == m_from.size()) {
            m_run = sortedAtOnce;
            beginPass();
        }
        return false;
    }
    if (m_run >= m_from.size())
        return true;
    for (std::size_t moved = 0; moved < sortedAtOnce && m_to.size() < m_from.size(); ++moved) {
        const std::size_t middle = std::min(m_start + m_run, m_from.size());
        const std::size_t end = std::min(middle + m_run, m_from.size());
        const bool isRight = m_left == middle || (m_right < end && m_from[m_right].first < m_from[m_left].first);
        m_to.push_back(m_from[isRight ? m_right++ : m_left++]);
        if (m_left == middle && m_right == end) {
            m_start = end;
            m_left = end;
            m_right = std::min(end + m_run, m_from.size());
        }
    }
    if (m_to.size() == m_from.size()) {
        std::swap(m_from, m_to);
        m_run *= 2;
        beginPass();
    }
    return m_run >= m_from.size();
}

void RowSorting::beginPass()
{
    m_to.clear();
    m_to.reserve(m_from.size());
    m_start = 0;
    m_left = 0;
    m_right = std::min(m_run, m_from.size());
}

std::vector<int> RowSorting::take()
{
    std::vector<int> rows;
    rows.reserve(m_from.size());
    for (const Entry &entry : m_from)
        rows.push_back(entry.second);
    clear();
    return rows;
}

void RowSorting::clear()
{
    *this = RowSorting();
}

} // namespace Tempera
