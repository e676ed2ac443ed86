// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QTableView;

namespace Tempera {

/// Gives a table the Copy key: the selected cells (or the current one) as text with tabs and line ends, visible columns
/// only, with the column heads when whole rows are selected.
void enableTableCopy(QTableView *table);

} // namespace Tempera
