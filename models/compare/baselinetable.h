// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/baselinerun.h"

#include <optional>

namespace Tempera {

/// Prompt and variant of the baseline that something of the shown run is compared with.
struct BaselineColumn {
    int prompt = 0; ///< In the baseline's experiment, as the next one.
    int variant = 0;
    std::optional<int> markOf; ///< Variant of the shown run that has its colour; nothing where several are compared with it.
    QString title;             ///< "run of 04:05 · warm".
    GridFigures figures = {};  ///< Over the cases that both have.
};

/// Another run or a file as it stands beside the shown one: its columns that something there is compared with, and its cells by the
/// cases of that. A value that does not change; any thread. Its making takes time with the cells: not for the GUI thread.
class BaselineTable
{
public:
    BaselineTable(std::shared_ptr<const BaselineRun> run, const BaselineMatch &match, const BaselineCounterparts &counterparts);

    [[nodiscard]] const BaselineRun &run() const { return *m_run; }
    [[nodiscard]] int columns() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] const BaselineColumn &column(int column) const { return m_columns[static_cast<std::size_t>(column)]; }
    /// The column that one of the shown run is compared with; −1: none.
    [[nodiscard]] int columnFor(int promptHere, int variantHere) const;
    /// The first repeat of a case of the shown run in a column; −1: there is none. Cells are named by their index in
    /// BaselineRun::cells.
    [[nodiscard]] int first(int caseHere, int column) const;
    /// The next repeat at the same place; −1: that was the last.
    [[nodiscard]] int next(int cell) const;
    /// What a cell of the shown run is compared with: that of the same repeat, else the first; −1: none.
    [[nodiscard]] int cellFor(const CellKey &here) const;
    [[nodiscard]] CellSummary cell(int cell) const { return m_run->cells[static_cast<std::size_t>(cell)]; }
    /// The same, nothing where there is none.
    [[nodiscard]] std::optional<CellSummary> summaryFor(const CellKey &here) const;
    /// Whether both have the same run's columns at the same places, so that one may take the place of the other.
    [[nodiscard]] bool standsLike(const BaselineTable &other) const;

private:
    void findCells(const BaselineMatch &match);
    [[nodiscard]] CellKey keyOf(int cell) const { return m_run->cells.key(static_cast<std::size_t>(cell)); }

    std::shared_ptr<const BaselineRun> m_run;
    std::vector<BaselineColumn> m_columns;
    std::map<std::pair<int, int>, int> m_columnsFor; ///< By prompt and variant of the shown run.
    std::vector<int> m_firsts;                       ///< By case of the shown run, then by column.
};

/// The cells of a run that are kept whole in memory are summed up.
[[nodiscard]] CellTable summariesOf(const std::vector<Cell> &cells);

/// A table of all columns that have a counterpart, without judging them.
[[nodiscard]] std::shared_ptr<const BaselineTable> baselineTable(const std::shared_ptr<const BaselineRun> &run,
                                                                 const Experiment &ran);

} // namespace Tempera
