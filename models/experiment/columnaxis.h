// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

namespace Tempera {

/// What the columns that stand side by side differ in; all else they have in common.
enum class ColumnAxis {
    Variants,
    Prompts,
    Repeats,
    Runs ///< The first column is the run that is shown; earlier ones of the experiment, which it does not know, follow.
};

/// How many columns of the experiment there are along an axis.
[[nodiscard]] int columnsAlong(ColumnAxis axis, const Experiment &experiment);

/// The axis itself, where there is more than one column along it, or may be, as of runs; else variants.
[[nodiscard]] ColumnAxis usableAxis(ColumnAxis axis, const Experiment &experiment);

/// The place that is shown in a column beside `selected`, in [0, columnsAlong()).
[[nodiscard]] CellKey placeInColumn(ColumnAxis axis, CellKey selected, int column);

/// In which column a place stands.
[[nodiscard]] int columnOfPlace(ColumnAxis axis, const CellKey &place);

/// "warm", "Prompt 2 · warm", "Repeat 3 · warm", "This run · warm".
[[nodiscard]] QString columnTitle(ColumnAxis axis, const Experiment &experiment, const CellKey &place);

} // namespace Tempera
