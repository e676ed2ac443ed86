// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/report.h"

#include <functional>
#include <optional>
#include <vector>

namespace Tempera {

/// The bodies of a report's cells, as the ledger has them, page by page. Lives on the thread that made it.
class ReportCells
{
public:
    /// What stands for a cell that the ledger has not got (it was never asked, or was lost), by its index in the report.
    using Missing = std::function<Cell(int index)>;

    /// The report and the store outlive it.
    ReportCells(const RunReport &report, RunStore &store, Missing missing)
        : m_report(report), m_store(store), m_missing(std::move(missing))
    {
    }

    /// Calls back later with one cell for each index, unless the guard is gone. One question at a time.
    void load(const std::vector<int> &indices, QObject *guard, std::function<void(std::vector<Cell>)> callback);
    /// The first thing that the ledger could not read; what it should have been is missing in the report.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] std::vector<Cell> completed(const std::vector<int> &indices, Result<std::vector<Cell>> stored);

    const RunReport &m_report;
    RunStore &m_store;
    Missing m_missing;
    std::optional<Error> m_error;
};

} // namespace Tempera
