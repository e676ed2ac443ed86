// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/rowvalues.h"
#include "models/core/usage.h"

namespace Tempera {

/// The columns of a SELECT that sum up the tokens of all that was asked for cells, as their costs do: their answers' own and the
/// others (see OtherTokens). `column` is one of "input_tokens", "cached_input_tokens" and "output_tokens". What cannot be a count
/// of tokens counts for nothing, as it does where cells are read.
[[nodiscard]] inline QString usedTokensColumns(const QString &column)
{
    const QString own = QStringLiteral("CASE WHEN cells.%1 BETWEEN 0 AND %2 THEN cells.%1 END").arg(column).arg(MostTokens);
    return sumColumns(own) + QStringLiteral(", ") + sumColumns(QStringLiteral("cells.other_") + column);
}

/// Reads them.
[[nodiscard]] inline std::int64_t usedTokens(RowReader &row)
{
    const std::int64_t own = row.wideSum();
    return Saturated::sum(own, row.wideSum());
}

} // namespace Tempera
