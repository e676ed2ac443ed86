// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/reportcells.h"
#include "models/report/reportwriter.h"

#include <QObject>

#include <memory>

namespace Tempera {

/// Streams a run into one report: a page of cells at a time is read from the ledger and written. Lives on the thread that made
/// it; destroying it ends it, and the report with it.
class ReportJob final : public QObject
{
    Q_OBJECT
public:
    /// What is pointed to outlives it.
    ReportJob(const ReportGrid &grid, ReportCells &cells, std::unique_ptr<ReportWriter> writer, QObject *parent = nullptr);
    ~ReportJob() override;

    /// finished() follows, never from within.
    void start();

Q_SIGNALS:
    void finished();

private:
    [[nodiscard]] std::pair<std::size_t, std::size_t> placeOf(std::size_t number) const;
    void readPage();
    void writePage(std::size_t end, const std::vector<Cell> &cells);

    const ReportGrid &m_grid;
    ReportCells &m_cells;
    std::unique_ptr<ReportWriter> m_writer;
    std::size_t m_next = 0; ///< Places before it are written, in the writer's order.
};

} // namespace Tempera
