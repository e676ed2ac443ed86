// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"
#include "models/core/ports/spending.h"

namespace Tempera {

/// Most bars that are drawn of models, endpoints or experiments; the others are one bar together.
inline constexpr int mostSpendingBars = 24;
/// Of days: the last ones.
inline constexpr int mostSpendingDays = 92;

/// What was spent, a bar each key, dearest first or day after day; its table has requests, tokens, cached share, retries and what
/// failed too. Its marks have no filter: they are of many runs. Pure, any thread.
[[nodiscard]] ChartData spendingChart(const QList<SpendingRow> &rows, SpendingBy by);

/// "$1.20", "$1.20 + 3 unknown", "unknown"; translated.
[[nodiscard]] QString spentText(const SpendingRow &row);
/// Part of the input that providers had in their cache, "43 %"; "–" where there was no input.
[[nodiscard]] QString cachedShareText(const SpendingRow &row);

} // namespace Tempera
