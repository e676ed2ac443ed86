// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/reportjob.h"

#include <utility>

namespace Tempera {
namespace {

/// Cells that are read at once: few enough for memory, many enough that the ledger is not asked for each.
constexpr std::size_t cellsOfPage = 128;

} // namespace

ReportJob::ReportJob(const ReportGrid &grid, ReportCells &cells, std::unique_ptr<ReportWriter> writer, QObject *parent)
    : QObject(parent), m_grid(grid), m_cells(cells), m_writer(std::move(writer))
{
}

ReportJob::~ReportJob() = default;

void ReportJob::start()
{
    m_writer->begin();
    QMetaObject::invokeMethod(this, &ReportJob::readPage, Qt::QueuedConnection);
}

/// Row and column of a place, counted in the writer's order.
std::pair<std::size_t, std::size_t> ReportJob::placeOf(std::size_t number) const
{
    if (m_writer->goesByColumns())
        return {number % m_grid.rowCount(), number / m_grid.rowCount()};
    return {number / m_grid.columns().size(), number % m_grid.columns().size()};
}

void ReportJob::readPage()
{
    const std::size_t all = m_grid.rowCount() * m_grid.columns().size();
    if (m_next == all) {
        m_writer->end();
        Q_EMIT finished();
        return;
    }
    std::vector<int> indices;
    std::size_t end = m_next;
    for (; end < all && indices.size() < cellsOfPage; ++end) {
        const auto [row, column] = placeOf(end);
        if (const int index = m_grid.index(row, column); index >= 0)
            indices.push_back(index);
    }
    m_cells.load(indices, this, [this, end](const std::vector<Cell> &cells) {
        writePage(end, cells);
        readPage();
    });
}

void ReportJob::writePage(std::size_t end, const std::vector<Cell> &cells)
{
    std::size_t next = 0;
    for (; m_next < end; ++m_next) {
        const auto [row, column] = placeOf(m_next);
        m_writer->cell(row, column, m_grid.index(row, column) < 0 ? nullptr : &cells[next++]);
    }
}

} // namespace Tempera
