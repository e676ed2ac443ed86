// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/report.h"

#include <QString>

#include <functional>
#include <vector>

namespace Tempera {

class OutStream;

/// Bounds of a table for display.
struct TableLimits {
    int linesPerCell = 10; ///< Of an answer; the rest is counted.
    int rows = 200;        ///< Cases; the rest is counted.
};

/// The run side by side: a column for each variant, a row for each case, answers with their verdicts, and below for each
/// variant what passed, tokens, cost, first token and speed. As wide as the stream; variants that have no room beside
/// the others come in further tables below. Text of models is made safe for a terminal.
/// `bodyOf` gives the body of each cell that tableCells() names.
[[nodiscard]] QString compareTable(const ReportGrid &grid, const std::function<const Cell *(int index)> &bodyOf,
                                   const OutStream &stream, const TableLimits &limits = {});

/// The cells whose bodies a table shows: indices in the report.
[[nodiscard]] std::vector<int> tableCells(const ReportGrid &grid, const TableLimits &limits = {});

/// "12 cells: 9 passed, 2 failed, 1 error · 120 → 45 tokens · $0.0021 · 3.2 s", and what else is to be told.
[[nodiscard]] QString runSummary(const RunReport &report, const ReportGrid &grid, const QString &more = {});

} // namespace Tempera
