// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/report.h"
#include "models/report/reportsink.h"

namespace Tempera {

/// Writes one report, a cell at a time, so that only one of them need be in memory. First begin(), then every place of the
/// grid in the writer's own order, then end().
class ReportWriter
{
public:
    /// The grid, and the report it was made of, outlive the writer.
    ReportWriter(const RunReport &report, const ReportGrid &grid, ReportSink sink)
        : m_report(report), m_grid(grid), m_sink(std::move(sink))
    {
    }
    virtual ~ReportWriter() = default;
    Q_DISABLE_COPY_MOVE(ReportWriter)

    /// Whether the places come column by column; else row by row.
    [[nodiscard]] virtual bool goesByColumns() const { return false; }
    virtual void begin() = 0;
    /// Null where no such cell was planned.
    virtual void cell(std::size_t row, std::size_t column, const Cell *cell) = 0;
    virtual void end() { }

protected:
    [[nodiscard]] const RunReport &report() const { return m_report; }
    [[nodiscard]] const ReportGrid &grid() const { return m_grid; }
    [[nodiscard]] const ReportSink &sink() const { return m_sink; }
    [[nodiscard]] bool isLastColumn(std::size_t column) const { return column + 1 == m_grid.columns().size(); }

private:
    const RunReport &m_report;
    const ReportGrid &m_grid;
    ReportSink m_sink;
};

} // namespace Tempera
