// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/reportcells.h"

#include <utility>

namespace Tempera {

void ReportCells::load(const std::vector<int> &indices, QObject *guard, std::function<void(std::vector<Cell>)> callback)
{
    QList<CellKey> keys;
    for (const int index : indices)
        keys += (*m_report.cells)[static_cast<std::size_t>(index)].key;
    m_store.loadCells(m_report.id, keys, guard,
                      [this, indices, callback = std::move(callback)](Result<std::vector<Cell>> stored) {
                          callback(completed(indices, std::move(stored)));
                      });
}

/// The ledger leaves out what it has not got.
std::vector<Cell> ReportCells::completed(const std::vector<int> &indices, Result<std::vector<Cell>> stored)
{
    if (!stored && !m_error)
        m_error = stored.error();
    std::vector<Cell> cells;
    std::size_t next = 0;
    for (const int index : indices) {
        const CellKey key = (*m_report.cells)[static_cast<std::size_t>(index)].key;
        const bool isThere = stored && next < stored->size() && (*stored)[next].request.key == key;
        cells.push_back(isThere ? std::move((*stored)[next++]) : m_missing(index));
    }
    return cells;
}

} // namespace Tempera
