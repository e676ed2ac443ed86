// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/rowvalues.h"
#include "models/core/cellsummary.h"

namespace Tempera {

/// A cell as columns, for every table that keeps one.
namespace CellRow {

/// The columns in the order in which both directions go through them; the last one is a row of `vocabularies`.
[[nodiscard]] QString columns();
/// A place for each column: `CAST(? AS TEXT)` for what comes as UTF-8, `?` for the rest.
[[nodiscard]] QString places();
/// "column = excluded.column, …" for all of them.
[[nodiscard]] QString updates();

/// `request` is the cell's, as JSON; `vocabulary` a row's number or NULL.
void write(RowWriter &row, const Cell &cell, const QByteArray &request, const QByteArray &trace, const QVariant &vocabulary);
/// What a summary is made of, in an order of its own.
[[nodiscard]] QString summaryColumns();
[[nodiscard]] CellSummary readSummary(RowReader &row);

/// Reads the columns and leaves the row's number of the vocabulary in `vocabulary` (0 = none).
[[nodiscard]] Cell read(RowReader &row, qint64 &vocabulary);

} // namespace CellRow
} // namespace Tempera
