// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/report.h"

#include <QString>

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
[[nodiscard]] QString compareTable(const RunReport &report, const OutStream &stream, const TableLimits &limits = {});

/// "12 cells: 9 passed, 2 failed, 1 error · 120 → 45 tokens · $0.0021 · 3.2 s".
[[nodiscard]] QString runSummary(const RunReport &report);

} // namespace Tempera
