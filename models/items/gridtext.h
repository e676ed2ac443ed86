// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndexList>
#include <QString>

namespace Tempera {

enum class GridCopy { Text, Markdown, Csv };

/// Cells of a grid with the case before each line and the columns above, whatever was chosen; blank where a cell between them
/// was not. Texts are data: what would be markup or a formula of a spreadsheet is made harmless.
[[nodiscard]] QString gridText(const QModelIndexList &chosen, GridCopy form);

} // namespace Tempera
