// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/gridfigures.h"

#include <QString>

namespace Tempera {

/// What the head of a column of the grid says in three lines, always, so that heads have one height: title; pass rate with where the
/// true one lies (95 %); cost and median time. `baseline` are the figures of the baseline's column under the same prompt, to each
/// of which the signed difference is said; null = this is the baseline, or there is none (`isBaseline` tells).
[[nodiscard]] QString gridHeadText(const QString &title, const GridFigures &figures, const GridFigures *baseline,
                                   bool isBaseline);

/// What an answer has more or less than that of the baseline: "Δ score −1 · $+0.0004 · +1.2 s"; what is not known of both or is
/// the same is left out.
[[nodiscard]] QString cellDifferenceText(const CellSummary &cell, const CellSummary &baseline);

} // namespace Tempera
